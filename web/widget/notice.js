/**
 * The page of a notice: read the id from the address, show the notice, point at the clause after `#`. Where the
 * address also names a text that an answer cited and the notice says something else today, show that text.
 */

import { clauseText, notice, notices } from "./api.js";
import { badge } from "./badge.js";
import { clauseSections, contents } from "./clauses.js";
import { copyLink } from "./copying.js";
import { h, present } from "./dom.js";
import { footnotes } from "./footnotes.js";
import { citedText, formerText } from "./formerly.js";
import { noticeHead } from "./heading.js";
import { anchor, mark, pointAt } from "./pointing.js";

/** @typedef {import("./api.js").Notice} Notice */

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const status = /** @type {HTMLElement} */ (document.querySelector("[role=status]"));

// The text in the address is that of the clause it came with, not of the next one that a person goes to.
addEventListener("hashchange", () => {
  if (location.search) history.replaceState(null, "", `${location.pathname}${location.hash}`);
});
void open(decodeURIComponent(location.pathname.split("/").pop() ?? ""));

/** @param {string} id */
async function open(id) {
  try {
    await show(await notice(id));
  } catch (error) {
    await refuse(id, /** @type {import("./api.js").ApiError} */ (error));
  }
}

/** @param {Notice} read */
async function show(read) {
  document.title = `${read.title} - 问考`;
  const clauses = read.clauses.filter((clause) => clause.clause !== "标题");
  const sections = clauseSections(clauses, (path) => copyLink(path, status));
  main.replaceChildren(...present([noticeHead(read), contents(clauses), ...sections, footnotes(read)]));
  addEventListener("hashchange", () => (status.textContent = pointAt(location.hash)));
  status.textContent = (await pointAtCited(read)) ?? pointAt(location.hash);
}

/**
 * Point at what an answer cited, where that is not what its address names today.
 * @param {Notice} read
 * @returns {Promise<string | null>} what to tell; null where the address holds as it is
 */
async function pointAtCited(read) {
  const digest = citedText(location.search);
  const { clause, line } = anchor(location.hash);
  const today = read.clauses.find((one) => one.clause === clause);
  if (!digest || today?.digest.startsWith(digest)) return null;
  const moved = read.clauses.find((one) => one.digest.startsWith(digest));
  if (moved) {
    const told = pointAt(`#${encodeURIComponent(line ? `${moved.clause}~${line}` : moved.clause)}`);
    return told || `答复引用的“${clause}”，文字未变，现在编为“${moved.clause}”。`;
  }
  const then = await clauseText(digest, read.id).catch(() => null);
  if (!then) return `${pointAt(location.hash)}“${clause}”在答复之后变更过，当时的原文没有保存。`;
  const box = formerText(then, line, { changed: Boolean(today), withdrawn: false });
  const place = today && document.getElementById(clause);
  if (place) place.before(box.element);
  else document.querySelector(".notice-head")?.after(box.element);
  mark(box.target);
  return "";
}

/**
 * @param {string} id
 * @param {import("./api.js").ApiError} error
 */
async function refuse(id, { kind }) {
  if (kind !== "missing") {
    const again = h("button", { type: "button", onclick: () => open(id) }, "重试");
    const text = "通知没有打开：连不上服务，或者服务暂时出了问题。";
    main.replaceChildren(h("h1", {}, "通知没有打开"), h("p", { role: "alert" }, text), again);
    return;
  }
  const digest = citedText(location.search);
  const then = digest && (await clauseText(digest, id).catch(() => null));
  const known = await notices().catch(() => ({ notices: [] }));
  const links = known.notices.map((one) => h("li", {}, h("a", { href: `/notices/${one.id}` }, one.title), " ", badge(one.status)));
  const list = h("ul", { class: "known" }, ...links);
  if (then) {
    const box = formerText(then, anchor(location.hash).line, { changed: false, withdrawn: true });
    main.replaceChildren(h("h1", {}, then.title), box.element, h("h2", {}, "现在收录的通知"), list);
    mark(box.target);
    return;
  }
  main.replaceChildren(
    h("h1", {}, "没有这份通知"),
    h("p", { role: "alert" }, `没有收录编号为“${id}”的通知。它可能换了编号，或者链接不完整。`),
    links.length ? h("p", {}, "收录的通知有：") : "",
    list,
  );
}
