/** What only the catalogue names: one long table, folded, with a search of its own. */

import { badge } from "../badge.js";
import { h } from "../dom.js";
import { LEVELS } from "../words.js";
import { sign } from "./legend.js";
import { runs } from "./rows.js";

/** @typedef {import("../api.js").Row} Row */

/**
 * @param {Row[]} rows
 * @param {boolean} open unfolded from the start
 * @returns {HTMLElement}
 */
export function catalogueList(rows, open) {
  const lines = runs(rows, (row) => `${row.organisation.id} ${row.occupation.name} ${row.year}`).map(({ items }) => line(items));
  const found = h("p", { class: "found", role: "status" });
  const search = h("input", { type: "search", autocomplete: "off", oninput: () => narrow(lines, search.value, found) });
  const heads = ["机构", "职业（工种）", "等级", "目录", "各主题"].map((name) => h("th", { scope: "col" }, name));
  const caption = "只在目录里列出的项目";
  const table = h("table", { class: "listed" }, h("caption", { class: "spoken" }, caption), h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...lines));
  const organisations = new Set(rows.map((row) => row.organisation.id)).size;
  return h(
    "details",
    { class: "catalogue", open },
    h("summary", {}, h("h2", {}, `${caption}（${organisations} 家机构）`)),
    h("p", {}, "目录只说机构那一年可以评什么；收费、时间、地址要看机构自己的通知，那一份问考没有收录。"),
    h("label", { class: "search" }, h("span", {}, "在这张表里找"), search),
    found,
    table,
  );
}

/** @param {Row[]} rows the levels of one occupation */
function line(rows) {
  const [{ organisation, occupation, year, status, listed }] = rows;
  const levels = rows.map(({ level }) => (level ? LEVELS[level] : "专项能力")).join("、");
  const cells = { "职业（工种）": occupation.name, 等级: levels };
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, organisation.name),
    ...Object.entries(cells).map(([column, text]) => h("td", { "data-column": column }, text)),
    h("td", { "data-column": "目录" }, h("span", {}, h("a", { href: listed.url }, `${year}年目录`), " ", badge(status))),
    h("td", { "data-column": "各主题" }, h("span", { class: "unheld" }, sign("unknown", null), h("span", { "aria-hidden": "true" }, "未收录"))),
  );
}

/**
 * @param {HTMLElement[]} lines
 * @param {string} text every word of it must occur in a line
 * @param {HTMLElement} found where the number is told
 */
function narrow(lines, text, found) {
  const words = text.trim().toLowerCase().split(/\s+/);
  for (const one of lines) one.hidden = !words.every((word) => one.textContent?.toLowerCase().includes(word));
  found.textContent = text.trim() ? `找到 ${lines.filter((one) => !one.hidden).length} 项。` : "";
}
