import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Condition, Lab, RouteAction } from '../../src/labs/lab'
import { readRecording } from '../../src/recording/readRecording'
import { bundle } from '../support/bundle'
import type { LabReport } from '../support/labInPage'
import { allLabs } from '../support/labFiles'
import { DEEP, ENGINE } from './tags'

/* Every route of every lab between two connections of the browser. The same routes run between fake connections in
   tests/unit/labs/routes.test.ts, except those that need a browser. `HANDSHAKE_LAB=<id>` runs one lab. */

/** The lab whose routes `npm test` runs, in both browsers; those of the others run in `npm run test:all`. */
const IN_EVERY_RUN = 'no-tracks'

/** Milliseconds for each wait of a route: Chromium gives up ICE after 18 s. */
const LIMIT = 45_000

/** Where the failing call of each wrong idea is stored, as a recording that the app opens. */
const RECORDINGS = 'test-results/labs'

const only = process.env['HANDSHAKE_LAB']

async function play(
  page: Page,
  lab: Lab,
  actions: readonly RouteAction[],
  shows?: Condition,
): Promise<LabReport> {
  await page.goto('404.html')
  const code = await bundle('tests/support/labInPage.ts', 'labs')
  const options = { limit: LIMIT, ...(shows && { shows }) }
  // Vue's build for bundlers asks for it.
  const process = `var process = { env: { NODE_ENV: 'production' } };`
  return page.evaluate<LabReport>(
    `${process} ${code}; labs.playRoute(...${JSON.stringify([lab, actions, options])})`,
  )
}

for (const lab of allLabs().filter(({ id }) => only === undefined || id === only)) {
  const tag = [lab.id === IN_EVERY_RUN ? ENGINE : DEEP]
  const shownBy = (id: string, browserName: string): Condition[] =>
    lab.differs?.after === id ? [browserName === 'firefox' ? lab.differs.firefox : lab.differs.chromium] : []

  test.describe(`lab ${lab.id}`, { tag }, () => {
    for (const { id, actions } of lab.solutions)
      test(`is solved by ${id}`, async ({ page }) => {
        const { missing, broken, isSolved, stuck, ends } = await play(page, lab, actions)
        expect({ missing, broken, isSolved, stuck }, JSON.stringify(ends, null, 2)).toEqual({
          missing: [],
          broken: [],
          isSolved: true,
          stuck: null,
        })
      })

    for (const { id, actions, shows } of lab.wrongIdeas)
      test(`is not solved by ${id}`, async ({ page, browserName }) => {
        const all = { all: [shows, ...shownBy(id, browserName)] }
        const { isSolved, isShown, stuck, ends, recording } = await play(page, lab, actions, all)
        mkdirSync(RECORDINGS, { recursive: true })
        writeFileSync(`${RECORDINGS}/${lab.id}.${id}.${browserName}.json`, recording)
        expect(readRecording(recording)).toMatchObject({ ok: true })
        expect({ isSolved, isShown, stuck }, JSON.stringify(ends, null, 2)).toEqual({
          isSolved: false,
          isShown: true,
          stuck: null,
        })
      })
  })
}
