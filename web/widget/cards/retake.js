/** How long passed papers count, which applications are still in time, what it costs, and what ends it early. */

import { h, pair, spoken } from "../dom.js";
import { LEVELS, NOT_STATED } from "../words.js";
import { amounts, clauseLink, day, noticeOf, state } from "./parts.js";
import { fold, folded } from "./table.js";
import { calendarLink, windowState } from "./windows.js";

/**
 * @typedef {import("../api.js").Citation} Citation
 * @typedef {{organisation: {name: string}, year: number, status: string}} Stated
 * @typedef {Stated & {valid_years: number | null, valid_months: number | null, expires_on: string | null,
 *   valid: boolean | null, citations: Citation[]}} Validity what follows from one notice
 * @typedef {{window: import("./windows.js").Window, apply_by: string | null, assessment_inside: boolean | null}} Inside
 * @typedef {{level: number, passed_on: string | null, days_left: number | null, close: boolean, notices: Validity[],
 *   not_stated_by: Stated[], windows: Inside[], retake_fees: any[],
 *   forfeits: (Stated & {text: string, citations: Citation[]})[]}} Retake as `/v1/retake-validity` sends it
 */

/** @param {Retake} data */
export function retakeCard(data) {
  const { level, notices, not_stated_by: silent } = data;
  const shown = notices.map((one) => validity(one, data));
  const unsaid = silent.map((one) => h("p", {}, noticeOf(one, one.status), `：${LEVELS[level]}的有效期，${NOT_STATED}`));
  if (!shown.length && !unsaid.length) return null;
  const more = [windows(data.windows), fees(data.retake_fees), forfeits(data.forfeits)];
  return h("div", { class: "card retake" }, ...shown, ...unsaid, ...more);
}

/**
 * @param {Validity} one
 * @param {Retake} data
 */
function validity(one, { level, passed_on: passed, days_left: left, close, notices }) {
  const days = notices.length === 1 && typeof left === "number" ? `，${left ? `还剩${left}天` : "今天是最后一天"}` : "";
  return h(
    "dl",
    { class: "contact" },
    ...pair("依据", h("span", {}, noticeOf(one, one.status), " ", clauseLink(one.citations))),
    ...pair(`${LEVELS[level]}有效期`, term(one)),
    ...(passed ? pair("通过日期", day(passed)) : []),
    ...(one.expires_on ? pair("最后一天", `${day(one.expires_on)}${days}`) : []),
    ...(one.expires_on ? pair("现在", counts(one)) : []),
    ...(close ? pair("注意", "通知没有写明截止到哪天，离期限很近，请先打电话向机构确认") : []),
  );
}

/** @param {Validity} one */
function term({ valid_years: years, valid_months: months }) {
  if (years) return `${years}年`;
  return months ? `${months}个月` : NOT_STATED;
}

/** @param {Validity} one */
function counts({ valid }) {
  if (typeof valid !== "boolean") return state("open", "以今年的通知为准");
  return valid ? state("good", "还有效") : state("over", "已经过期");
}

/** @param {Inside[]} found */
function windows(found) {
  if (!found.length) return null;
  const rows = found.map(({ window, apply_by: by, assessment_inside: inside }) => [
    window.application.text,
    by ? day(by) : NOT_STATED,
    h("span", { class: "cells" }, window.assessment.text, inside === false && state("soon", "考完时可能已经过期")),
    h("span", { class: "cells" }, windowState(window), calendarLink(window), clauseLink(window.citations)),
  ]);
  return fold("有效期内还能报的", folded(spoken("有效期内还能报的"), ["报名", "最晚哪天报", "考试", "现在"], rows));
}

/** @param {any[]} found */
function fees(found) {
  if (!found.length) return null;
  const items = found.flatMap(({ organisation, occupation, retake, citations }) => {
    const cost = retake.basis === "not_stated" ? NOT_STATED : amounts(retake.components);
    return pair(`${organisation.name}${occupation.name}`, h("div", {}, cost, " ", clauseLink(citations)));
  });
  return fold("补考费", h("dl", { class: "contact" }, ...items));
}

/** @param {Retake["forfeits"]} found */
function forfeits(found) {
  if (!found.length) return null;
  const items = found.map((one) => h("li", {}, one.text, " ", clauseLink(one.citations)));
  return fold("哪些情况下不能补考、成绩不保留", h("ul", {}, ...items));
}
