// What is left after many calls in one page, once the browser has collected its garbage.

import { openApp, runCall, startOver } from './app.mjs'

/** @import { Fitted } from './app.mjs' */
/** @import { FreshPage, Stand } from './stand.mjs' */

export const title = 'Memory'

const CALLS = 100

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const opened = await stand.openPage()
  await openApp(opened.page, stand.app)
  await opened.page.waitForLoadState('networkidle')
  // With few rounds, as while developing, a tenth of the calls.
  const calls = rounds < 20 ? CALLS / 10 : CALLS
  /** @type {Record<string, unknown>} */
  const results = {}
  for (let call = 1; call <= calls; call += 1) {
    await runCall(opened.page, 0)
    await startOver(opened.page)
    if ([1, calls / 2, calls].includes(call)) results[`after ${call}`] = await weighPage(opened)
  }
  await opened.close()
  return results
}

async function weighPage(/** @type {FreshPage} */ { page, devtools }) {
  await devtools.send('Performance.enable')
  for (let n = 0; n < 3; n += 1) {
    await devtools.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(200)
  }
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN
  const { connections, channels } = await page.evaluate(() => /** @type {Fitted} */ (globalThis).bench.open())
  return {
    heapKilobytes: Math.round(metric('JSHeapUsedSize') / 1_000),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    connections,
    channels,
  }
}
