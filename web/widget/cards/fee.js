/** What it costs, and what several attempts cost together. */

import { h } from "../dom.js";
import { LEVELS, NOT_STATED } from "../words.js";
import { amounts, noticeOf, yuan } from "./parts.js";
import { stack, table } from "./table.js";

/** @param {{fees: any[], sum?: {parts: {text: string, amount: number}[], total: number | null}}} data */
export function feeCard({ fees, sum }) {
  return sum?.parts?.length ? stack(feeTable(fees), sumTable(sum)) : feeTable(fees);
}

/** @param {any[]} fees */
function feeTable(fees) {
  const rows = fees.map((fee) => [
    noticeOf(fee, fee.status),
    fee.occupation.name,
    LEVELS[fee.level],
    amounts(fee.components),
    fee.total === null ? NOT_STATED : yuan(fee.total),
    retake(fee.retake),
  ]);
  return table("收费", ["机构、年份", "职业", "等级", "各项", "合计", "补考"], rows);
}

/** @param {{basis: string, components: any[]}} retake */
function retake({ basis, components }) {
  if (basis === "not_stated") return NOT_STATED;
  return h("div", {}, "按补考的模块收", amounts(components));
}

/**
 * The text says what is missing where there is no total.
 * @param {{parts: {text: string, amount: number}[], total: number | null}} sum
 */
function sumTable({ parts, total }) {
  const rows = parts.map((part) => [part.text, yuan(part.amount)]);
  const whole = typeof total === "number" ? yuan(total) : "还算不出来";
  const last = [h("strong", {}, "合计"), h("strong", {}, whole)];
  return table("一共要付", ["怎么算", "金额"], [...rows, last], "small");
}
