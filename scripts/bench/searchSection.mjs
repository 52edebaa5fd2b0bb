// The section of the page about the search.

import { spread } from './sections.mjs'
import { table } from './table.mjs'

/** @import { Section } from './sections.mjs' */

/** Milliseconds from a question to its answers at 4×. */
const SEARCH_GOAL = 50

/** @returns {Section} */
export function reportSearch(/** @type {any} */ { queries, ...rates }) {
  const slow = rates['4×'].next
  return {
    title: 'Search',
    how: `First: from the press that opens the search to the first result of a word typed at once; the texts are fetched and the index is made. Next: ${queries} questions as people type them, whole errors among them, each from the input to its answers drawn and laid out.`,
    tables: [
      table(
        ['CPU', 'first, ms', 'next, ms', 'worst'],
        Object.entries(rates).map(([rate, { first, next }]) => [
          rate,
          spread(first),
          spread(next),
          String(next.worst),
        ]),
      ),
    ],
    goals: [
      {
        goal: `nine in ten questions answered within ${SEARCH_GOAL} ms at 4×`,
        met: slow.p90 <= SEARCH_GOAL,
        got: `${slow.p90} ms, ${slow.worst} ms at worst`,
      },
    ],
  }
}
