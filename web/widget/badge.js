/** The badge that says whether a notice holds today. */

import { h } from "./dom.js";
import { NOTICE_STATUS } from "./words.js";

/**
 * @param {string} status `current`, `upcoming`, `past_year` or `superseded`
 * @returns {HTMLElement}
 */
export function badge(status) {
  return h("span", { class: "badge", "data-status": status }, NOTICE_STATUS[status] ?? status);
}
