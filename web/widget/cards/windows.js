/** One application window: whether it is open, and its calendar file. */

import { h, spoken } from "../dom.js";
import { state } from "./parts.js";

/**
 * @typedef {{start: string | null, end: string | null, text: string}} Period
 * @typedef {{way: string | null, from: string | null, text: string, citations: import("../api.js").Citation[]}} Ticket
 * @typedef {{id: string, notice_id: string, organisation: {name: string}, occupation: {name: string} | null,
 *   levels: number[], application: Period, payment: Period | null, admission_ticket: {text: string} | null,
 *   assessment: Period, status: string, days_left: number | null, year: number, notice_status: string,
 *   tickets: Ticket[], citations: import("../api.js").Citation[]}} Window as `/v1/schedule` sends it
 */

/** @type {Record<string, [string, string]>} status of the application → style and words */
const STATES = { open: ["good", "正在报名"], upcoming: ["soon", "还没开始"], closed: ["over", "已截止"] };

/**
 * Whether one can apply, and how long still.
 * @param {Window} window
 * @returns {HTMLElement}
 */
export function windowState({ status, days_left: left }) {
  const [name, words] = STATES[status] ?? ["open", status];
  const days = left === 0 ? "今天是最后一天" : `还剩${left}天`;
  return state(name, words, typeof left === "number" && `，${days}`);
}

/**
 * The calendar file of a window that can still be used; null for others.
 * @param {Window} window
 * @param {boolean} [named] whether the occupation is to be seen, where several have a file
 * @returns {HTMLElement | null}
 */
export function calendarLink(window, named = false) {
  if (window.status !== "open" && window.status !== "upcoming") return null;
  const address = new URL(`/v1/schedule/${encodeURIComponent(window.id)}.ics`, import.meta.url);
  const { organisation, application, assessment } = window;
  const occupation = window.occupation?.name ?? "";
  const whose = `${organisation.name}${named ? "" : occupation}`;
  return h(
    "a",
    { href: address.href, download: `${window.id}.ics`, class: "calendar" },
    named && occupation ? `加入日历（${occupation}）` : "加入日历",
    spoken(`：${whose}，报名${application.text}，考试${assessment.text}`),
  );
}
