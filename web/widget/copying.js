/** Copy the link of a clause. */

import { pointAt } from "./pointing.js";

/**
 * Put a clause's link into the address bar and, where the browser allows it, on the clipboard.
 * @param {string} path
 * @param {HTMLElement} status where the outcome is told
 */
export async function copyLink(path, status) {
  history.replaceState(null, "", `${location.pathname}#${encodeURIComponent(path)}`);
  pointAt(location.hash);
  status.textContent = await copied(location.href)
    ? `“${path}”的链接已复制。`
    : `“${path}”的链接在地址栏里，可以从那里复制。`;
}

/** @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
