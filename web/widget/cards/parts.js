/** What several cards show in the same way: money, days, clauses, notices, states. */

import { badge } from "../badge.js";
import { h, outwardLink, spoken } from "../dom.js";

/** @typedef {import("../api.js").Citation} Citation */
/** @typedef {import("../dom.js").Child} Child */

/**
 * An organisation with the year of its notice and what that is worth.
 * @param {{organisation: {name: string}, year: number}} stated
 * @param {string} status of the notice
 * @param {string} [label] what of it follows
 * @returns {HTMLElement}
 */
export function noticeOf({ organisation, year }, status, label = "") {
  return h("span", {}, `${organisation.name} ${year}年 ${label}`, label && " ", badge(status));
}

/**
 * @param {number} amount in yuan
 * @returns {string}
 */
export function yuan(amount) {
  return `${Number.isInteger(amount) ? amount : amount.toFixed(2)}\u00a0元`;
}

/**
 * @param {{name: string, amount: number}[]} components
 * @returns {HTMLElement}
 */
export function amounts(components) {
  return h("ul", { class: "plain" }, ...components.map((one) => h("li", {}, `${one.name} ${yuan(one.amount)}`)));
}

/**
 * @param {string} iso 2026-05-06
 * @returns {string} 2026年5月6日
 */
export function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/**
 * A link to the clause that a value rests on, for values that the message's own citations do not bear.
 * @param {Citation[] | undefined} citations
 * @returns {HTMLElement | null}
 */
export function clauseLink(citations) {
  const first = citations?.[0];
  return first ? outwardLink(first.url, spoken("通知原文："), first.clause) : null;
}

/**
 * A word with a mark and a colour of its own.
 * @param {string} name for the style: `good`, `soon`, `over`, `bad`, `open`
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function state(name, ...children) {
  return h("span", { class: "state", "data-state": name }, ...children);
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => string} key
 * @returns {Item[][]} items of one key together, in order of first mention
 */
export function grouped(items, key) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const one of items) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}
