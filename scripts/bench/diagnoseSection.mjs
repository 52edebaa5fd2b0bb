// The section of the report about the page of diagnosis.

import { spread } from './sections.mjs'
import { table } from './table.mjs'

/** @import { Section } from './sections.mjs' */

/** Milliseconds to the first verdict, to a refusal, and in which the page may not answer. */
const READ_GOAL = 3_000
const REFUSED_GOAL = 1_000
const BUSY_GOAL = 200

/** @returns {Section} */
export function reportDiagnose(/** @type {any} */ { megabytes, firefox, ...browsers }) {
  const all = Object.entries(browsers)
  const each = (/** @type {(one: any) => number} */ of) =>
    all.map(([name, one]) => `${name} ${Math.round(of(one))} ms`).join(', ')
  const worst = (/** @type {(one: any) => number} */ of) => Math.max(...all.map(([, one]) => of(one)))
  return {
    title: 'Diagnosis of a large dump',
    how: `A dump of ${megabytes.read} MB of a call that fails is chosen on the page of diagnosis of a fresh window, and read by its worker, in Chromium and in Firefox ${firefox}: from the choice of the file to the verdict on screen. Busy: the longest time meanwhile in which the page ran no timer. A file of ${megabytes.refused} MB is refused by its size.`,
    tables: [
      table(
        ['browser', 'verdict, ms', 'busy, ms', 'refusal, ms', 'busy, ms'],
        all.map(([name, { read, refused }]) => [
          name,
          spread(read.took),
          String(read.busy),
          spread(refused.took),
          String(refused.busy),
        ]),
      ),
    ],
    goals: [
      {
        goal: `the first verdict within ${READ_GOAL} ms`,
        met: worst(({ read }) => read.took.median) <= READ_GOAL,
        got: each(({ read }) => read.took.median),
      },
      {
        goal: `the page is busy for at most ${BUSY_GOAL} ms meanwhile`,
        met: worst(({ read }) => read.busy) <= BUSY_GOAL,
        got: each(({ read }) => read.busy),
      },
      {
        goal: `a file that is too large is refused within ${REFUSED_GOAL} ms`,
        met: worst(({ refused }) => refused.took.median) <= REFUSED_GOAL,
        got: each(({ refused }) => refused.took.median),
      },
    ],
  }
}
