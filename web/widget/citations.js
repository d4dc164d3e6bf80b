/** What an answer rests on: per notice a list of clauses with their words. */

import { badge } from "./badge.js";
import { h, outwardLink } from "./dom.js";

/** @typedef {import("./api.js").Citation} Citation */

/**
 * The citations of a message, numbered, one foldable list for each notice; null where there are none.
 * @param {Citation[]} citations
 * @returns {HTMLElement | null}
 */
export function citationList(citations) {
  if (!citations.length) return null;
  let number = 1;
  const lists = byNotice(citations).map((group) => {
    const list = oneNotice(group, number);
    number += group.length;
    return list;
  });
  return h("div", { class: "citations" }, h("p", { class: "label" }, "依据（点开看原文）"), ...lists);
}

/**
 * @param {Citation[]} citations
 * @returns {Citation[][]} in order of first mention
 */
function byNotice(citations) {
  /** @type {Map<string, Citation[]>} */
  const groups = new Map();
  for (const one of citations) groups.set(one.notice_id, [...(groups.get(one.notice_id) ?? []), one]);
  return [...groups.values()];
}

/**
 * @param {Citation[]} group citations of one notice
 * @param {number} start the number of the first
 */
function oneNotice(group, start) {
  const [{ issuer, year, status, title, document_number: number }] = group;
  const last = start + group.length - 1;
  const summary = h(
    "summary",
    {},
    h("span", { class: "chip" }, start === last ? `${start}` : `${start}–${last}`),
    h("span", {}, `${issuer} ${year}年 `),
    badge(status),
  );
  const name = h("p", { class: "notice-title" }, number ? `${title}（${number}）` : title);
  const items = group.map((one, index) => citation(one, start + index));
  return h("details", { class: "notice", "data-status": status }, summary, name, h("ol", { start }, ...items));
}

/**
 * @param {Citation} one
 * @param {number} number
 */
function citation(one, number) {
  return h(
    "li",
    { value: number },
    h("span", { class: "clause" }, one.clause),
    h("blockquote", {}, one.quote),
    outwardLink(one.url, "打开通知原文"),
  );
}
