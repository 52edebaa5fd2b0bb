// How the page behaves with a long call: the log is filled to 10,000 entries, then used.

import { openApp, runCall } from './app.mjs'
import { timeInteraction, watchInteractions } from './interactions.mjs'
import { RATES } from './load.mjs'
import { summarize } from './numbers.mjs'

/** @import { Page } from 'playwright' */
/** @import { Fitted } from './app.mjs' */
/** @import { Stand } from './stand.mjs' */

export const title = 'A log of 10,000 entries'

const ENTRIES = 10_000
/** Milliseconds without a new entry after which filling has failed. */
const PATIENCE = 30_000
const TABS = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const { page, devtools, close } = await stand.openPage()
  await openApp(page, stand.app)
  await page.waitForLoadState('networkidle')
  await runCall(page)
  // While looking back the page need not draw new entries.
  await page.keyboard.press('Home')
  const entries = await fillLog(page)
  await page.keyboard.press('End')
  await watchInteractions(page)
  /** @type {Record<string, unknown>} */
  const results = {}
  /** @type {Record<string, unknown>} */
  const filled = {}
  for (const rate of RATES) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    const { answers, fills } = await interact(page, Math.max(2, Math.ceil(rounds / 10)))
    results[`${rate}×`] = answers
    filled[`${rate}×`] = fills
  }
  await close()
  return { entries, ...results, filled }
}

/** Posts repeated and foreign messages to the channel: the ends receive, judge and log every one. */
async function fillLog(/** @type {Page} */ page) {
  return page.evaluate(
    async ({ wanted, patience }) => {
      const { bench } = /** @type {Fitted} */ (globalThis)
      const slider = /** @type {HTMLInputElement} */ (document.querySelector('[data-action="scrub"]'))
      const { name, posts } = bench.wire()
      const foreign = { v: 1, room: 'elsewhere', from: 'caller', session: 'stranger', seq: 0, kind: 'bye' }
      const said = [...posts, { ...foreign, reason: 'left' }, { ...foreign, v: 2 }, 'not even an object']
      const channel = new BroadcastChannel(name)
      const length = () => Number(slider.max)
      while (length() < wanted) {
        for (const message of said) channel.postMessage(message)
        const before = length()
        const since = performance.now()
        while (length() === before) {
          if (performance.now() - since > patience) throw new Error(`the log stays at ${before} entries`)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      channel.close()
      return length()
    },
    { wanted: ENTRIES, patience: PATIENCE },
  )
}

async function interact(/** @type {Page} */ page, /** @type {number} */ rounds) {
  /** @type {Record<string, number[]>} */
  const times = {}
  /** @type {Record<string, number[]>} */
  const fills = {}
  const time = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => {
    ;(times[name] ??= []).push(await timeInteraction(page, act))
  }
  const slider = page.locator('[data-action="scrub"]')
  for (let round = 0; round < rounds; round += 1) {
    for (const tab of TABS) {
      const filled = await watchFilling(page, tab)
      await time(`switch to ${tab}`, () => page.locator(`[data-tab="${tab}"]`).click())
      ;(fills[tab] ??= []).push(await filled())
      await time(`scrub, ${tab} open`, () => clickAt(slider, 0.5 + round / 100))
      await time(`one entry back, ${tab} open`, () => page.keyboard.press('ArrowLeft'))
      await page.keyboard.press('End')
    }
    await page.locator('h1').first().click()
    await time('switch language', () => page.keyboard.press('l'))
  }
  return { answers: summarizeEach(times), fills: summarizeEach(fills) }
}

function summarizeEach(/** @type {Record<string, number[]>} */ times) {
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summarize(all)]))
}

/** Milliseconds from the next click to the first frame that shows the tab's content; the tab itself reacts earlier. */
async function watchFilling(/** @type {Page} */ page, /** @type {string} */ tab) {
  // The charts appear after their panel, because their code is loaded separately.
  const what = tab === 'machine' ? '[data-machine]' : `#evidence-panel-${tab}`
  const watch = await page.evaluateHandle((selector) => {
    const filled = new Promise((resolve) => {
      document.addEventListener(
        'click',
        ({ timeStamp }) => {
          const look = () => {
            if (document.querySelector(selector) === null) requestAnimationFrame(look)
            else requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          }
          look()
        },
        { capture: true, once: true },
      )
    })
    return { filled }
  }, what)
  return () => watch.evaluate(({ filled }) => /** @type {Promise<number>} */ (filled))
}

async function clickAt(/** @type {import('playwright').Locator} */ slider, /** @type {number} */ part) {
  const box = await slider.boundingBox()
  if (box) await slider.click({ position: { x: box.width * part, y: box.height / 2 } })
}
