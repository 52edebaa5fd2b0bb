// The section of the report about the search.

import { spread } from './sections.mjs'
import { table } from './table.mjs'

/** @import { Section } from './sections.mjs' */

/** Milliseconds from a query to its answers at 4×. */
const SEARCH_GOAL = 50
/** Milliseconds that the page may be busy at 4× while the search starts. */
const BLOCKED_GOAL = 200

/** @returns {Section} */
export function reportSearch(/** @type {any} */ { queries, ...rates }) {
  const slow = rates['4×']
  return {
    title: 'Search',
    how: `First: from the press that opens the search to the first result of a word typed at once; the texts are loaded and the index is built. Blocked: the longest task of the page meanwhile. Next: ${queries} questions as people type them, whole errors among them, each from the input to its best five answers drawn and laid out. Whole: to all of them, drawn a frame later.`,
    tables: [
      table(
        ['CPU', 'first, ms', 'blocked, ms', 'next, ms', 'worst', 'whole, ms', 'worst'],
        Object.entries(rates).map(([rate, { first, blocked, next, whole }]) => [
          rate,
          spread(first),
          String(blocked),
          spread(next),
          String(next.worst),
          spread(whole),
          String(whole.worst),
        ]),
      ),
    ],
    goals: [
      {
        goal: `every question answered within ${SEARCH_GOAL} ms at 4×`,
        met: slow.next.worst <= SEARCH_GOAL,
        got: `${slow.next.p90} ms for nine in ten, ${slow.next.worst} ms at worst`,
      },
      {
        goal: `the first opening blocks no input for more than ${BLOCKED_GOAL} ms at 4×`,
        met: slow.blocked <= BLOCKED_GOAL,
        got: `${slow.blocked} ms`,
      },
    ],
  }
}
