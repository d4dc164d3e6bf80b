/** The box in which a person writes: label, counter, limit, keys. */

import { h } from "./dom.js";

/** The service takes no longer text. */
export const LIMIT = 500;
const HINT = "请不要输入身份证号、手机号等个人信息。";

/**
 * @typedef {object} Composer
 * @property {HTMLElement} element
 * @property {() => string} text what is written, without blanks around it
 * @property {(text: string) => void} write replaces what is written
 * @property {() => void} submit sends what is written, where it may be sent
 * @property {() => void} focus moves the focus to the send button, which brings up no keyboard on a phone
 * @property {(waiting: boolean) => void} wait closes or opens the send button
 */

/**
 * Build the composer.
 * @param {(text: string) => void} send called with a text that may be sent
 * @param {() => void} restart called when a new conversation is wanted
 * @returns {Composer}
 */
export function composer(send, restart) {
  const box = h("textarea", { id: "question", rows: 2, "aria-describedby": "hint counter", enterkeyhint: "send" });
  const counter = h("p", { id: "counter", class: "counter" });
  const excess = h("p", { class: "excess", role: "alert" });
  const button = h("button", { type: "submit", class: "primary" }, "发送");
  const text = () => box.value.trim();
  const refresh = () => count(lengthOf(text()), box, counter, excess);
  const submit = () => {
    if (sendable(text()) && button.getAttribute("aria-disabled") !== "true") send(text());
  };
  const element = h(
    "form",
    { class: "composer", onsubmit: (event) => (event.preventDefault(), submit()) },
    h("div", { class: "question" }, h("label", { for: "question" }, "您的问题"), counter),
    box,
    h("p", { id: "hint", class: "hint" }, HINT),
    excess,
    h("div", { class: "actions" }, h("button", { type: "button", onclick: restart }, "重新开始"), button),
  );
  box.addEventListener("input", refresh);
  box.addEventListener("keydown", (event) => {
    if (!isSend(event)) return;
    event.preventDefault();
    submit();
  });
  refresh();
  return {
    element,
    text,
    write: (words) => ((box.value = words), refresh()),
    submit,
    focus: () => button.focus({ preventScroll: true }),
    wait: (waiting) => (button.setAttribute("aria-disabled", String(waiting))),
  };
}

/**
 * Enter sends, Shift+Enter starts a line, and Enter that picks a word in an input method does neither. Safari
 * ends the composition before the key arrives; only its key code 229 tells.
 * @param {KeyboardEvent} event
 */
function isSend(event) {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

/** @param {string} text */
function sendable(text) {
  const length = lengthOf(text);
  return length > 0 && length <= LIMIT;
}

/** Characters as the service counts them: a rare 汉字 outside the basic plane is one. @param {string} text */
function lengthOf(text) {
  return [...text].length;
}

/**
 * Show the length. The alert's words do not change with it, so that it is read out once.
 * @param {number} length
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} counter
 * @param {HTMLElement} excess
 */
function count(length, box, counter, excess) {
  const over = length > LIMIT;
  box.setAttribute("aria-invalid", String(over));
  counter.textContent = `${length}/${LIMIT} 字`;
  const warning = over ? `超过 ${LIMIT} 字，请删短一些再发送。` : "";
  if (excess.textContent !== warning) excess.textContent = warning;
}
