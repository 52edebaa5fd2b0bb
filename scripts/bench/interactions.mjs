// How long the page takes from a click or a key to the next frame on screen (Event Timing).

/** @import { Page } from 'playwright' */

/** Event Timing reports nothing faster than one frame, rounded to 8 ms. */
export const FASTEST = 16

/** @typedef {typeof globalThis & { interactions: number[] }} Watched */

/** Starts to record the duration of every event of a click or a key. */
export function watchInteractions(/** @type {Page} */ page) {
  return page.evaluate((threshold) => {
    const interactions = /** @type {number[]} */ ([])
    Object.assign(globalThis, { interactions })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (/** @type {{ interactionId?: number }} */ (entry).interactionId) interactions.push(entry.duration)
      }
    }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: threshold }))
  }, FASTEST)
}

/** The slowest event of one interaction, in ms; an interaction that is not reported took at most a frame. */
export async function timeInteraction(/** @type {Page} */ page, /** @type {() => Promise<void>} */ act) {
  await page.evaluate(() => void (/** @type {Watched} */ (globalThis).interactions.splice(0)))
  await act()
  const durations = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // The entry is added after the frame that it waited for.
    for (let n = 0; n < 3; n += 1) await frame()
    await new Promise((resolve) => setTimeout(resolve, 50))
    return /** @type {Watched} */ (globalThis).interactions
  })
  return Math.max(FASTEST, ...durations)
}
