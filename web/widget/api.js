/** The service's endpoints that the pages use, and what can go wrong with them. */

/**
 * @typedef {{notice_id: string, title: string, issuer: string, document_number: string | null, year: number,
 *   clause: string, quote: string, status: string, url: string}} Citation
 * @typedef {{title: string, payload: string}} QuickReply
 * @typedef {{message_id: string, text: string, citations: Citation[], computed: {text: string, explanation: string}[],
 *   quick_replies: QuickReply[], card?: {type: string, data: any} | null}} Message
 * @typedef {{conversation_id: string, status: string, messages: Message[], handoff: boolean}} ChatResponse
 * @typedef {{message_id: string, role: "user" | "assistant", status: string | null, text: string,
 *   message: Message | null}} HistoryMessage
 * @typedef {{text: string, kind: "paragraph" | "header" | "row", footnotes: string[], table: number | null,
 *   columns: string[], values: string[]}} Line
 * @typedef {{clause: string, digest: string, parent: string | null, children: string[], lines: Line[]}} Clause
 * @typedef {{id: string, title: string, issuer: string, document_number: string | null,
 *   published_on: string | null, year: number, status: string}} NoticeHead
 * @typedef {NoticeHead & {clauses: Clause[], footnotes: Record<string, string>}} Notice
 * @typedef {{digest: string, notice_id: string, title: string, issuer: string, year: number, clause: string,
 *   text: string, current: boolean}} ClauseText
 * @typedef {{clause: string, quote: string, url: string}} Source
 * @typedef {{id: string, label: string, group: string}} Topic
 * @typedef {{notice_id: string, year: number, status: string, verified_on: string | null, expires_on: string,
 *   expiring_soon: boolean}} Dated
 * @typedef {Dated & {organisation: {id: string, name: string}, occupation: {code: string | null, name: string},
 *   level: number | null, kind: string, listed: Source, catalogue_only: boolean,
 *   topics: Record<string, {state: "stated" | "not_stated" | "unknown", source: Source | null}>}} Row
 * @typedef {Dated & {title: string, issuer: string, document_number: string | null, kind: string, clauses: number,
 *   facts: Record<string, number>, known_differences: number}} NoticeCoverage
 * @typedef {{as_of: string, topics: Topic[], notices: NoticeCoverage[], rows: Row[]}} Coverage
 * @typedef {{text: string} | {payload: string}} Body a person's own words, or a quick reply's payload
 * @typedef {"network" | "server" | "missing" | "busy" | "refused"} FailureKind
 */

const TIMEOUT_MS = 30_000;

/** A call that brought no answer. */
export class ApiError extends Error {
  /**
   * @param {FailureKind} kind no connection, 5xx, 404, 429, or any other refusal
   * @param {string} detail the service's own words, or ""
   * @param {string | null} [retryAfter] seconds to wait, as the service said
   */
  constructor(kind, detail, retryAfter = null) {
    super(detail || kind);
    this.kind = kind;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/**
 * Ask one question.
 * @param {Body} said
 * @param {string | null} conversationId null starts a conversation
 * @returns {Promise<ChatResponse>}
 * @throws {ApiError}
 */
export function ask(said, conversationId) {
  const body = { ...said, channel: "web", ...(conversationId && { conversation_id: conversationId }) };
  const headers = { "Content-Type": "application/json" };
  return call("/v1/chat", { method: "POST", headers, body: JSON.stringify(body) });
}

/**
 * What was said so far, oldest first.
 * @param {string} conversationId
 * @returns {Promise<{messages: HistoryMessage[]}>}
 * @throws {ApiError}
 */
export function history(conversationId) {
  return call(`/v1/conversations/${encodeURIComponent(conversationId)}/messages`);
}

/**
 * A notice with its clauses.
 * @param {string} id
 * @returns {Promise<Notice>}
 * @throws {ApiError}
 */
export function notice(id) {
  return call(`/v1/notices/${encodeURIComponent(id)}`);
}

/**
 * All notices, without their text.
 * @returns {Promise<{notices: NoticeHead[]}>}
 * @throws {ApiError}
 */
export function notices() {
  return call("/v1/notices");
}

/**
 * The text of a clause as an earlier answer cited it.
 * @param {string} digest of the text, or the beginning of it
 * @param {string} noticeId
 * @returns {Promise<ClauseText>}
 * @throws {ApiError}
 */
export function clauseText(digest, noticeId) {
  return call(`/v1/clauses/${encodeURIComponent(digest)}?notice_id=${encodeURIComponent(noticeId)}`);
}

/**
 * What is held of whom.
 * @param {string | null} asOf a date; null is today
 * @returns {Promise<Coverage>}
 * @throws {ApiError}
 */
export function coverage(asOf) {
  return call(asOf ? `/v1/coverage?as_of=${encodeURIComponent(asOf)}` : "/v1/coverage");
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function call(path, options = {}) {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(new URL(path, import.meta.url), { ...options, signal });
    if (!response.ok) throw await failure(response);
    return await response.json();
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError("network", "");
  }
}

/**
 * @param {Response} response
 * @returns {Promise<ApiError>}
 */
async function failure(response) {
  const problem = await response.json().catch(() => ({}));
  const kind = kindOf(response.status);
  return new ApiError(kind, String(problem.detail ?? ""), response.headers.get("Retry-After"));
}

/**
 * @param {number} status
 * @returns {FailureKind}
 */
function kindOf(status) {
  if (status >= 500) return "server";
  if (status === 404) return "missing";
  return status === 429 ? "busy" : "refused";
}
