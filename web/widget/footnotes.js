/** Footnotes: marks in the text, and the notes at the end. */

import { h } from "./dom.js";

/** @typedef {import("./api.js").Notice} Notice */

/**
 * A line's text, with the marks of its footnotes after it.
 * @param {import("./api.js").Line} line
 * @returns {(Node | string)[]}
 */
export function markedText({ text, footnotes: marks }) {
  return [text, ...marks.map((mark) => h("sup", {}, h("a", { href: `#${noteId(mark)}`, "aria-label": `脚注 ${mark}` }, mark)))];
}

/**
 * The notes, each with a way back to the line that refers to it first; null where there are none.
 * @param {Notice} notice
 * @returns {HTMLElement | null}
 */
export function footnotes({ footnotes: notes, clauses }) {
  const entries = Object.entries(notes);
  if (!entries.length) return null;
  const items = entries.map(([mark, text]) => {
    const origin = referrer(clauses, mark);
    const back = origin && h("a", { href: `#${encodeURIComponent(origin)}` }, "回到正文");
    return h("li", { id: noteId(mark), value: mark }, text, " ", back);
  });
  return h("section", { class: "footnotes" }, h("h2", {}, "脚注"), h("ol", {}, ...items));
}

/** @param {string} mark */
function noteId(mark) {
  return `footnote-${mark}`;
}

/**
 * @param {Notice["clauses"]} clauses
 * @param {string} mark
 * @returns {string | null} the address of the line
 */
function referrer(clauses, mark) {
  for (const { clause, lines } of clauses) {
    const index = lines.findIndex((line) => line.footnotes.includes(mark));
    if (index >= 0) return `${clause}~${index}`;
  }
  return null;
}
