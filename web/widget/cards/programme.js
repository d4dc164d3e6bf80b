/** The ways to a programme's certificate side by side. */

import { clauseLink, noticeOf } from "./parts.js";
import { h } from "../dom.js";
import { table } from "./table.js";

/**
 * @typedef {{tier: string, route: string, who: string, best_percent: number | null, supervised_by: string | null,
 *   seal: string | null, citations: import("../api.js").Citation[]}} Path
 */

/** @type {Record<string, string>} */
const TIERS = { basic: "基础", advanced: "高级" };
/** @type {Record<string, string>} */
const ROUTES = { training: "培训考核", assessment: "职业技能评价", university_examination: "信息技术水平考试", contest: "技能比武" };

/**
 * Only ways that the text tells, and only where there is something to compare; hours and targets are one figure each,
 * which the text says as well.
 * @param {{organisation: {name: string}, year: number, status: string, paths: Path[]}} data
 * @param {string} text
 */
export function programmeCard({ paths, ...notice }, text) {
  const told = paths.filter((one) => text.includes(one.who));
  if (told.length < 2) return null;
  const rows = told.map((one) => [
    TIERS[one.tier] ?? one.tier,
    ROUTES[one.route] ?? one.route,
    one.best_percent ? `${one.who}，成绩排名前${one.best_percent}%的` : one.who,
    h("span", {}, `${one.seal ?? "—"} `, clauseLink(one.citations)),
  ]);
  return table(noticeOf(notice, notice.status, "取得证书的途径"), ["证书", "途径", "谁可以拿", "盖谁的章"], rows);
}
