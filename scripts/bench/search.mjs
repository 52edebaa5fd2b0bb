// How long a search takes: the first one, which fetches and makes the index, and each one after.

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
  const nexts = []
  for (let round = 0; round < Math.max(1, Math.ceil(rounds / 10)); round += 1) {
    const { page, devtools, close } = await stand.openPage()
    await page.goto(`${stand.app}en/glossary/`)
    await page.waitForLoadState('networkidle')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    firsts.push(await openSearch(page))
    nexts.push(...(await ask(page, QUERIES)))
    await close()
  }
  const worst = Math.round(Math.max(...nexts))
  return { first: summarize(firsts), next: { ...summarize(nexts), worst } }
}

/** Milliseconds from the press that opens the search to the first result of a word typed at once. */
function openSearch(/** @type {Page} */ page) {
  return page.evaluate(async () => {
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
    return performance.now() - began
  })
}

/** Milliseconds that each question takes to be answered, drawn and laid out. */
function ask(/** @type {Page} */ page, /** @type {string[]} */ queries) {
  return page.evaluate(async (all) => {
    const field = /** @type {HTMLInputElement} */ (
      document.querySelector('dialog[open] input[type="search"]')
    )
    const times = []
    for (const query of all) {
      const began = performance.now()
      field.value = query
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      // Vue draws in a microtask; reading a size lays out what it drew.
      await Promise.resolve()
      await Promise.resolve()
      field.closest('dialog')?.getBoundingClientRect()
      times.push(performance.now() - began)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return times
  }, queries)
}
