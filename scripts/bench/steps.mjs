// How long a learner waits for a step beyond the time of the browser's API: every step by its button and by its key.

import { openApp } from './app.mjs'
import { timeInteraction, watchInteractions } from './interactions.mjs'
import { RATES } from './load.mjs'
import { summarize } from './numbers.mjs'

/** @import { Page } from 'playwright' */
/** @import { Stand } from './stand.mjs' */

/** ms of one step. @typedef {{ input: number, outcome: number }} Walked */

export const title = 'Step latency'

const STEPS = 13

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const app = await stand.openPage()
  await openApp(app.page, stand.app, 'en/call/')
  await app.page.waitForLoadState('networkidle')
  const bare = await stand.openPage()
  await bare.page.goto(`${stand.pages}steps.html`)
  for (const { page } of [app, bare]) await watchInteractions(page)

  /** @type {Record<string, unknown>} */
  const results = {}
  for (const rate of RATES) {
    for (const { devtools } of [app, bare]) await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    /** @type {Record<'app' | 'bare', Walked[][]>} */
    const calls = { app: [], bare: [] }
    for (let round = 0; round < Math.max(2, Math.ceil(rounds / 4)); round += 1) {
      const how = round % 2 === 0 ? 'click' : 'key'
      for (const name of /** @type {const} */ (['app', 'bare'])) {
        const { page } = { app, bare }[name]
        await page.bringToFront()
        calls[name].push(await walk(page, how))
        // An open call in one page would take processor time from the other.
        await page.locator('[data-action="restart"]').click()
      }
    }
    results[`${rate}×`] = { ...compare(calls.app), bare: compare(calls.bare) }
  }
  for (const { close } of [app, bare]) await close()
  return results
}

/** @param {Walked[][]} calls */
function compare(calls) {
  const of = (/** @type {keyof Walked} */ what) => {
    const values = calls.flat().map((one) => one[what])
    return { ...summarize(values), worst: Number(Math.max(...values).toFixed(2)) }
  }
  return {
    inputToPaint: of('input'),
    outcomeToPaint: of('outcome'),
    eachStep: Array.from({ length: STEPS }, (_, step) => ({
      inputToPaint: summarize(calls.map((call) => call[step]?.input ?? NaN)).median,
      outcomeToPaint: summarize(calls.map((call) => call[step]?.outcome ?? NaN)).median,
    })),
  }
}

/** A fresh call, run step by step. */
async function walk(/** @type {Page} */ page, /** @type {'click' | 'key'} */ how) {
  await page.locator('[data-action="restart"]').click()
  await page.locator('[data-step="capture-media"][data-status="ready"]').waitFor()
  // A click on the heading first, so that no field gets the key.
  await page.locator('h1').first().click()
  const steps = []
  for (const step of await page
    .locator('[data-step]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-step')))) {
    await page.locator(`[data-step="${step}"][data-status="ready"]`).waitFor()
    const outcome = page.evaluate(waitForOutcome, String(step))
    const input = await timeInteraction(page, () =>
      how === 'click' ? page.locator('[data-action="next"]').click() : page.keyboard.press('ArrowRight'),
    )
    steps.push({ input, outcome: await outcome })
  }
  return steps
}

/**
 * Runs in the page. Milliseconds from the browser's last answer to the frame that shows the step as done: the time that
 * the app adds. Without such an answer, from the input.
 */
function waitForOutcome(/** @type {string} */ step) {
  return new Promise((/** @type {(time: number) => void} */ resolve) => {
    const { bench } = /** @type {import('./app.mjs').Fitted} */ (globalThis)
    let began = NaN
    const note = () => {
      began = performance.now()
      bench.begin()
    }
    for (const type of ['click', 'keydown']) addEventListener(type, note, { once: true, capture: true })
    const mark = document.querySelector(`[data-step="${step}"]`)
    const observer = new MutationObserver(() => {
      if (mark?.getAttribute('data-status') !== 'done') return
      observer.disconnect()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - Math.max(began, bench.answered()))
      // After this frame is painted.
      requestAnimationFrame(() => port2.postMessage(null))
    })
    if (mark) observer.observe(mark, { attributes: true })
  })
}
