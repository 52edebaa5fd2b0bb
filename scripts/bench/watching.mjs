// The cost of observing a call: the same machines, peers and signaling with no panels, and with all.

import { openApp, readTimes, runCall, startOver } from './app.mjs'
import { pairedRatio, ratio, summarize } from './numbers.mjs'
import { takeTurns } from './turns.mjs'

/** @import { Page } from 'playwright' */
/** @import { Fitted } from './app.mjs' */
/** @import { Stand } from './stand.mjs' */

/** @typedef {Fitted & { core: { runEnds(): void, runCall(): void, close(): void } }} CorePage */

export const title = 'Cost of watching'

const TABS = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const core = await stand.openPage()
  await core.page.goto(`${stand.pages}core.html`)
  const app = await stand.openPage()
  await openApp(app.page, stand.app)
  const inspected = await stand.openPage()
  await openApp(inspected.page, stand.app)
  await openInspector(inspected.page)

  /** @type {Record<string, () => Promise<number>>} */
  const kinds = {
    nobody: () => runCore(core.page, 'runEnds'),
    recorder: () => runCore(core.page, 'runCall'),
    ...Object.fromEntries(TABS.map((tab) => [`${tab} open`, () => runApp(app.page, tab)])),
    'inspector open': () => runApp(inspected.page, 'machine'),
  }
  const times = await takeTurns(kinds, Math.ceil(rounds / 2), 2)
  for (const { close } of [core, app, inspected]) await close()
  const { nobody = [] } = times
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      {
        connected: summarize(all),
        ratio: ratio(summarize(all), summarize(nobody)),
        pairedRatio: pairedRatio(all, nobody),
      },
    ]),
  )
}

async function runCore(/** @type {Page} */ page, /** @type {'runEnds' | 'runCall'} */ how) {
  const marks = await page.evaluate((name) => {
    const { bench, core } = /** @type {CorePage} */ (globalThis)
    bench.begin()
    core[name]()
    return bench.wait(2, 0)
  }, how)
  await page.evaluate(() => /** @type {CorePage} */ (globalThis).core.close())
  return readTimes(marks).connected
}

async function runApp(/** @type {Page} */ page, /** @type {string} */ tab) {
  await page.locator(`[data-tab="${tab}"]`).click()
  await page.locator(`#evidence-panel-${tab}`).waitFor()
  const { connected } = readTimes(await runCall(page, 0))
  await startOver(page)
  return connected
}

async function openInspector(/** @type {Page} */ page) {
  await page.locator('[data-tab="machine"]').click()
  const opener = page.locator('[data-action="inspector-window"]')
  const [view] = await Promise.all([page.waitForEvent('popup'), opener.click()])
  await view.waitForLoadState()
}
