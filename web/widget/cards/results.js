/** Where to tap to look something up: the notice's path, one step a line, to follow on a telephone. */

import { h } from "../dom.js";

/** @type {Record<string, string>} */
const LOOKED = { results: "成绩", certificate: "证书信息" };

/**
 * Days and addresses are in the text already, in as few words: only a path of several steps gains by a card.
 * @param {{enquiries: {ways: {what: string[], channel: string | null, path: string | null}[]}[]}} data
 * @param {string} text
 */
export function resultsCard({ enquiries }, text) {
  const told = enquiries.flatMap((one) => one.ways).filter((way) => way.path && text.includes(way.path));
  const lists = told.map(steps).filter((list) => list !== null);
  return lists.length ? h("div", { class: "card" }, ...lists) : null;
}

/** @param {{what: string[], channel: string | null, path: string | null}} way */
function steps({ what, channel, path }) {
  const taps = path?.split("-") ?? [];
  if (taps.length < 2) return null;
  const looked = what.map((one) => LOOKED[one] ?? one).join("、");
  const head = h("p", { class: "label" }, `查${looked}：打开${channel ?? ""}，依次点`);
  return h("div", {}, head, h("ol", {}, ...taps.map((tap) => h("li", {}, tap))));
}
