/** Clauses in order: headings and paragraphs indented by depth, tables as tables, every line with its own address. */

import { h } from "./dom.js";
import { markedText } from "./footnotes.js";
import { table } from "./tables.js";

/**
 * @typedef {import("./api.js").Clause} Clause
 * @typedef {import("./api.js").Line} Line
 */

/** Parts that carry no number: their first line is no heading. */
const UNNUMBERED = new Set(["文号", "引言", "附件清单", "落款"]);
const LONGEST_HEADING = 45;

/**
 * A section for each clause: id is the clause's path, and each line's id is `path~index`.
 * @param {Clause[]} clauses in order
 * @param {(path: string) => void} copy called when a clause's link is to be copied
 * @returns {HTMLElement[]}
 */
export function clauseSections(clauses, copy) {
  const depths = depthsOf(clauses);
  return clauses.map((clause) => section(clause, depths.get(clause.clause) ?? 0, copy));
}

/**
 * Links to the parts of the first order.
 * @param {Clause[]} clauses
 * @returns {HTMLElement}
 */
export function contents(clauses) {
  const parts = clauses.filter((clause) => !clause.parent && isHeading(clause));
  const links = parts.map((part) => {
    return h("li", {}, h("a", { href: `#${encodeURIComponent(part.clause)}` }, part.lines[0].text));
  });
  return h("nav", { class: "contents", "aria-label": "目录" }, h("details", {}, h("summary", {}, "目录"), h("ul", {}, ...links)));
}

/** @param {Clause[]} clauses */
function depthsOf(clauses) {
  /** @type {Map<string, number>} */
  const depths = new Map();
  for (const { clause, parent } of clauses) depths.set(clause, parent ? (depths.get(parent) ?? 0) + 1 : 0);
  return depths;
}

/**
 * @param {Clause} clause
 * @param {number} depth
 * @param {(path: string) => void} copy
 */
function section(clause, depth, copy) {
  const [first, ...rest] = blocks(clause, depth);
  const button = h("button", { type: "button", class: "copy", onclick: () => copy(clause.clause) }, `${clause.clause} 复制链接`);
  const head = h("div", { class: "clause-head" }, first, button);
  return h("section", { id: clause.clause, class: "clause", "data-depth": depth }, head, ...rest);
}

/**
 * @param {Clause} clause
 * @param {number} depth
 * @returns {HTMLElement[]} one for each paragraph and each table
 */
function blocks(clause, depth) {
  const heading = /** @type {"h2"} */ (`h${Math.min(6, depth + 2)}`);
  return groups(clause.lines).map(({ start, lines }) => {
    const id = (/** @type {number} */ offset) => `${clause.clause}~${start + offset}`;
    if (lines[0].table !== null) return table(lines, id);
    const tag = start === 0 && isHeading(clause) ? heading : "p";
    return h(tag, { id: id(0) }, ...markedText(lines[0]));
  });
}

/**
 * Lines of the same table belong together; any other line stands alone.
 * @param {Line[]} lines
 */
function groups(lines) {
  /** @type {{start: number, lines: Line[]}[]} */
  const found = [];
  lines.forEach((line, index) => {
    const last = found.at(-1);
    if (last && line.table !== null && last.lines[0].table === line.table) last.lines.push(line);
    else found.push({ start: index, lines: [line] });
  });
  return found;
}

/** @param {Clause} clause */
function isHeading({ clause, children, lines }) {
  const [{ text, kind }] = lines;
  const leads = children.length > 0 || lines.length > 1;
  const short = text.length <= LONGEST_HEADING && !/[。；;]$/.test(text);
  return kind === "paragraph" && leads && short && !UNNUMBERED.has(clause);
}
