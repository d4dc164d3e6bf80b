/** A table of a notice, with the merged heads that it was printed with. */

import { h } from "./dom.js";

/** A table of so many columns fits a telephone's width; a wider one scrolls there and keeps its cells readable. */
const NARROW = 4;

/**
 * @typedef {import("./api.js").Line} Line
 * @typedef {{text: string, columns: number, rows: number}} Head one cell of the head, with its spans
 */

/**
 * @param {Line[]} lines header lines first, then rows
 * @param {(index: number) => string} id the id of a line
 * @returns {HTMLElement} a frame that scrolls where the table is wider than the page
 */
export function table(lines, id) {
  const headers = lines.filter((line) => line.kind === "header");
  const rows = lines.filter((line) => line.kind === "row");
  const columns = rows[0]?.columns ?? [];
  const head = headRows(headers, columns).map((row, index) => h("tr", { id: id(index) }, ...row));
  const body = rows.map((row) => h("tr", { id: id(lines.indexOf(row)) }, ...cells(row, columns.length)));
  const name = columns.length ? `表格：${columns.map((column) => column.replaceAll(" ", "")).join("、")}` : "表格";
  return h(
    "div",
    { class: "table-frame", role: "region", tabindex: 0, "aria-label": name },
    h("table", { class: columns.length > NARROW ? "wide" : null }, h("thead", {}, ...head), h("tbody", {}, ...body)),
  );
}

/**
 * A head of several lines has columns like `评价科目 理论知识`; they are drawn as they were printed where the
 * levels fit the lines, and the lines as they are above the columns where they do not.
 * @param {Line[]} headers
 * @param {string[]} columns
 * @returns {HTMLElement[][]} cells by row
 */
function headRows(headers, columns) {
  const paths = columns.map((column) => (headers.length > 1 ? column.split(" ") : [column]));
  const depth = Math.max(0, ...paths.map((path) => path.length));
  if (depth !== headers.length) {
    const span = Math.max(1, columns.length);
    return headers.map((line) => [h("th", { colspan: span }, line.text)]);
  }
  return merged(paths, depth).map((row) => row.map(headCell));
}

/** @param {Head} head */
function headCell({ text, columns, rows }) {
  const scope = columns > 1 ? "colgroup" : "col";
  return h("th", { scope, colspan: columns > 1 ? columns : null, rowspan: rows > 1 ? rows : null }, text);
}

/**
 * @param {string[][]} paths the levels of each column's head
 * @param {number} depth
 * @returns {Head[][]}
 */
function merged(paths, depth) {
  /** @type {Head[][]} */
  const rows = Array.from({ length: depth }, () => []);
  paths.forEach((path, column) => {
    path.forEach((text, level) => {
      const same = column > 0 && paths[column - 1].slice(0, level + 1).join(" ") === path.slice(0, level + 1).join(" ");
      const last = rows[level].at(-1);
      if (same && last && level < path.length - 1) last.columns += 1;
      else rows[level].push({ text, columns: 1, rows: level === path.length - 1 ? depth - level : 1 });
    });
  });
  return rows;
}

/**
 * @param {Line} row
 * @param {number} columns
 */
function cells(row, columns) {
  if (row.values.length !== columns) return [h("td", { colspan: columns }, row.text)];
  return row.values.map((value) => h("td", {}, value));
}
