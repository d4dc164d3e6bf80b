/** The head of a notice: title, who issued it, its number, and whether it holds today. */

import { badge } from "./badge.js";
import { h, pair } from "./dom.js";
import { NOT_STATED } from "./words.js";

/** @type {Record<string, (notice: import("./api.js").NoticeHead) => string>} */
const WARNINGS = {
  past_year: ({ year }) => `这是 ${year} 年的通知，不是今年的。里面的收费、时间和地址今年不一定还适用。`,
  superseded: () => "这份通知已经被同一机构后来的通知取代。",
  upcoming: () => "这份通知还没有生效。",
};

/**
 * The head. It is the clause 标题, so that a link to the title lands here.
 * @param {import("./api.js").NoticeHead} notice
 * @returns {HTMLElement}
 */
export function noticeHead(notice) {
  const warning = WARNINGS[notice.status]?.(notice);
  return h(
    "header",
    { class: "notice-head", id: "标题" },
    h("h1", { id: "标题~0" }, notice.title),
    h(
      "dl",
      {},
      ...pair("发文机关", notice.issuer),
      ...pair("文号", notice.document_number ?? NOT_STATED),
      ...pair("发布日期", notice.published_on ?? NOT_STATED),
      ...pair("状态", badge(notice.status)),
    ),
    warning && h("p", { class: "warning", role: "note" }, warning),
  );
}
