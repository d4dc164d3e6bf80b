/** The text of a clause as an answer cited it, for when the notice says something else today. */

import { h } from "./dom.js";

/** @typedef {import("./api.js").ClauseText} ClauseText */

/**
 * The beginning of the cited text's digest.
 * @param {string} search the address's part from `?` on
 * @returns {string | null}
 */
export function citedText(search) {
  const digest = new URLSearchParams(search).get("text") ?? "";
  return /^[0-9a-f]{12,64}$/.test(digest) ? digest : null;
}

/**
 * The text with a remark on what became of it, and a way to today's.
 * @param {ClauseText} then
 * @param {number | null} line the cited one; null is the whole clause
 * @param {{changed: boolean, withdrawn: boolean}} today the clause says something else, or the whole notice is
 *   gone; neither: the clause is gone
 * @returns {{element: HTMLElement, target: HTMLElement}} what to show, and what of it to point at
 */
export function formerText(then, line, { changed, withdrawn }) {
  const became = withdrawn ? "该通知已撤下" : changed ? "该条款现已变更" : "该条款现已删去";
  const lines = then.text.split("\n").map((text) => h("p", {}, text));
  const text = h("blockquote", {}, ...lines);
  const now = `/notices/${then.notice_id}${changed ? `#${encodeURIComponent(then.clause)}` : ""}`;
  const element = h(
    "section",
    { class: "formerly", "aria-label": "答复当时的原文" },
    h("p", { class: "warning", role: "note" }, `这是答复当时的原文；${became}。`),
    h("p", { class: "origin" }, `${then.issuer} ${then.year}年 ${then.clause}`),
    text,
    !withdrawn && h("p", {}, h("a", { href: now }, changed ? "看现在的条款" : "看现在的通知")),
  );
  return { element, target: (line !== null && lines[line]) || text };
}
