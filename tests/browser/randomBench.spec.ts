import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { WAYS } from '../support/benchActs'
import type { ActsReport } from '../support/actsInPage'
import { bundle } from '../support/bundle'
import { watchPage } from './page'
import { DEEP } from './tags'

/* Random sequences of operations and deliveries between two connections of the browser: what is left has a name, replays
   to the same states, and begins again. Five thousand run between fake connections (tests/unit/labs/randomBench).
   `HANDSHAKE_SEED=<seed>` runs the sequences of one seed again. */

/** Sequences of each seed; a page may have five hundred connections (Chromium). */
const OF_A_SEED = 10

const asked = process.env['HANDSHAKE_SEED']
const seeds = asked === undefined ? [1, 2, 3, 4, 5] : [Number(asked)]

for (const { name, acts, begin } of WAYS)
  for (const seed of seeds)
    test(`real connections, ${name}: seed ${String(seed)}`, { tag: DEEP }, async ({ page }) => {
      test.setTimeout(240_000)
      const { complaints } = watchPage(page)
      const sequences = fc.sample(fc.array(acts, { minLength: 10, maxLength: 25 }), {
        seed,
        numRuns: OF_A_SEED,
      })
      await page.goto('404.html')
      const code = await bundle('tests/support/actsInPage.ts', 'bench')
      await page.evaluate(
        `var process = { env: { NODE_ENV: 'production' } }; ${code}; globalThis.bench = bench`,
      )
      const reached = new Set<string>()
      for (const [index, sequence] of sequences.entries()) {
        const report = await page.evaluate<ActsReport>(
          `bench.playActs(...${JSON.stringify([begin, sequence])})`,
        )
        expect(
          report.faults,
          `seed ${String(seed)}, sequence ${String(index)}: ${JSON.stringify(sequence)}`,
        ).toEqual([])
        for (const state of report.reached) reached.add(state)
      }
      // Sequences that negotiate nothing would prove nothing.
      expect([...reached]).toEqual(expect.arrayContaining(['stable', 'have-local-offer']))
      expect(complaints).toEqual([])
    })
