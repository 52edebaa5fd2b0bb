// How long a search takes: the first one, which loads and builds the index, and each later one.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'
import { summarize } from './numbers.mjs'

/** @import { Page } from 'playwright' */
/** @import { Stand } from './stand.mjs' */

export const title = 'Search'

/** What people type, whole errors among it. @type {string[]} */
const QUERIES = ['tuning', 'held-out'].flatMap((half) =>
  JSON.parse(readFileSync(join(root, `tests/unit/search/queries/${half}.json`), 'utf8')).map(
    (/** @type {{ query: string }} */ { query }) => query,
  ),
)

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  return {
    queries: QUERIES.length,
    '1×': await measureAt(stand, 1, rounds),
    '4×': await measureAt(stand, 4, rounds),
  }
}

async function measureAt(
  /** @type {Stand} */ stand,
  /** @type {number} */ rate,
  /** @type {number} */ rounds,
) {
  const firsts = []
  const blocked = []
  const nexts = []
  const wholes = []
  for (let round = 0; round < Math.max(1, Math.ceil(rounds / 10)); round += 1) {
    const { page, devtools, close } = await stand.openPage()
    await page.goto(`${stand.app}en/glossary/`)
    await page.waitForLoadState('networkidle')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    const first = await openSearch(page)
    firsts.push(first.took)
    blocked.push(first.blocked)
    for (const { best, whole } of await ask(page, QUERIES)) {
      nexts.push(best)
      wholes.push(whole)
    }
    await close()
  }
  return {
    first: summarize(firsts),
    blocked: Math.round(Math.max(...blocked)),
    next: { ...summarize(nexts), worst: Math.round(Math.max(...nexts)) },
    whole: { ...summarize(wholes), worst: Math.round(Math.max(...wholes)) },
  }
}

/**
 * Milliseconds from the press that opens the search to the first result of a word typed at once, and the longest task
 * of the page on the way.
 */
function openSearch(/** @type {Page} */ page) {
  return page.evaluate(async () => {
    let blocked = 0
    const observer = new PerformanceObserver((tasks) => {
      for (const { duration } of tasks.getEntries()) blocked = Math.max(blocked, duration)
    })
    observer.observe({ type: 'longtask' })
    const began = performance.now()
    const until = async (/** @type {string} */ selector) => {
      for (;;) {
        const found = document.querySelector(selector)
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
    document
      .querySelector('[data-action="search"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    const field = /** @type {HTMLInputElement} */ (await until('dialog[open] input[type="search"]'))
    field.value = 'ICE'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await until('[data-result]')
    const took = performance.now() - began
    // Long tasks are reported a moment after their end.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return { took, blocked }
  })
}

/** Milliseconds that each question takes until the best answers are drawn and laid out, and until all are. */
function ask(/** @type {Page} */ page, /** @type {string[]} */ queries) {
  return page.evaluate(async (all) => {
    const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('dialog[open]'))
    const field = /** @type {HTMLInputElement} */ (dialog.querySelector('input[type="search"]'))
    const list = /** @type {HTMLElement} */ (dialog.querySelector('[aria-busy]'))
    const times = []
    for (const query of all) {
      const began = performance.now()
      field.value = query
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      // Vue draws in a microtask; reading a size lays out what it drew.
      await Promise.resolve()
      await Promise.resolve()
      dialog.getBoundingClientRect()
      const best = performance.now() - began
      while (list.ariaBusy === 'true') await new Promise((resolve) => setTimeout(resolve))
      dialog.getBoundingClientRect()
      const whole = performance.now() - began
      times.push({ best, whole })
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return times
  }, queries)
}
