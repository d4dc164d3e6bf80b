/**
 * Cards: the answer's own values again, as a table or a list. The text says everything without them.
 *
 * A card shows only what the text says, or what it links to its own clause; so every value has its source.
 * `certificate` has no card: its rules are mostly single sentences, which the text quotes in full.
 */

import { contactCard } from "./cards/contact.js";
import { directoryCard } from "./cards/directory.js";
import { disciplineCard } from "./cards/discipline.js";
import { eligibilityCard } from "./cards/eligibility.js";
import { feeCard } from "./cards/fee.js";
import { programmeCard } from "./cards/programme.js";
import { resultsCard } from "./cards/results.js";
import { retakeCard } from "./cards/retake.js";
import { scheduleCard } from "./cards/schedule.js";

/** @typedef {(data: any, text: string) => HTMLElement | null} Draw null where a card would only repeat the text */

/** @type {Map<string, Draw>} type of a card → what draws it */
const CARDS = new Map(
  /** @type {[string, Draw][]} */ ([
    ["contact", contactCard],
    ["directory", directoryCard],
    ["discipline", disciplineCard],
    ["eligibility", eligibilityCard],
    ["fee", feeCard],
    ["programme", programmeCard],
    ["results", resultsCard],
    ["retake", retakeCard],
    ["schedule", scheduleCard],
  ]),
);

/**
 * The card of a message; null where there is none, where it would only repeat a short text, of an unknown type, or
 * of a shape that this page does not know: a service newer than the page must not cost the person the answer.
 * @param {import("./api.js").Message} message
 * @returns {HTMLElement | null}
 */
export function cardOf({ card, text }) {
  const draw = card && CARDS.get(card.type);
  if (!draw) return null;
  try {
    return draw(card.data, text);
  } catch (error) {
    console.warn(`The card "${card.type}" is left out`, error);
    return null;
  }
}
