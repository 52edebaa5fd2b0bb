// How soon a page is visible and usable, from an empty cache.

import { summarize } from './numbers.mjs'
import { takeTurns } from './turns.mjs'

/** @import { Stand } from './stand.mjs' */

export const title = 'Load'

/** Factors by which the processor is slowed down. */
export const RATES = [1, 4]

/** Milliseconds without a long task after which a page counts as loaded. */
const QUIET = 500

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const pages = {
    blank: `${stand.pages}blank.html`,
    minimal: `${stand.pages}minimal.html`,
    call: `${stand.app}en/call/`,
    concept: `${stand.app}en/concepts/ice/`,
  }
  /** @type {Record<string, Record<string, unknown>>} */
  const results = {}
  for (const rate of RATES) {
    const kinds = Object.fromEntries(
      Object.entries(pages).map(([name, address]) => [name, () => load(stand, address, rate)]),
    )
    const all = await takeTurns(kinds, Math.max(3, Math.ceil(rounds / 4)), 0)
    results[`${rate}×`] = Object.fromEntries(
      Object.entries(all).map(([name, times]) => [
        name,
        {
          firstContentfulPaint: summarize(times.map(({ fcp }) => fcp)),
          largestContentfulPaint: summarize(times.map(({ lcp }) => lcp)),
          totalBlockingTime: summarize(times.map(({ blocked }) => blocked)),
        },
      ]),
    )
  }
  return results
}

async function load(/** @type {Stand} */ stand, /** @type {string} */ address, /** @type {number} */ rate) {
  const { page, devtools, close } = await stand.openPage()
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const times = await page.evaluate(readLoad, QUIET)
  await close()
  return times
}

/** Runs in the page. Blocking time is the part of each task beyond 50 ms, from the first paint on. */
async function readLoad(/** @type {number} */ quiet) {
  /** @type {PerformanceEntry[]} */
  const tasks = []
  let last = performance.now()
  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries())
    last = performance.now()
  }).observe({ type: 'longtask', buffered: true })
  const lcp = await new Promise((/** @type {(at: number) => void} */ resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
  while (performance.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, quiet / 5))
  const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
  const blocked = tasks
    .filter(({ startTime, duration }) => startTime + duration > fcp)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
  return { fcp, lcp, blocked }
}
