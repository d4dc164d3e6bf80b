/** `<wenkao-chat>`: the conversation. It needs base.css, chat.css and answers.css, and nothing of the page around it. */

import { ask, history } from "./api.js";
import { composer } from "./composer.js";
import { h, outwardLink } from "./dom.js";
import { explain } from "./failures.js";
import { Log } from "./log.js";
import { conversationId, remember } from "./session.js";
import { EXAMPLES } from "./words.js";

/**
 * @typedef {import("./api.js").Body} Body
 * @typedef {import("./failures.js").Failure} Failure
 * @typedef {{title: string, body: Body}} Said what is shown as the person's words, and what is sent
 */

/**
 * What follows a call.
 * @template Result
 * @typedef {object} Outcomes
 * @property {(result: Result) => void} done
 * @property {(failure: Failure) => void | Promise<void>} missing the service does not know the conversation
 * @property {(failure: Failure) => void} failed
 */

const EXPIRED = "之前的会话已经过期，从这里开始是新的会话。";

/** The chat as a custom element. */
export class WenkaoChat extends HTMLElement {
  #log = new Log(({ title, payload }) => this.#send({ title, body: { payload } }));
  #status = h("p", { class: "status", role: "status" });
  #problem = h("div", { class: "problem", role: "alert" });
  #composer = composer(
    (text) => this.#send(typed(text)),
    () => this.#restart(),
  );
  /** Counts what was begun: the result of something given up meanwhile is dropped. */
  #turn = 0;
  #waiting = false;

  /** Build the chat and bring back what was said in this tab before. */
  connectedCallback() {
    this.replaceChildren(this.#welcome(), this.#log.element, this.#status, this.#problem, this.#composer.element);
    void this.#restore();
  }

  #welcome() {
    const buttons = EXAMPLES.map((text) => {
      return h("button", { type: "button", onclick: () => this.#send(typed(text)) }, text);
    });
    const covered = h("p", { class: "covered" }, outwardLink("/coverage", "收录了哪些机构和通知"));
    return h("section", { class: "welcome" }, h("h2", {}, "可以这样问"), h("div", { class: "choices" }, ...buttons), covered);
  }

  async #restore() {
    const id = conversationId();
    if (!id) return;
    await this.#during("正在找回刚才的对话…", history(id), {
      done: ({ messages }) => this.#log.recall(messages),
      missing: () => this.#renew(),
      failed: (failure) => this.#tell(failure.text, () => this.#restore()),
    });
  }

  /** @param {Said} said */
  async #send(said) {
    if (this.#waiting) return;
    const bubble = this.#log.person(said.title);
    if ("text" in said.body) this.#composer.write("");
    const answered = this.#attempt(said, bubble);
    this.#status.scrollIntoView({ block: "nearest" });
    await answered;
  }

  /**
   * @param {Said} said
   * @param {HTMLElement} bubble
   */
  async #attempt(said, bubble) {
    const id = conversationId();
    const failed = (/** @type {Failure} */ failure) => {
      bubble.remove();
      this.#giveBack(said, failure);
    };
    const expired = () => {
      this.#renew(bubble);
      return this.#attempt(said, bubble);
    };
    await this.#during("正在查通知…", ask(said.body, id), {
      done: (reply) => this.#show(reply, bubble),
      missing: id ? expired : failed,
      failed,
    });
  }

  /**
   * @param {import("./api.js").ChatResponse} reply
   * @param {HTMLElement} bubble the words that it answers
   */
  #show({ conversation_id: id, status, messages }, bubble) {
    remember(id);
    this.#log.assistant(messages, status);
    bubble.scrollIntoView({ block: "start" });
  }

  /** @param {HTMLElement} [bubble] what the new conversation begins with */
  #renew(bubble) {
    remember(null);
    this.#log.remark(EXPIRED, bubble);
  }

  #restart() {
    this.#turn += 1;
    remember(null);
    this.#log.clear();
    this.#wait("");
    this.#status.textContent = "已重新开始。";
    this.scrollIntoView({ block: "start" });
  }

  /**
   * Put unanswered words back into the box, unless something else was begun there, and offer to try again.
   * @param {Said} said
   * @param {Failure} failure
   */
  #giveBack({ title, body }, { text, retry }) {
    const restored = "text" in body && !this.#composer.text();
    if (restored) this.#composer.write(body.text);
    const where = restored ? "您的话还在输入框里。" : `没有得到回答的是：“${title}”。`;
    const again = restored ? () => this.#composer.submit() : () => this.#send({ title, body });
    this.#tell(`${text}${where}`, retry ? again : null);
  }

  /**
   * @param {string} text
   * @param {(() => void) | null} again
   */
  #tell(text, again) {
    const retry = () => {
      this.#composer.focus();
      again?.();
    };
    this.#problem.replaceChildren(h("p", {}, text));
    if (again) this.#problem.append(h("button", { type: "button", onclick: retry }, "重试"));
    this.#problem.scrollIntoView({ block: "nearest" });
  }

  /**
   * Wait for the service with the send button closed.
   * @template Result
   * @param {string} words what is shown meanwhile
   * @param {Promise<Result>} call
   * @param {Outcomes<Result>} then exactly one is called, none where something else was begun meanwhile
   */
  async #during(words, call, then) {
    const turn = ++this.#turn;
    this.#wait(words);
    const [result, error] = await call.then((value) => [value, null], (reason) => [null, reason]);
    if (turn !== this.#turn) return;
    this.#wait("");
    if (!error) then.done(result);
    else await (error.kind === "missing" ? then.missing : then.failed)(explain(error));
  }

  /** @param {string} words "" when nothing is waited for */
  #wait(words) {
    this.#waiting = words !== "";
    this.toggleAttribute("data-waiting", this.#waiting);
    this.#status.textContent = words;
    this.#problem.replaceChildren();
    this.#composer.wait(this.#waiting);
  }
}

/**
 * @param {string} text
 * @returns {Said}
 */
function typed(text) {
  return { title: text, body: { text } };
}

customElements.define("wenkao-chat", WenkaoChat);
