// How long a learner waits for a step beyond what the browser's API takes: every step by its button and by its key.

import { openApp } from './app.mjs'
import { timeInteraction, watchInteractions } from './interactions.mjs'
import { RATES } from './load.mjs'
import { summarize } from './numbers.mjs'

/** @import { Page } from 'playwright' */
/** @import { Stand } from './stand.mjs' */

export const title = 'Step latency'

const STEPS = 13

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const { page, devtools, close } = await stand.openPage()
  await openApp(page, stand.app, 'en/call/')
  await page.waitForLoadState('networkidle')
  await watchInteractions(page)
  /** @type {Record<string, unknown>} */
  const results = {}
  for (const rate of RATES) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    /** @type {{ input: number, outcome: number }[][]} */
    const calls = []
    for (let round = 0; round < Math.max(2, Math.ceil(rounds / 4)); round += 1) {
      calls.push(await walk(page, round % 2 === 0 ? 'click' : 'key'))
    }
    const steps = calls.flat()
    results[`${rate}×`] = {
      inputToPaint: {
        ...summarize(steps.map(({ input }) => input)),
        worst: worst(steps.map(({ input }) => input)),
      },
      outcomeToPaint: {
        ...summarize(steps.map(({ outcome }) => outcome)),
        worst: worst(steps.map(({ outcome }) => outcome)),
      },
      eachStep: Array.from({ length: STEPS }, (_, step) => ({
        inputToPaint: summarize(calls.map((call) => call[step]?.input ?? NaN)).median,
        outcomeToPaint: summarize(calls.map((call) => call[step]?.outcome ?? NaN)).median,
      })),
    }
  }
  await close()
  return results
}

function worst(/** @type {number[]} */ values) {
  return Number(Math.max(...values).toFixed(2))
}

/** A fresh call, walked through step by step. */
async function walk(/** @type {Page} */ page, /** @type {'click' | 'key'} */ how) {
  await page.locator('[data-action="restart"]').click()
  await page.locator('[data-step="capture-media"][data-status="ready"]').waitFor()
  // A key that belongs to no field.
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
 * Runs in the page. Milliseconds between the browser's last answer and the picture that shows the step as done:
 * what the app adds. Without an answer to wait for, from the input on.
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
      // After the picture that this frame draws.
      requestAnimationFrame(() => port2.postMessage(null))
    })
    if (mark) observer.observe(mark, { attributes: true })
  })
}
