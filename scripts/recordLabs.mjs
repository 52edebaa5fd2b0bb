// Makes the failing call of every lab anew, between two real connections of Chromium, in three formats: a recording of
// this app, a dump of chrome://webrtc-internals and an RTCStatsDump v3. Tests and the diagnosis read them.
//   npm run build && npm run record:labs [-- lab…]

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findBrowser } from './browsers.mjs'
import { createStaticServer } from './serve.mjs'

/** @typedef {import('playwright').Page} Page */

const LABS = 'lessons/labs'
const FOLDER = 'tests/fixtures/labs'
/** Milliseconds for each wait of a route: Chromium gives up ICE after 18 s. */
const LIMIT = 45_000

/** The module that plays a route in a page, as one script. */
async function bundle() {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    // Vue's build for bundlers asks for it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: 'tests/support/labInPage.ts', formats: ['iife'], name: 'labs' },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('the module is not bundled')
  return output.output[0].code
}

/** The addresses of this machine, each with one for documentation (RFC 5737, RFC 3849) to put in its place. */
function addresses() {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  return own
    .filter(({ internal }) => !internal)
    .map(({ address, family }, index) => ({
      own: address,
      shown: family === 'IPv4' ? `192.0.2.${index + 1}` : `2001:db8::${index + 1}`,
    }))
}

/** A text without the addresses of this machine. */
function withoutAddresses(/** @type {string} */ text) {
  return addresses().reduce((rest, { own, shown }) => rest.replaceAll(own, shown), text)
}

/** Stores a text compressed, always as the same bytes. */
async function store(/** @type {string} */ path, /** @type {string} */ text) {
  await writeFile(path, gzipSync(withoutAddresses(text), { level: 9 }))
}

/** One of the two dumps of chrome://webrtc-internals. */
async function readDump(/** @type {Page} */ internals, /** @type {string} */ button) {
  const download = internals.waitForEvent('download')
  await internals.locator(button).click()
  const bytes = await readFile(await (await download).path())
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8')
}

/**
 * Both dumps, once they list both connections and nothing more is added: the page learns of everything late.
 * webrtc-internals leaves out a connection that was closed and removed.
 */
async function readDumps(/** @type {Page} */ internals) {
  let before = ''
  for (let tries = 0; tries < 50; tries += 1) {
    const v3 = await readDump(internals, '#dump-click-target-rtcstats')
    const lines = v3.split('\n').filter((line) => line.startsWith('["') && !line.startsWith('["getStats"'))
    const count = (/** @type {string} */ method) =>
      lines.filter((line) => line.startsWith(`["${method}","`)).length
    const made = count('create')
    const dump = await readDump(internals, '#dump-click-target')
    const shown = Object.keys(JSON.parse(dump).PeerConnections).length
    const now = lines.join('\n')
    if (made >= 2 && shown === made - count('remove') && now === before) return { v3, dump }
    before = now
    await internals.waitForTimeout(300)
  }
  throw new Error('webrtc-internals does not list both connections')
}

async function record(/** @type {string} */ id, /** @type {string} */ code, /** @type {string} */ address) {
  const lab = JSON.parse(await readFile(join(LABS, id, 'lab.json'), 'utf8'))
  const [{ actions, shows }] = lab.wrongIdeas
  const found = findBrowser('chromium')
  if (!found) throw new Error('Chromium is not installed')
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [
      '--headless=new',
      '--use-fake-device-for-media-stream=fps=10',
      '--allow-loopback-in-peer-connection',
    ],
  })
  try {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'], acceptDownloads: true })
    // It lists only connections that were made after it was opened, and none whose page was closed.
    const internals = await context.newPage()
    await internals.goto('chrome://webrtc-internals')
    const page = await context.newPage()
    // Both dumps hold the address of the page, so they name the lab.
    await page.goto(`${address}404.html?lab=${id}`)
    const options = JSON.stringify([lab, actions, { limit: LIMIT, shows, keepsOpen: true }])
    const report = await page.evaluate(`${code}; labs.playRoute(...${options})`)
    const { isSolved, isShown, stuck, recording } =
      /** @type {{ isSolved: boolean, isShown: boolean, stuck: string | null, recording: string }} */ (report)
    if (isSolved || !isShown) throw new Error(`the call did not fail as the lab says (${stuck})`)
    const folder = join(FOLDER, id)
    await mkdir(folder, { recursive: true })
    await internals.bringToFront()
    await internals.locator('details').first().click()
    const { v3, dump } = await readDumps(internals)
    await store(join(folder, 'recording.json.gz'), recording)
    await store(join(folder, 'webrtc-internals.json.gz'), dump)
    await store(join(folder, 'rtcstats-v3.gz'), v3)
    console.log(`${id}: made`)
  } finally {
    await browser.close()
  }
}

const named = process.argv.slice(2)
const all = (await readdir(LABS, { withFileTypes: true })).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)
const server = createStaticServer({ root: 'dist' })
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
const code = await bundle()
let failed = 0
try {
  for (const id of named.length === 0 ? all : named) {
    try {
      await record(id, code, `http://127.0.0.1:${port}/`)
    } catch (error) {
      failed += 1
      console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
} finally {
  server.close()
}
process.exitCode = failed === 0 ? 0 : 1
