// Makes the example recordings anew, from real calls in real browsers, through the app's own buttons:
//   npm run build && node scripts/record.mjs [example…]

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, firefox } from 'playwright'
import { findBrowser } from './browsers.mjs'
import { createStaticServer } from './serve.mjs'

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ browser: 'chromium' | 'firefox', devices?: boolean, run(page: Page): Promise<void> }} Example */

const FOLDER = 'src/recording/examples'
/** Milliseconds. Chromium never gives up by itself, and the app waits 20 s before it reports that. */
const PATIENCE = 60_000

/** @type {Record<string, Example>} */
const EXAMPLES = {
  'chromium-connected': { browser: 'chromium', devices: true, run: connect },
  'firefox-connected': { browser: 'firefox', devices: true, run: connect },
  'firefox-ice-failed': { browser: 'firefox', run: dawdle },
  'firefox-ice-repaired': {
    browser: 'firefox',
    async run(page) {
      await dawdle(page)
      await act(page, 'next')
      await expectState(page, 'connected')
    },
  },
  'chromium-camera-refused': {
    browser: 'chromium',
    async run(page) {
      await act(page, 'next')
      await page.locator('[data-step="capture-media"][data-status="failed"]').waitFor()
    },
  },
  'chromium-no-candidates': {
    browser: 'chromium',
    devices: true,
    async run(page) {
      for (const action of ['ice-servers', 'relay-only', 'apply']) await act(page, action)
      await runTo(page, 'set-remote-answer')
      // Nothing happens until the app offers an ICE restart.
      await page.locator('[data-action="next"]:not([aria-disabled="true"])').waitFor()
    },
  },
}

async function connect(/** @type {Page} */ page) {
  await act(page, 'run-to')
  await expectState(page, 'connected')
}

/** Waits after step 10 until Firefox has given up on the addresses that it hides from a page without a camera. */
async function dawdle(/** @type {Page} */ page) {
  await act(page, 'test-pattern')
  await runTo(page, 'set-local-answer')
  await expectState(page, 'failed', ['callee'])
  await runTo(page, 'set-remote-answer')
  await expectState(page, 'failed')
}

/**
 * The failing examples show what Firefox does by itself, so the app's placeholder is refused (machines/placeholder.ts).
 */
async function refusePlaceholder(/** @type {Page} */ page) {
  await page.addInitScript(() => {
    const { prototype } = RTCPeerConnection
    const add = Reflect.get(prototype, 'addIceCandidate')
    Reflect.set(
      prototype,
      'addIceCandidate',
      /** @this {RTCPeerConnection} */
      function (/** @type {RTCIceCandidateInit | undefined} */ init) {
        const isOurs = init?.candidate?.startsWith('candidate:placeholder ') ?? false
        if (isOurs) return Promise.reject(new DOMException('Refused for this recording', 'OperationError'))
        return Reflect.apply(add, this, [init])
      },
    )
  })
}

async function act(/** @type {Page} */ page, /** @type {string} */ action) {
  await page.locator(`[data-action="${action}"]`).click()
}

async function runTo(/** @type {Page} */ page, /** @type {string} */ step) {
  await page.locator(`[data-step="${step}"]`).click()
  await act(page, 'run-to')
  await page.locator(`[data-step="${step}"][data-status="done"]`).waitFor()
}

async function expectState(
  /** @type {Page} */ page,
  /** @type {string} */ state,
  ends = ['caller', 'callee'],
) {
  for (const end of ends) {
    await page.locator(`[data-end="${end}"] [data-field="connectionState"]`, { hasText: state }).waitFor()
  }
}

/** Chromium needs flags for fake devices and for permission; Firefox's fake device needs no permission. */
function launch(/** @type {Example} */ { browser, devices = false }) {
  const found = findBrowser(browser)
  if (!found) throw new Error(`${browser} is not installed`)
  const { executablePath, own } = found
  if (browser === 'chromium') {
    return chromium.launch({ executablePath, args: ['--use-fake-device-for-media-stream=fps=30'] })
  }
  const firefoxUserPrefs = {
    'media.navigator.streams.fake': devices,
    'media.navigator.permission.disabled': devices,
    'media.cubeb.force_mock_context': true,
  }
  return firefox.launch({ executablePath, firefoxUserPrefs, ...(!own && { channel: 'moz-firefox' }) })
}

/** A system Firefox does not report downloads to Playwright, so the page keeps the files that it saves. */
async function keepSaved(/** @type {Page} */ page) {
  await page.addInitScript(() => {
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { savedFile: blob })
      return create(blob)
    }
  })
}

function readSaved(/** @type {Page} */ page) {
  return page.evaluate(() =>
    /** @type {{ savedFile: Blob }} */ (/** @type {unknown} */ (globalThis)).savedFile.text(),
  )
}

async function record(
  /** @type {string} */ name,
  /** @type {Example} */ example,
  /** @type {string} */ address,
) {
  const browser = await launch(example)
  try {
    const permissions = example.browser === 'chromium' && example.devices ? ['camera', 'microphone'] : []
    const page = await browser.newPage({ permissions, viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(PATIENCE)
    await keepSaved(page)
    if (name.startsWith('firefox-ice-')) await refusePlaceholder(page)
    // The last lesson's address, where one click runs the whole call.
    await page.goto(`${address}en/call/connected/`)
    await example.run(page)
    await act(page, 'recordings')
    await act(page, 'save-recording')
    await writeFile(join(FOLDER, `${name}.json`), await readSaved(page))
    console.log(`${name}: made`)
  } finally {
    await browser.close()
  }
}

const names = process.argv.slice(2)
const server = createStaticServer({ root: 'dist' })
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
await mkdir(FOLDER, { recursive: true })
try {
  for (const [name, example] of Object.entries(EXAMPLES)) {
    if (names.length === 0 || names.includes(name)) await record(name, example, `http://127.0.0.1:${port}/`)
  }
} finally {
  server.close()
}
