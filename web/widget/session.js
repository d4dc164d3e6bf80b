/** The id of the conversation, kept for this tab; in memory where the browser allows no storage. */

const KEY = "wenkao.conversation";
/** @type {string | null} */
let remembered = null;

/** @returns {string | null} the conversation's id, null before the first answer */
export function conversationId() {
  try {
    return sessionStorage.getItem(KEY) ?? remembered;
  } catch {
    return remembered;
  }
}

/** @param {string | null} id null forgets it */
export function remember(id) {
  remembered = id;
  try {
    if (id === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, id);
  } catch {
    // storage is switched off: the id lives as long as the page
  }
}
