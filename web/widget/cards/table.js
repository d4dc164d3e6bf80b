/** Tables of cards: on narrow screens their cells stand below each other. */

import { h } from "../dom.js";

/** @typedef {import("../dom.js").Child} Child */

const ROWS = 8;

/**
 * A long table keeps its tail folded.
 * @param {Node | string} caption
 * @param {string[]} columns
 * @param {Child[][]} rows
 * @returns {HTMLElement}
 */
export function folded(caption, columns, rows) {
  if (rows.length <= ROWS) return table(caption, columns, rows);
  const rest = rows.slice(ROWS);
  const name = typeof caption === "string" ? caption : caption.textContent;
  const tail = table(`${name}（续）`, columns, rest);
  return stack(table(caption, columns, rows.slice(0, ROWS)), fold(`其余 ${rest.length} 条`, tail));
}

/**
 * A table that stands its cells below each other on narrow screens; the roles keep it a table there.
 * @param {Child} caption
 * @param {string[]} columns
 * @param {Child[][]} rows
 * @param {"" | "small" | "wordy"} [style] `small` stays a table on narrow screens; `wordy` gives its cells all the width
 * @returns {HTMLElement}
 */
export function table(caption, columns, rows, style = "") {
  const head = columns.map((name) => h("th", { role: "columnheader", scope: "col" }, name));
  const body = rows.map((cells) => {
    const filled = cells.map((cell, index) => h("td", { role: "cell", "data-column": columns[index] }, cell));
    return h("tr", { role: "row" }, ...filled);
  });
  return h(
    "table",
    { role: "table", class: `card ${style}`.trim() },
    h("caption", {}, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...head)),
    h("tbody", { role: "rowgroup" }, ...body),
  );
}

/**
 * What is there on request.
 * @param {string} summary
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function fold(summary, ...children) {
  return h("details", { class: "fold" }, h("summary", {}, summary), ...children);
}

/**
 * Parts below each other.
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function stack(...children) {
  return h("div", { class: "stack" }, ...children);
}
