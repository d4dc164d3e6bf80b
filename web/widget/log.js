/** The log of a conversation: fed turn by turn, or all at once from the history. */

import { assistantBubble, divider, personBubble } from "./bubbles.js";
import { h } from "./dom.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./api.js").QuickReply} QuickReply
 * @typedef {import("./api.js").HistoryMessage} HistoryMessage
 */

/** The log; `choose` is called with a quick reply that is pressed. */
export class Log {
  /** @param {(reply: QuickReply) => void} choose */
  constructor(choose) {
    this.element = h("div", { class: "log", role: "log", "aria-label": "对话" });
    this.choose = choose;
  }

  /**
   * Add the person's words.
   * @param {string} text
   * @returns {HTMLElement} the bubble
   */
  person(text) {
    const bubble = personBubble(text);
    this.element.append(bubble);
    return bubble;
  }

  /**
   * Add the messages of one reply; its status stands under the last of them.
   * @param {Message[]} messages
   * @param {string | null} status
   */
  assistant(messages, status) {
    const last = messages.length - 1;
    const bubbles = messages.map((one, index) => assistantBubble(one, index === last ? status : null, this.choose));
    this.element.append(...bubbles);
  }

  /**
   * Add a remark, at the end or before a bubble.
   * @param {string} text
   * @param {HTMLElement} [bubble]
   */
  remark(text, bubble) {
    if (bubble) bubble.before(divider(text));
    else this.element.append(divider(text));
  }

  /**
   * Show a conversation from its history, without having it read out.
   * @param {HistoryMessage[]} past oldest first
   */
  recall(past) {
    this.element.setAttribute("aria-live", "off");
    this.clear();
    past.forEach((one, index) => {
      const ends = past[index + 1]?.role !== "assistant";
      if (one.message) this.assistant([one.message], ends ? one.status : null);
      else this.person(wordsOf(one.text, past.slice(0, index)));
    });
    this.element.lastElementChild?.scrollIntoView({ block: "nearest", behavior: "instant" });
    requestAnimationFrame(() => this.element.setAttribute("aria-live", "polite"));
  }

  /** Empty it. */
  clear() {
    this.element.replaceChildren();
  }
}

/**
 * A pressed quick reply is stored as its payload; its title stands in the message that offered it. A typed text
 * never begins with a slash.
 * @param {string} text
 * @param {HistoryMessage[]} earlier
 */
function wordsOf(text, earlier) {
  if (!text.startsWith("/")) return text;
  const offered = earlier.flatMap((one) => one.message?.quick_replies ?? []);
  return offered.find((reply) => reply.payload === text)?.title ?? "（快捷回复）";
}
