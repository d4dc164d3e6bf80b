/** When to apply, pay, print the ticket and sit the assessment, in the notice's own words. */

import { h, spoken } from "../dom.js";
import { NOT_STATED } from "../words.js";
import { clauseLink, day, grouped, noticeOf } from "./parts.js";
import { fold, folded, stack } from "./table.js";
import { calendarLink, windowState } from "./windows.js";

/** @typedef {import("../dom.js").Child} Child */
/** @typedef {import("./windows.js").Window} Window */
/** @typedef {import("./windows.js").Ticket} Ticket */
/** @typedef {Window[]} Row windows of several occupations that share all dates */
/** @typedef {{name: string, cell: (row: Row) => Child}} Column */

/** @type {Record<string, string>} */
const WAYS = { group: "团体申报：", individual: "个人申报：" };

/** @param {{windows: Window[], next?: Window | null}} data */
export function scheduleCard({ windows, next }) {
  const tables = grouped(windows, (one) => one.notice_id).map(timetable);
  const following = next && !windows.some((one) => one.id === next.id) ? nextLine(next) : null;
  return tables.length || following ? stack(...tables, following) : null;
}

/**
 * One notice: what can still be used in sight, what is over folded where something can.
 * @param {Window[]} windows
 */
function timetable(windows) {
  const rows = grouped(windows, dates);
  const columns = columnsOf(rows);
  const live = rows.filter(([one]) => one.status !== "closed");
  const over = rows.filter(([one]) => one.status === "closed");
  const [first] = windows;
  const whose = columns[0].cell === occupations ? "" : occupations(rows[0]);
  const caption = noticeOf(first, first.notice_status, `${whose}时间表`);
  const names = columns.map((one) => one.name);
  const draw = (/** @type {Row[]} */ some) => some.map((row) => columns.map((one) => one.cell(row)));
  const past = over.length ? folded(live.length ? spoken("已经截止的") : caption, names, draw(over)) : null;
  if (!live.length) return stack(past, ticketsOfAll(rows));
  return stack(folded(caption, names, draw(live)), past && fold(`已经截止的（${over.length}次）`, past), ticketsOfAll(rows));
}

/**
 * Two windows of a notice with the same words are one row of its timetable.
 * @param {Window} window
 */
function dates({ application, payment, admission_ticket: ticket, assessment, status }) {
  return JSON.stringify([application.text, payment, ticket?.text, assessment.text, status]);
}

/**
 * Only columns in which the notice states something.
 * @param {Row[]} rows
 * @returns {Column[]}
 */
function columnsOf(rows) {
  const heads = rows.map(([one]) => one);
  const apart = new Set(rows.map(occupations)).size > 1;
  return [
    ...(apart ? [{ name: "职业", cell: occupations }] : []),
    { name: "报名", cell: ([one]) => one.application.text },
    ...(heads.some((one) => one.payment) ? [{ name: "缴费", cell: payment }] : []),
    ...(sameTickets(rows) ? [] : [{ name: "准考证", cell: ticketCell }]),
    { name: "考试", cell: ([one]) => one.assessment.text },
    { name: "现在", cell: now },
  ];
}

/** @param {Row} row */
function occupations(row) {
  return row.map((one) => one.occupation?.name ?? "").join("、");
}

/** @param {Row} row */
function payment([{ payment: period }]) {
  return period ? period.text : NOT_STATED;
}

/** @param {Row} row */
function now(row) {
  const links = row.map((one) => calendarLink(one, row.length > 1));
  return h("span", { class: row.length > 1 ? "cells lines" : "cells" }, windowState(row[0]), ...links);
}

/** @param {Row} row */
function ticketCell([one]) {
  if (one.admission_ticket) return one.admission_ticket.text;
  return one.tickets.length ? ticketList(one.tickets) : NOT_STATED;
}

/**
 * A rule that is the same for all rows stands once below them.
 * @param {Row[]} rows
 */
function sameTickets(rows) {
  const rules = rows.map(([one]) => JSON.stringify(one.tickets.map((of) => [of.way, of.from, of.text])));
  return rows.every(([one]) => !one.admission_ticket) && new Set(rules).size === 1;
}

/** @param {Row[]} rows */
function ticketsOfAll(rows) {
  const [[first]] = rows;
  if (!first.tickets.length || !sameTickets(rows)) return null;
  return h("div", { class: "card" }, h("p", { class: "label" }, "准考证打印"), ticketList(first.tickets));
}

/** @param {Ticket[]} tickets */
function ticketList(tickets) {
  const items = tickets.map((one) => {
    const from = one.from ? `${day(one.from)}起（按“${one.text}”推算）` : one.text;
    return h("li", {}, `${WAYS[one.way ?? ""] ?? ""}${from} `, clauseLink(one.citations));
  });
  return h("ul", { class: "plain" }, ...items);
}

/** @param {Window} next that the rows do not show */
function nextLine(next) {
  const { application, assessment, citations, notice_status: status } = next;
  return h(
    "p",
    { class: "card next" },
    `${next.status === "open" ? "现在可以报的" : "接下来可以报的"}：`,
    noticeOf(next, status, `报名${application.text}，考试${assessment.text}`),
    " ",
    clauseLink(citations),
    " ",
    calendarLink(next),
  );
}
