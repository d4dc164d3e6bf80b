/** One notice of an organisation: how old it is, when it was checked, and its matrix. */

import { badge } from "../badge.js";
import { h, pair } from "../dom.js";
import { matrix } from "./matrix.js";

/** @typedef {import("../api.js").NoticeCoverage} NoticeCoverage */

/** Kinds of facts that say nothing of their own: passages filed by topic, what is missing, what needs no fact. */
const NO_VALUES = new Set(["rules", "not_stated", "text_only", "differences"]);

/**
 * @param {import("./rows.js").Section} section
 * @param {import("../api.js").Topic[]} topics
 * @param {boolean} wide
 * @returns {HTMLElement}
 */
export function noticeSection({ organisation, notice, rows }, topics, wide) {
  const id = `${organisation.id}-${notice.notice_id}`;
  return h(
    "section",
    { class: "notice", "aria-labelledby": id },
    h("h2", { id }, organisation.name, " ", h("span", { class: "year" }, `${notice.year}年`), " ", badge(notice.status)),
    h("p", { class: "title" }, h("a", { href: `/notices/${notice.notice_id}` }, notice.title)),
    facts(notice),
    matrix(rows, topics, wide, `${organisation.name}${notice.year}年通知写明的主题`),
  );
}

/** @param {NoticeCoverage} notice */
function facts(notice) {
  const values = Object.entries(notice.facts).filter(([kind]) => !NO_VALUES.has(kind));
  const count = values.reduce((sum, [, number]) => sum + number, 0);
  return h(
    "dl",
    { class: "figures" },
    h("div", {}, ...pair("最后核对日期", notice.verified_on ?? "没有核对过")),
    h("div", {}, ...pair("到期日", expiry(notice))),
    h("div", {}, ...pair("条款", `${notice.clauses} 条`)),
    h("div", {}, ...pair("摘录的事实", `${count} 项`)),
    h("div", {}, ...pair("已知出入", `${notice.known_differences} 处`)),
  );
}

/** @param {NoticeCoverage} notice */
function expiry({ expires_on: day, expiring_soon: soon }) {
  return h("span", {}, day, " ", soon && h("strong", { class: "soon" }, "即将到期"));
}
