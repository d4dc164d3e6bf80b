/** The page of a notice: read the id from the address, show the notice, point at the clause after `#`. */

import { notice, notices } from "./api.js";
import { badge } from "./badge.js";
import { clauseSections, contents } from "./clauses.js";
import { copyLink } from "./copying.js";
import { h, present } from "./dom.js";
import { footnotes } from "./footnotes.js";
import { noticeHead } from "./heading.js";
import { pointAt } from "./pointing.js";

/** @typedef {import("./api.js").Notice} Notice */

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const status = /** @type {HTMLElement} */ (document.querySelector("[role=status]"));

void open(decodeURIComponent(location.pathname.split("/").pop() ?? ""));

/** @param {string} id */
async function open(id) {
  try {
    show(await notice(id));
  } catch (error) {
    await refuse(id, /** @type {import("./api.js").ApiError} */ (error));
  }
}

/** @param {Notice} read */
function show(read) {
  document.title = `${read.title} - 问考`;
  const clauses = read.clauses.filter((clause) => clause.clause !== "标题");
  const sections = clauseSections(clauses, (path) => copyLink(path, status));
  main.replaceChildren(...present([noticeHead(read), contents(clauses), ...sections, footnotes(read)]));
  const follow = () => (status.textContent = pointAt(location.hash));
  addEventListener("hashchange", follow);
  follow();
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
  const known = await notices().catch(() => ({ notices: [] }));
  const links = known.notices.map((one) => h("li", {}, h("a", { href: `/notices/${one.id}` }, one.title), " ", badge(one.status)));
  main.replaceChildren(
    h("h1", {}, "没有这份通知"),
    h("p", { role: "alert" }, `没有收录编号为“${id}”的通知。它可能换了编号，或者链接不完整。`),
    links.length ? h("p", {}, "收录的通知有：") : "",
    h("ul", { class: "known" }, ...links),
  );
}
