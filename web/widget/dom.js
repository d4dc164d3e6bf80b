/** Elements from data. Text only ever becomes text nodes: nothing here parses HTML. */

/**
 * @typedef {Node | string | null | undefined | false} Child nothing is added for null, undefined and false
 */

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | ((event: any) => void)>} [attributes] `onclick` and
 *   the like take functions; `true` sets a bare attribute; null and `false` leave it out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/**
 * Children without the holes.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return /** @type {(Node | string)[]} */ (children.filter((child) => child || child === ""));
}

/**
 * Words for screen readers only.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function spoken(text) {
  return h("span", { class: "spoken" }, text);
}

/**
 * A link that opens in a new tab and says so; plain text where the address is not http(s).
 * @param {string} address absolute, or relative to this service
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function outwardLink(address, ...children) {
  const url = webAddress(address);
  if (!url) return h("span", {}, ...children);
  const attributes = { href: url, target: "_blank", rel: "noopener" };
  return h("a", attributes, ...children, spoken("（在新标签页打开）"));
}

/** @param {string} address */
function webAddress(address) {
  try {
    const url = new URL(address, import.meta.url);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * A term and its value, for a `<dl>`.
 * @param {string} term
 * @param {Node | string} value
 * @returns {HTMLElement[]}
 */
export function pair(term, value) {
  return [h("dt", {}, term), h("dd", {}, value)];
}
