/** Cards: the answer's own values again, as a table or a list. The text says everything without them. */

import { badge } from "./badge.js";
import { h, outwardLink, pair } from "./dom.js";
import { LEVELS, NOT_STATED, PHONES, SITES } from "./words.js";

const ROWS = 8;

/** @type {Record<string, (data: any, text: string) => HTMLElement | null>} */
const CARDS = { fee: feeTable, contact: contactList, directory: directoryTable };

/**
 * The card of a message; null where there is none, where it would only repeat a short text, or of an unknown type.
 * @param {import("./api.js").Message} message
 * @returns {HTMLElement | null}
 */
export function cardOf({ card, text }) {
  return (card && CARDS[card.type]?.(card.data, text)) ?? null;
}

/** @param {{fees: any[]}} data */
function feeTable({ fees }) {
  const rows = fees.map((fee) => [
    office(fee),
    fee.occupation.name,
    LEVELS[fee.level],
    amounts(fee.components),
    fee.total === null ? NOT_STATED : yuan(fee.total),
    retake(fee.retake),
  ]);
  return table("收费", ["机构、年份", "职业", "等级", "各项", "合计", "补考"], rows);
}

/** @param {{entries: any[]}} data */
function directoryTable({ entries }) {
  if (entries.length < 2) return null;
  const rows = entries.map((entry) => [
    entry.organisation.name,
    entry.occupation.name,
    entry.kind === "special_ability" ? "专项职业能力" : entry.levels.map((/** @type {number} */ one) => LEVELS[one]).join("、"),
    h("span", {}, `${entry.year}年 `, badge(entry.status)),
  ]);
  return folded("评价机构和等级", ["机构", "职业", "等级", "目录年份"], rows);
}

/**
 * Only what the text says, so that every value here stands under the message's citations.
 * @param {{contacts: any[]}} data
 * @param {string} text
 */
function contactList({ contacts }, text) {
  const said = (/** @type {string} */ value) => text.includes(value);
  const lists = contacts.map(({ addresses, phones, websites }) => {
    const saidPhones = phones.filter((/** @type {any} */ one) => said(one.number));
    const saidSites = websites.filter((/** @type {any} */ one) => said(one.url));
    return h(
      "dl",
      { class: "contact" },
      ...addresses.filter(said).flatMap((/** @type {string} */ one) => pair("地址", one)),
      ...saidPhones.flatMap((/** @type {any} */ one) => pair(PHONES[one.purpose] ?? "电话", phoneLink(one.number))),
      ...saidSites.flatMap((/** @type {any} */ one) => pair(SITES[one.purpose] ?? "网址", siteLink(one.url))),
    );
  });
  const filled = lists.filter((list) => list.childElementCount);
  return filled.length ? h("div", { class: "card" }, ...filled) : null;
}

/** @param {string} number as printed in the notice */
function phoneLink(number) {
  return h("a", { href: `tel:${number.replace(/\D/g, "")}` }, number);
}

/**
 * An address printed without `http` stays text: which of the two it means is not ours to guess.
 * @param {string} address
 */
function siteLink(address) {
  return /^https?:/.test(address) ? outwardLink(address, address) : address;
}

/** @param {any} fee */
function office(fee) {
  return h("span", {}, `${fee.organisation.name} ${fee.year}年 `, badge(fee.status));
}

/** @param {{basis: string, components: any[]}} retake */
function retake({ basis, components }) {
  if (basis === "not_stated") return NOT_STATED;
  return h("span", {}, "按补考的模块收", amounts(components));
}

/** @param {{name: string, amount: number}[]} components */
function amounts(components) {
  return h("ul", { class: "amounts" }, ...components.map((one) => h("li", {}, `${one.name} ${yuan(one.amount)}`)));
}

/** @param {number} amount */
function yuan(amount) {
  return `${Number.isInteger(amount) ? amount : amount.toFixed(2)}\u00a0元`;
}

/**
 * A long table keeps its tail folded.
 * @param {string} caption
 * @param {string[]} columns
 * @param {(Node | string)[][]} rows
 */
function folded(caption, columns, rows) {
  if (rows.length <= ROWS) return table(caption, columns, rows);
  const rest = rows.slice(ROWS);
  const tail = h("details", {}, h("summary", {}, `其余 ${rest.length} 条`), table(`${caption}（续）`, columns, rest));
  return h("div", {}, table(caption, columns, rows.slice(0, ROWS)), tail);
}

/**
 * A table that stands its cells below each other on narrow screens; the roles keep it a table there.
 * @param {string} caption
 * @param {string[]} columns
 * @param {(Node | string)[][]} rows
 */
function table(caption, columns, rows) {
  const head = columns.map((name) => h("th", { role: "columnheader", scope: "col" }, name));
  const body = rows.map((cells) => {
    const filled = cells.map((cell, index) => h("td", { role: "cell", "data-column": columns[index] }, cell));
    return h("tr", { role: "row" }, ...filled);
  });
  return h(
    "table",
    { role: "table", class: "card" },
    h("caption", {}, caption),
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...head)),
    h("tbody", { role: "rowgroup" }, ...body),
  );
}
