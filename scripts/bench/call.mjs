// How long setting up a call takes in the app, and directly with the browser's API.

import { openApp, readTimes, runCall, startOver } from './app.mjs'
import { takeTurns } from './turns.mjs'
import { pairedRatio, ratio, summarize } from './numbers.mjs'

/** @import { Page } from 'playwright' */
/** @import { Fitted } from './app.mjs' */
/** @import { Stand } from './stand.mjs' */

/** @typedef {Fitted & { bare: { callInOrder(): void, callAtOnce(): void, openEnd(end: string, name: string): void, close(): void } }} BarePage */
/** @typedef {{ connected: number, frame: number }} Times */

/** Calls of each kind before measuring: browsers compile code after it has run a few times. */
const WARM_UP = 3

export const title = 'Call set-up'

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  return { warm: await measureWarm(stand, rounds), cold: await measureCold(stand, Math.ceil(rounds / 3)) }
}

/** The second and later calls of a page, with the kinds in turn in every round. */
async function measureWarm(/** @type {Stand} */ stand, /** @type {number} */ rounds) {
  // One window each: a browser draws only one tab of a window.
  const app = await stand.openPage()
  await openApp(app.page, stand.app)
  const inOrder = await openBare(stand)
  const atOnce = await openBare(stand)
  const caller = await openBare(stand)
  const callee = await openBareBeside(caller.page, stand)

  const kinds = {
    app: async () => {
      const times = readTimes(await runCall(app.page))
      await startOver(app.page)
      return times
    },
    inOrder: () => runBare(inOrder.page, 'callInOrder'),
    atOnce: () => runBare(atOnce.page, 'callAtOnce'),
    twoTabs: () => runTwoTabs(caller.page, callee),
  }
  const times = await takeTurns(kinds, rounds, WARM_UP)
  for (const { close } of [app, inOrder, atOnce, caller]) await close()
  return compare(times)
}

/** The first call of a fresh page in a fresh context. */
async function measureCold(/** @type {Stand} */ stand, /** @type {number} */ rounds) {
  const onFreshPage = async (/** @type {(page: Page) => Promise<Times>} */ run) => {
    const { page, close } = await stand.openPage()
    const times = await run(page)
    await close()
    return times
  }
  const onBarePage = (/** @type {'callInOrder' | 'callAtOnce'} */ kind) =>
    onFreshPage(async (page) => {
      await page.goto(`${stand.pages}bare.html`)
      return runBare(page, kind)
    })
  const kinds = {
    app: () =>
      onFreshPage(async (page) => {
        await openApp(page, stand.app)
        await page.waitForLoadState('networkidle')
        return readTimes(await runCall(page))
      }),
    inOrder: () => onBarePage('callInOrder'),
    atOnce: () => onBarePage('callAtOnce'),
  }
  return compare(await takeTurns(kinds, rounds, 0))
}

/** @param {Record<string, Times[]>} times of the app as `app`, and of others */
export function compare({ app = [], ...others }) {
  const own = { connected: app.map(({ connected }) => connected), frame: app.map(({ frame }) => frame) }
  const kinds = Object.entries({ app, ...others }).map(([name, all]) => {
    const connected = all.map((one) => one.connected)
    const frame = all.map((one) => one.frame)
    return [
      name,
      {
        connected: summarize(connected),
        frame: summarize(frame),
        ...(name !== 'app' && {
          ratio: {
            connected: ratio(summarize(own.connected), summarize(connected)),
            frame: ratio(summarize(own.frame), summarize(frame)),
            pairedConnected: pairedRatio(own.connected, connected),
          },
        }),
      },
    ]
  })
  return Object.fromEntries(kinds)
}

async function openBare(/** @type {Stand} */ stand) {
  const opened = await stand.openPage()
  await opened.page.goto(`${stand.pages}bare.html`)
  return opened
}

/** Another tab of the same browser, in its own window and process. */
async function openBareBeside(/** @type {Page} */ page, /** @type {Stand} */ stand) {
  const address = `${stand.pages}bare.html`
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate((url) => void open(url, '_blank', 'noopener,popup,width=720,height=540'), address),
  ])
  await beside.waitForLoadState()
  return beside
}

async function runBare(/** @type {Page} */ page, /** @type {'callInOrder' | 'callAtOnce'} */ kind) {
  const marks = await page.evaluate((name) => {
    const { bench, bare } = /** @type {BarePage} */ (globalThis)
    bench.begin()
    bare[name]()
    return bench.wait(2, 2)
  }, kind)
  await close(page)
  return readTimes(marks)
}

async function runTwoTabs(/** @type {Page} */ caller, /** @type {Page} */ callee) {
  const name = `bench/${String(Math.random())}`
  const run = (/** @type {Page} */ page, /** @type {string} */ end) =>
    page.evaluate(([role, channel]) => {
      const { bench, bare } = /** @type {BarePage} */ (globalThis)
      bench.begin()
      bare.openEnd(role, channel)
      return bench.wait(1, 1)
    }, /** @type {const} */ ([end, name]))
  const called = run(callee, 'callee')
  // The callee listens before the caller sends: messages of one page arrive in order.
  await callee.evaluate(() => undefined)
  const marks = [...(await run(caller, 'caller')), ...(await called)].sort((a, b) => a.at - b.at)
  await Promise.all([close(caller), close(callee)])
  return readTimes(marks)
}

function close(/** @type {Page} */ page) {
  return page.evaluate(() => /** @type {BarePage} */ (globalThis).bare.close())
}
