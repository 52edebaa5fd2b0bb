// How long the page of diagnosis takes to a verdict about a dump of 50 MB, and to the refusal of one of 200 MB, and how
// long the page does nothing else meanwhile. In Chromium and Firefox.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { firefox } from 'playwright'
import { findBrowser } from '../browsers.mjs'
import { root } from '../run.mjs'
import { summarize } from './numbers.mjs'

/** @import { Browser } from 'playwright' */
/** @import { Stand } from './stand.mjs' */

/** Megabytes of the dump that is read, and of the one that is refused. */
const READ = 50
const REFUSED = 200
const CALL = 'tests/fixtures/labs/wrong-order/webrtc-internals.json.gz'

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'handshake-dumps-'))
  const large = join(folder, 'large.json')
  const tooLarge = join(folder, 'too-large.json')
  writeFileSync(large, largeDump())
  writeFileSync(tooLarge, Buffer.alloc(REFUSED * 1e6, ' '))
  const other = await launchFirefox()
  const times = Math.max(1, Math.ceil(rounds / 10))
  const of = async (/** @type {() => Promise<OpenPage>} */ open) => ({
    read: await measureFile(open, stand.app, large, '[data-verdict="wrong-state"]', times),
    refused: await measureFile(open, stand.app, tooLarge, '[data-problem="too-large"]', times),
  })
  try {
    return {
      megabytes: { read: READ, refused: REFUSED },
      firefox: other.version(),
      Chromium: await of(() => stand.openPage()),
      Firefox: await of(async () => {
        const page = await other.newPage()
        return { page, close: () => page.close() }
      }),
    }
  } finally {
    await other.close()
    rmSync(folder, { recursive: true })
  }
}

/** @returns {Promise<Browser>} */
function launchFirefox() {
  const found = findBrowser('firefox')
  return firefox.launch({
    ...(found && !found.own && { channel: 'moz-firefox' }),
    ...(found && { executablePath: found.executablePath }),
  })
}

/** A page to measure in. @typedef {{ page: import('playwright').Page, close: () => Promise<void> }} OpenPage */

async function measureFile(
  /** @type {() => Promise<OpenPage>} */ open,
  /** @type {string} */ app,
  /** @type {string} */ path,
  /** @type {string} */ selector,
  /** @type {number} */ times,
) {
  const took = []
  const busy = []
  for (let round = 0; round < times; round += 1) {
    const { page, close } = await open()
    await page.goto(`${app}en/diagnose/`)
    await page.waitForLoadState('networkidle')
    const answered = page.evaluate(waitForAnswer, selector)
    await page.locator('input[type=file][data-input="dump"]').setInputFiles(path)
    const answer = await answered
    took.push(answer.took)
    busy.push(answer.busy)
    await close()
  }
  return { took: summarize(took), busy: Math.round(Math.max(...busy)) }
}

/**
 * Runs in the page. Milliseconds from the choice of a file to its answer on screen, and the longest time meanwhile in
 * which the page ran no timer.
 * @param {string} selector
 * @returns {Promise<{ took: number, busy: number }>}
 */
function waitForAnswer(selector) {
  return new Promise((resolve) => {
    document.addEventListener(
      'change',
      () => {
        const began = performance.now()
        let last = began
        let busy = 0
        const tick = () => {
          const now = performance.now()
          busy = Math.max(busy, now - last)
          last = now
          if (document.querySelector(selector) === null) setTimeout(tick)
          else resolve({ took: now - began, busy })
        }
        tick()
      },
      { capture: true, once: true },
    )
  })
}

/** A dump of webrtc-internals: a call that fails, with the statistics of many streams over 1,000 seconds. */
function largeDump() {
  const dump = JSON.parse(gunzipSync(readFileSync(join(root, CALL))).toString())
  const [connection] = Object.values(dump.PeerConnections)
  const first = connection.updateLog[0].timestamp
  const values = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => index * 123_456))
  const times = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => first + index * 1_000.25))
  const series = (/** @type {string} */ texts) => ({
    startTime: new Date(first).toISOString(),
    endTime: new Date(first + 999_250).toISOString(),
    statsType: 'inbound-rtp',
    values: texts,
  })
  for (let report = 0, size = 0; size < READ * 1e6; report += 1, size += 41 * values.length) {
    for (let property = 0; property < 40; property += 1)
      connection.stats[`IT${report}-property${property}`] = series(values)
    connection.stats[`IT${report}-timestamp`] = series(times)
  }
  return JSON.stringify(dump)
}
