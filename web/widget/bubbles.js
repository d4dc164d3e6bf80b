/** What stands in the log: the person's words, the assistant's messages, remarks between them. */

import { cardOf } from "./cards.js";
import { citationList } from "./citations.js";
import { h, spoken } from "./dom.js";
import { REPLY_STATUS } from "./words.js";

/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").QuickReply} QuickReply */

/**
 * The person's own words.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function personBubble(text) {
  return h("div", { class: "bubble person" }, spoken("您："), h("p", { class: "text" }, text));
}

/**
 * A message of the assistant with all that belongs to it.
 * @param {Message} message
 * @param {string | null} status of the reply, null to leave it unsaid
 * @param {(reply: QuickReply) => void} choose called when a quick reply is pressed
 * @returns {HTMLElement}
 */
export function assistantBubble(message, status, choose) {
  const remark = status && REPLY_STATUS[status];
  return h(
    "div",
    { class: "bubble assistant" },
    spoken("问考："),
    h("p", { class: "text" }, message.text),
    remark && h("p", { class: "remark", "data-status": status }, remark),
    cardOf(message),
    workings(message.computed),
    citationList(message.citations),
    quickReplies(message.quick_replies, choose),
  );
}

/**
 * A remark between messages: a new conversation began.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function divider(text) {
  return h("p", { class: "divider" }, text);
}

/** @param {Message["computed"]} computed */
function workings(computed) {
  if (!computed.length) return null;
  const items = computed.map((one) => h("li", {}, `${one.explanation} = ${one.text}`));
  return h("div", { class: "workings" }, h("p", { class: "label" }, "怎么算的"), h("ul", {}, ...items));
}

/**
 * @param {QuickReply[]} replies
 * @param {(reply: QuickReply) => void} choose
 */
function quickReplies(replies, choose) {
  if (!replies.length) return null;
  const buttons = replies.map((reply) => h("button", { type: "button", onclick: () => choose(reply) }, reply.title));
  return h("div", { class: "choices", role: "group", "aria-label": "可以直接选" }, ...buttons);
}
