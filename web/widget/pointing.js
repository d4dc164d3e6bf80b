/** Scroll to what the address names after `#`, and mark it. */

const MARK = "pointed";

/**
 * Point at a clause, or at a line of it (`二（四）~4`); where the line is gone, at its clause.
 * @param {string} hash with its `#`, percent-encoded as in the address; "" points at nothing
 * @returns {string} what to tell a person who sees nothing marked, "" where all is well
 */
export function pointAt(hash) {
  document.querySelectorAll(`.${MARK}`).forEach(release);
  const { name, clause } = anchor(hash);
  if (!name) return "";
  const target = document.getElementById(name) ?? document.getElementById(clause);
  if (!target) return `这份通知里没有“${clause}”这一条，下面是通知全文。`;
  mark(target);
  return "";
}

/**
 * What the part of an address after `#` names.
 * @param {string} hash with its `#`
 * @returns {{name: string, clause: string, line: number | null}}
 */
export function anchor(hash) {
  const name = decoded(hash.slice(1));
  const [clause, line] = name.split("~");
  return { name, clause, line: line ? Number(line) : null };
}

/**
 * Mark an element, scroll to it and give it the focus.
 * @param {HTMLElement} target
 */
export function mark(target) {
  target.classList.add(MARK);
  target.setAttribute("aria-current", "location");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const tall = target.offsetHeight > innerHeight / 2;
  target.scrollIntoView({ block: tall ? "start" : "center", inline: "nearest", behavior: "instant" });
}

/** @param {Element} target */
function release(target) {
  target.classList.remove(MARK);
  target.removeAttribute("aria-current");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
