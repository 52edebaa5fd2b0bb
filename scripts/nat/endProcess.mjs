// One end of a call, in the network namespace in which this process was started: a page on loopback, which counts as
// secure, in a real browser. The parent process says what to do, and carries the posts of both ends to each other.

import { createServer } from 'node:http'
import { chromium, firefox } from 'playwright'
import { findBrowser, findHeadlessShell } from '../browsers.mjs'

/** @import { Browser, Page } from 'playwright' */
/** @typedef {'chromium' | 'firefox'} BrowserName */

/** @type {Browser | undefined} */
let browser
/** @type {Page | undefined} */
let page

const server = createServer((_, response) => {
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end('<!doctype html><title>An end of a call</title>')
})

function launch(/** @type {BrowserName} */ name, /** @type {string[]} */ args) {
  const found = findBrowser(name)
  if (found === undefined) throw new Error(`${name} is not installed`)
  const { executablePath, own } = found
  if (name === 'firefox') {
    const firefoxUserPrefs = {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.cubeb.force_mock_context': true,
    }
    return firefox.launch({ executablePath, firefoxUserPrefs, ...(!own && { channel: 'moz-firefox' }) })
  }
  const shell = findHeadlessShell()
  return chromium.launch({
    executablePath: shell ?? executablePath,
    args: [
      ...(shell === undefined ? [] : ['--use-fake-ui-for-media-stream']),
      '--use-fake-device-for-media-stream=fps=5',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      ...args,
    ],
  })
}

/** Tells the parent something, if it is still there. */
function tell(/** @type {object} */ message) {
  if (process.connected) process.send?.(message, () => undefined)
}

/** What the parent can ask for, by name. */
const COMMANDS = {
  /** @param {{ name: BrowserName, args: string[], code: string, open: unknown[] }} asked */
  async open({ name, args, code, open }) {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    browser = await launch(name, args)
    // Chromium shows real host addresses only to a page that may use a camera.
    page = await browser.newPage(name === 'chromium' ? { permissions: ['camera', 'microphone'] } : {})
    page.on('pageerror', (error) => tell({ type: 'problem', text: String(error) }))
    await page.exposeFunction('natPost', (/** @type {unknown} */ data) => {
      tell({ type: 'post', data })
    })
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.evaluate(`${code}; globalThis.natEnd = nat.open(...${JSON.stringify(open)}); undefined`)
  },
  deliver: (/** @type {unknown} */ data) => page?.evaluate(`natEnd.deliver(${JSON.stringify(data)})`),
  begin: () => page?.evaluate('natEnd.begin()'),
  restartIce: () => page?.evaluate('natEnd.restartIce()'),
  report: () => page?.evaluate('natEnd.report()'),
  async close() {
    await browser?.close()
    server.close()
  },
}

/** Posts are delivered one after another, in the order in which they came. */
let turn = Promise.resolve()

process.on(
  'message',
  (/** @type {{ id: number, command: keyof typeof COMMANDS, input: never }} */ { id, command, input }) => {
    const run = async () => {
      try {
        tell({ type: 'done', id, output: await COMMANDS[command](input) })
      } catch (error) {
        tell({ type: 'done', id, error: error instanceof Error ? error.message : String(error) })
      }
    }
    turn = turn.then(run)
  },
)
// The parent has gone, also when it was killed: the browser must not stay.
process.on('disconnect', () => void (browser?.close() ?? Promise.resolve()).finally(() => process.exit()))
// Ctrl+C reaches every process of the terminal; the parent decides when this one ends.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined)
