/** May somebody apply: level by level, condition by condition, with what would bring it sooner. */

import { h } from "../dom.js";
import { LEVELS } from "../words.js";
import { clauseLink, day, noticeOf, state } from "./parts.js";
import { fold } from "./table.js";
import { calendarLink } from "./windows.js";

/**
 * @typedef {import("../api.js").Citation} Citation
 * @typedef {{outcome: string, explanation: string, citations: Citation[]}} Condition
 * @typedef {{level: number, outcome: string, earliest_date: string | null, age: Condition | null,
 *   conditions: Condition[], ways: {change: string, from_date: string}[], assumptions: string[],
 *   window: import("./windows.js").Window | null}} Level
 * @typedef {{kind: string, text: string, citations: Citation[]}} Note
 * @typedef {{as_of: string, levels: Level[], notes: Note[]}} Eligibility as `/v1/eligibility` sends it
 */

/** @type {Record<string, [string, string, string]>} outcome of a level → style, mark, words */
const OUTCOMES = {
  eligible: ["good", "✓", "可以报"],
  not_eligible: ["bad", "✗", "现在还不能报"],
  needs_information: ["open", "?", "还不能确定"],
};
/** @type {Record<string, [string, string, string]>} outcome of a condition → style, mark, words */
const MARKS = { met: ["good", "✓", "符合"], not_met: ["bad", "✗", "不符合"], unknown: ["open", "?", "还不确定"] };

/**
 * @param {Eligibility} data
 * @param {string} text
 */
export function eligibilityCard({ levels, notes, as_of: today }, text) {
  if (!levels.length) return null;
  const assumed = [...new Set(levels.flatMap((one) => one.assumptions))];
  return h(
    "div",
    { class: "card verdicts" },
    h("ul", { class: "plain levels" }, ...levels.map((one) => verdict(one, today))),
    assumed.length > 0 && h("p", { class: "label" }, `（${assumed.join("；")}。）`),
    remarks(notes, text),
    footnotes(notes),
  );
}

/**
 * @param {Level} level
 * @param {string} today
 */
function verdict(level, today) {
  const [style, mark, words] = OUTCOMES[level.outcome] ?? ["open", "?", level.outcome];
  const conditions = [...(level.age ? [level.age] : []), ...level.conditions];
  return h(
    "li",
    { "data-outcome": level.outcome },
    h("p", {}, h("strong", {}, LEVELS[level.level]), " ", marked(style, mark, words)),
    earliest(level, today),
    firstWindow(level),
    ways(level.ways, today),
    fold(`${LEVELS[level.level]}的条件，一条一条看`, h("ul", { class: "plain" }, ...conditions.map(condition))),
  );
}

/**
 * @param {string} style
 * @param {string} mark for the eye; the words say the same
 * @param {string} words
 */
function marked(style, mark, words) {
  return state(style, h("span", { "aria-hidden": "true" }, `${mark} `), words);
}

/**
 * What is not known yet may bring it sooner: then the day is the latest one.
 * @param {Level} level
 * @param {string} today
 */
function earliest({ outcome, earliest_date: date }, today) {
  if (!date || outcome === "eligible" || date <= today) return null;
  return h("p", {}, `${outcome === "needs_information" ? "最迟到" : "最早"}${day(date)}可以报`);
}

/** @param {Level} level */
function firstWindow({ window, outcome }) {
  if (!window) return null;
  const { application, assessment, citations, notice_status: status } = window;
  const said = `报名${application.text}，考试${assessment.text}`;
  return h(
    "p",
    {},
    `${outcome === "eligible" ? "最近能赶上的一次" : "到那时能赶上的一次"}：`,
    noticeOf(window, status, said),
    " ",
    clauseLink(citations),
    " ",
    calendarLink(window),
  );
}

/**
 * @param {Level["ways"]} found
 * @param {string} today
 */
function ways(found, today) {
  if (!found.length) return null;
  const items = found.map((one) => {
    const from = one.from_date <= today ? "现在就可以报" : `${day(one.from_date)}起可以报`;
    return h("li", {}, `如果您${one.change}，${from}`);
  });
  return h("div", {}, h("p", { class: "label" }, "怎样能更早"), h("ul", {}, ...items));
}

/** @param {Condition} one */
function condition(one) {
  const [style, mark, words] = MARKS[one.outcome] ?? MARKS.unknown;
  return h("li", {}, marked(style, mark, words), " ", one.explanation, " ", clauseLink(one.citations));
}

/**
 * What the text has said is not said again.
 * @param {Note[]} notes
 * @param {string} text
 */
function remarks(notes, text) {
  const left = notes.filter((one) => one.kind === "remark" && !text.includes(one.text));
  return left.length ? h("ul", {}, ...left.map(note)) : null;
}

/** @param {Note[]} notes */
function footnotes(notes) {
  const found = notes.filter((one) => one.kind === "footnote");
  return found.length ? fold("通知里的脚注", h("ul", {}, ...found.map(note))) : null;
}

/** @param {Note} one */
function note(one) {
  return h("li", {}, one.text, " ", clauseLink(one.citations));
}
