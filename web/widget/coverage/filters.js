/** Choosing what is shown: organisation, occupation, year, status. */

import { h } from "../dom.js";
import { NOTICE_STATUS } from "../words.js";

/**
 * @typedef {import("../api.js").Row} Row
 * @typedef {import("./rows.js").Wanted} Wanted
 * @typedef {[string, string]} Choice value and label
 */

/**
 * @param {Row[]} rows all of them: only what occurs can be chosen
 * @param {URLSearchParams} initial what the address asks for
 * @param {(wanted: Wanted) => void} changed
 * @returns {{element: HTMLElement, wanted: () => Wanted}}
 */
export function filterForm(rows, initial, changed) {
  const wanted = () => /** @type {Wanted} */ (Object.fromEntries(selects.map((one) => [one.name, one.value])));
  const tell = () => changed(wanted());
  const selects = [
    choice("organisation", choices(rows, (row) => [row.organisation.id, row.organisation.name])),
    choice("occupation", choices(rows, (row) => [row.occupation.name, row.occupation.name])),
    choice("year", choices(rows, (row) => [`${row.year}`, `${row.year}年`])),
    choice("status", choices(rows, (row) => [row.status, NOTICE_STATUS[row.status] ?? row.status])),
  ];
  for (const select of selects) {
    const asked = initial.get(select.name) ?? "";
    if ([...select.options].some((option) => option.value === asked)) select.value = asked;
    select.addEventListener("change", tell);
  }
  const labels = ["机构", "职业（工种）", "年份", "状态"].map((label, at) => h("label", {}, h("span", {}, label), selects[at]));
  const clear = () => {
    for (const select of selects) select.value = "";
    tell();
  };
  const button = h("button", { type: "button", onclick: clear }, "显示全部");
  return { element: h("div", { class: "filters", role: "search", "aria-label": "筛选" }, ...labels, button), wanted };
}

/**
 * @param {string} name
 * @param {Choice[]} options
 */
function choice(name, options) {
  return h("select", { name }, ...[["", "全部"], ...options].map(([value, label]) => h("option", { value }, label)));
}

/**
 * @param {Row[]} rows
 * @param {(row: Row) => Choice} read
 * @returns {Choice[]} each once, in order of first appearance
 */
function choices(rows, read) {
  return [...new Map(rows.map(read))];
}
