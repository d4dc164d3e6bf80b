/** Misconduct in the notice's full words with what follows from it; the text may only name it in short. */

import { h } from "../dom.js";
import { clauseLink, grouped, noticeOf } from "./parts.js";
import { table } from "./table.js";

/**
 * @typedef {import("../api.js").Citation} Citation
 * @typedef {{conduct: string, text: string, citations: Citation[]}} Case `text`: what follows
 */

/** @param {{organisation: {name: string}, year: number, status: string, cases: Case[]}} data */
export function disciplineCard({ cases, ...notice }) {
  if (cases.length < 2) return null;
  const rows = grouped(cases, (one) => one.text).map((same) => [
    h("ul", {}, ...same.map((one) => h("li", {}, one.conduct, " ", clauseLink(one.citations)))),
    same[0].text,
  ]);
  return table(noticeOf(notice, notice.status, "违纪违规"), ["行为", "后果"], rows, "wordy");
}
