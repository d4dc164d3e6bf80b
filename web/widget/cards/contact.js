/** Where and how to reach an office, and whether it is open at the moment that was asked about. */

import { h, outwardLink, pair } from "../dom.js";
import { PHONES, SITES } from "../words.js";
import { state } from "./parts.js";

/** @type {Record<string, string>} why an office is shut */
const SHUT = {
  lunch: "中午休息",
  before_opening: "还没到受理时间",
  after_closing: "已经过了受理时间",
  weekend: "周末",
};

/**
 * Only what the text says, so that every value here stands under the message's citations.
 * @param {{contacts: any[], openness?: any[]}} data
 * @param {string} text
 */
export function contactCard({ contacts, openness }, text) {
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
  const filled = [opennessList(openness ?? []), ...lists].filter((list) => list.childElementCount);
  return filled.length ? h("div", { class: "card" }, ...filled) : null;
}

/**
 * Of a single moment only: of a holiday's days the text names the first and the last, not each.
 * @param {any[]} openness
 */
function opennessList(openness) {
  const whose = openness.map((one) => one.line || one.organisation);
  const single = openness.filter((_, index) => whose.indexOf(whose[index]) === whose.lastIndexOf(whose[index]));
  const items = single.flatMap((one) => pair("您问的时间", openLine(one, single.length > 1)));
  return h("dl", { class: "contact" }, ...items);
}

/**
 * @param {any} one
 * @param {boolean} named whether to say whose
 */
function openLine(one, named) {
  const whose = named && `（${one.line || one.organisation}）`;
  if (typeof one.open_now !== "boolean") return h("span", {}, state("open", "说不准，请先打电话问"), whose);
  if (one.open_now) return h("span", {}, state("good", "受理"), whose);
  const why = one.holiday ? `${one.holiday}假期` : SHUT[one.reason];
  return h("span", {}, state("over", `不受理${why ? `：${why}` : ""}`), whose);
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
