/** Who assesses what, at which levels. */

import { badge } from "../badge.js";
import { h } from "../dom.js";
import { LEVELS } from "../words.js";
import { folded } from "./table.js";

/** @param {{entries: any[]}} data */
export function directoryCard({ entries }) {
  if (entries.length < 2) return null;
  const rows = entries.map((entry) => [
    entry.organisation.name,
    entry.occupation.name,
    entry.kind === "special_ability" ? "专项职业能力" : entry.levels.map((/** @type {number} */ one) => LEVELS[one]).join("、"),
    h("span", {}, `${entry.year}年 `, badge(entry.status)),
  ]);
  return folded("评价机构和等级", ["机构", "职业", "等级", "目录年份"], rows);
}
