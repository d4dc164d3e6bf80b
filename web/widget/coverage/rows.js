/** Which rows are wanted, and how they belong together. Nothing here touches the page. */

/**
 * @typedef {import("../api.js").Row} Row
 * @typedef {import("../api.js").NoticeCoverage} NoticeCoverage
 * @typedef {{organisation: string, occupation: string, year: string, status: string}} Wanted "" is any
 * @typedef {{organisation: Row["organisation"], notice: NoticeCoverage, rows: Row[]}} Section
 */

/**
 * @param {Row[]} rows
 * @param {Wanted} wanted
 * @returns {Row[]}
 */
export function matching(rows, wanted) {
  return rows.filter((row) => {
    const values = { organisation: row.organisation.id, occupation: row.occupation.name, year: `${row.year}`, status: row.status };
    return Object.entries(values).every(([name, value]) => [value, ""].includes(wanted[/** @type {keyof Wanted} */ (name)]));
  });
}

/**
 * One section for each organisation and notice of its own, in the order of the rows.
 * @param {Row[]} rows
 * @param {NoticeCoverage[]} notices
 * @returns {Section[]}
 */
export function sections(rows, notices) {
  /** @type {Map<string, Section>} */
  const found = new Map();
  for (const row of rows.filter((one) => !one.catalogue_only)) {
    const key = `${row.organisation.id} ${row.notice_id}`;
    const notice = /** @type {NoticeCoverage} */ (notices.find((one) => one.notice_id === row.notice_id));
    const section = found.get(key) ?? { organisation: row.organisation, notice, rows: [] };
    section.rows.push(row);
    found.set(key, section);
  }
  return [...found.values()];
}

/**
 * Neighbours with the same key, together.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => string} key
 * @returns {{key: string, items: Item[]}[]}
 */
export function runs(items, key) {
  /** @type {{key: string, items: Item[]}[]} */
  const found = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last?.key === key(item)) last.items.push(item);
    else found.push({ key: key(item), items: [item] });
  }
  return found;
}
