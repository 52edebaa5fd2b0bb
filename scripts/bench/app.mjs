// Actions of a learner in the app, for measures that need them.

/** @import { Page } from 'playwright' */
/** @import { Instrument, Mark } from './instrument.mjs' */

/** @typedef {typeof globalThis & { bench: Instrument }} Fitted */

/** Opens the app where one click runs the whole call, and waits until the app answers. */
export async function openApp(
  /** @type {Page} */ page,
  /** @type {string} */ address,
  path = 'en/call/connected/',
) {
  await page.goto(`${address}${path}`)
  await page.locator('[data-status="ready"]').first().waitFor()
  await page.waitForFunction(() => /** @type {any} */ (globalThis).handshakeEarly === null)
}

/** A fresh call in the same page, with the button that runs it visible again. */
export async function startOver(/** @type {Page} */ page) {
  await page.locator('[data-action="restart"]').click()
  await page.locator('[data-step="capture-media"][data-status="ready"]').waitFor()
  await page.locator('.transport').click()
  await page.locator('[data-action="run-to"]').waitFor()
}

/** Runs all thirteen steps with the app's own button, until both ends are connected and show the other's video. */
export function runCall(/** @type {Page} */ page, frames = 2) {
  return page.evaluate((wanted) => {
    const { bench } = /** @type {Fitted} */ (globalThis)
    bench.begin()
    document
      .querySelector('[data-action="run-to"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    return bench.wait(2, wanted)
  }, frames)
}

/** Milliseconds from createOffer() to both ends connected, and to a frame at both. @param {readonly Mark[]} marks */
export function readTimes(marks) {
  const began = marks.find(({ name }) => name === 'createOffer')?.at ?? NaN
  const last = (/** @type {string} */ name) => marks.findLast((mark) => mark.name === name)?.at ?? NaN
  return { connected: last('connected') - began, frame: last('frame') - began }
}
