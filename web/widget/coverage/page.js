/** The page of the coverage: filters above, one matrix for each notice, and what only the catalogue names below. */

import { coverage } from "../api.js";
import { h, present } from "../dom.js";
import { catalogueList } from "./catalogue.js";
import { filterForm } from "./filters.js";
import { legend } from "./legend.js";
import { noticeSection } from "./notice.js";
import { matching, sections } from "./rows.js";

/** @typedef {import("../api.js").Coverage} Coverage */

/** Beyond this width a notice's topics fit beside each other; below it they stand under each other. */
const WIDE = matchMedia("(min-width: 68rem)");
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const address = new URL(location.href);

void open();

async function open() {
  try {
    show(await coverage(address.searchParams.get("as_of")));
  } catch {
    const again = h("button", { type: "button", onclick: open }, "重试");
    main.replaceChildren(h("p", { role: "alert" }, "没有打开：连不上服务，或者服务暂时出了问题。"), again);
  }
}

/** @param {Coverage} held */
function show(held) {
  const found = h("p", { class: "found", role: "status" });
  const notices = h("div", { class: "notices" });
  const catalogue = h("div", {});
  const filters = filterForm(held.rows, address.searchParams, (wanted) => {
    remember(wanted);
    draw(wanted);
  });
  /** @param {import("./rows.js").Section[]} own */
  const drawNotices = (own) => notices.replaceChildren(...own.map((one) => noticeSection(one, held.topics, WIDE.matches)));
  /** @param {import("./rows.js").Wanted} wanted */
  const draw = (wanted) => {
    const rows = matching(held.rows, wanted);
    const own = sections(rows, held.notices);
    const listed = rows.filter((row) => row.catalogue_only);
    found.textContent = summary(own, listed);
    drawNotices(own);
    catalogue.replaceChildren(...present([listed.length > 0 && catalogueList(listed, !own.length)]));
  };
  WIDE.onchange = () => drawNotices(sections(matching(held.rows, filters.wanted()), held.notices));
  const date = h("p", { class: "as-of" }, `截至 ${held.as_of}`);
  main.replaceChildren(date, legend(), filters.element, found, notices, catalogue);
  draw(filters.wanted());
}

/**
 * @param {import("./rows.js").Section[]} own
 * @param {import("../api.js").Row[]} listed
 */
function summary(own, listed) {
  if (!own.length && !listed.length) return "没有符合这些条件的收录内容。";
  const organisations = new Set(listed.map((row) => row.organisation.id)).size;
  const catalogue = organisations ? `；另有 ${organisations} 家机构的项目只在目录里列出` : "";
  return `收录 ${own.length} 份机构通知${catalogue}。`;
}

/**
 * Keep the choice in the address, so that it can be shared.
 * @param {import("./rows.js").Wanted} wanted
 */
function remember(wanted) {
  for (const [name, value] of Object.entries(wanted)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
}
