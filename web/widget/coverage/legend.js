/** The signs of the matrix, with their words. */

import { h, spoken } from "../dom.js";

/** @typedef {"stated" | "not_stated" | "unknown"} State */

/** @type {Record<State, {sign: string, name: string, meaning: string}>} */
const SIGNS = {
  stated: { sign: "✓", name: "已写明", meaning: "点开看通知原文" },
  not_stated: { sign: "—", name: "未写明", meaning: "通知里没有说" },
  unknown: { sign: "?", name: "未收录", meaning: "没有这家机构自己的通知，无从得知" },
};

/** @returns {HTMLElement} */
export function legend() {
  const entries = Object.entries(SIGNS).map(([state, { sign, name, meaning }]) => {
    const mark = h("span", { class: "sign", "data-state": state, "aria-hidden": "true" }, sign);
    return h("li", {}, mark, h("span", {}, h("b", {}, name), `：${meaning}`));
  });
  return h("ul", { class: "legend", "aria-label": "图例" }, ...entries);
}

/**
 * The inside of a cell: the sign, and for screen readers its name.
 * @param {State} state
 * @param {import("../api.js").Source | null} source where it is stated
 * @returns {HTMLElement}
 */
export function sign(state, source) {
  const { sign: mark, name } = SIGNS[state];
  const shown = h("span", { "aria-hidden": "true" }, mark);
  if (!source) return h("span", { class: "sign", "data-state": state }, shown, spoken(name));
  const attributes = { class: "sign", "data-state": state, href: source.url, title: `${source.clause}：${source.quote}` };
  return h("a", attributes, shown, spoken(`${name}，见${source.clause}`));
}
