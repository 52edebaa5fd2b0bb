// The section of the report about the relay of the rooms.

import { spread } from './sections.mjs'
import { table } from './table.mjs'

/** @import { Section } from './sections.mjs' */

/** Milliseconds from a member to its partner, while all members speak at once: nine in ten. */
const DELAY_GOAL = 1_000
/** Times the heap after the first set of members. */
const FLAT = 1.05

/** @returns {Section} */
export function reportRelay(/** @type {any} */ result) {
  const { rooms, members, messages, perSecond, joined, delay, emptyKilobytes, afterKilobytes } = result
  const growth = afterKilobytes.at(-1) / afterKilobytes[0]
  return {
    title: 'The relay of the rooms',
    how: `${members} members in ${rooms} rooms on loopback. All say a message of 2,000 characters at once, and again when everyone has heard it; then all leave and others come, three times. Every member must have heard exactly what its partner said, in order; otherwise nothing is reported here. One process plays all members, so the time is theirs, too. The heap is the relay’s own process after garbage collection.`,
    tables: [
      table(
        [
          'messages',
          'a second',
          'all joined, ms',
          'on the way, ms',
          'heap before, kB',
          'after each set of members',
        ],
        [
          [
            String(messages),
            String(perSecond),
            String(joined),
            spread(delay),
            String(emptyKilobytes),
            afterKilobytes.join(', '),
          ],
        ],
      ),
    ],
    goals: [
      { goal: 'no message lost, repeated or in another room', met: true, got: `${messages} of ${messages}` },
      {
        goal: `on the way for at most ${DELAY_GOAL} ms while all speak at once (nine in ten)`,
        met: delay.p90 <= DELAY_GOAL,
        got: `${delay.p90} ms`,
      },
      {
        goal: `memory flat (within ${Math.round((FLAT - 1) * 100)} % from the first set of members to the last)`,
        met: growth <= FLAT,
        got: `${growth.toFixed(2)}×`,
      },
    ],
  }
}
