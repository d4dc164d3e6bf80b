/** The matrix of a notice: topics against levels; beside each other where there is room, else under each other. */

import { h } from "../dom.js";
import { LEVELS } from "../words.js";
import { sign } from "./legend.js";
import { runs } from "./rows.js";

/**
 * @typedef {import("../api.js").Row} Row
 * @typedef {import("../api.js").Topic} Topic
 */

/**
 * @param {Row[]} rows of one notice
 * @param {Topic[]} topics in the order of their groups
 * @param {boolean} wide
 * @param {string} caption
 * @returns {HTMLElement} a frame that scrolls where the table is wider than the page
 */
export function matrix(rows, topics, wide, caption) {
  const parts = wide ? beside(rows, topics) : under(rows, topics);
  const table = h("table", { class: wide ? "matrix wide" : "matrix tall" }, h("caption", { class: "spoken" }, caption), ...parts);
  return h("div", { class: "frame", role: "region", tabindex: 0, "aria-label": caption }, table);
}

/**
 * Topics as columns.
 * @param {Row[]} rows
 * @param {Topic[]} topics
 */
function beside(rows, topics) {
  const groups = runs(topics, (topic) => topic.group);
  const corner = h("th", { colspan: 2, rowspan: 2, class: "corner", scope: "col" }, "职业（工种）和等级");
  const above = groups.map(({ key, items }) => h("th", { colspan: items.length, scope: "colgroup", class: "first" }, key));
  const heads = groups.flatMap(({ items }) => items.map((topic, index) => topicHead(topic, index)));
  const bodies = occupations(rows).map(({ key, items }) => {
    const lines = items.map((row, index) => {
      const name = !index && h("th", { scope: "rowgroup", rowspan: items.length, class: "occupation" }, key);
      const cells = groups.flatMap((group) => group.items.map((topic, at) => cell(row, topic, at)));
      return h("tr", {}, name, h("th", { scope: "row", class: "level" }, level(row)), ...cells);
    });
    return h("tbody", {}, ...lines);
  });
  return [h("thead", {}, h("tr", {}, corner, ...above), h("tr", {}, ...heads)), ...bodies];
}

/**
 * @param {Topic} topic
 * @param {number} index in its group
 */
function topicHead(topic, index) {
  return h("th", { scope: "col", class: index ? "topic" : "topic first" }, h("span", {}, topic.label));
}

/**
 * Topics as rows.
 * @param {Row[]} rows
 * @param {Topic[]} topics
 */
function under(rows, topics) {
  const names = occupations(rows).map(({ key, items }) => {
    return h("th", { colspan: items.length, scope: "colgroup", class: "first" }, key);
  });
  const heads = occupations(rows).flatMap(({ items }) => {
    return items.map((row, index) => h("th", { scope: "col", class: index ? "" : "first" }, level(row)));
  });
  const head = h("thead", {}, h("tr", {}, h("th", { rowspan: 2, scope: "col", class: "corner" }, "主题"), ...names), h("tr", {}, ...heads));
  const bodies = runs(topics, (topic) => topic.group).map(({ key, items }) => {
    const title = h("tr", {}, h("th", { colspan: rows.length + 1, scope: "rowgroup", class: "group" }, key));
    const lines = items.map((topic) => {
      const cells = occupations(rows).flatMap((occupation) => occupation.items.map((row, at) => cell(row, topic, at)));
      return h("tr", {}, h("th", { scope: "row", class: "topic" }, topic.label), ...cells);
    });
    return h("tbody", {}, title, ...lines);
  });
  return [head, ...bodies];
}

/** @param {Row[]} rows */
function occupations(rows) {
  return runs(rows, (row) => row.occupation.name);
}

/**
 * @param {Row} row
 * @param {Topic} topic
 * @param {number} index 0 where a new group begins
 */
function cell(row, topic, index) {
  const { state, source } = row.topics[topic.id] ?? { state: "unknown", source: null };
  return h("td", { class: index ? null : "first" }, sign(state, source));
}

/** @param {Row} row */
function level(row) {
  return row.level ? LEVELS[row.level] : "专项能力";
}
