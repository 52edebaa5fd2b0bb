// Dumps of real calls in Chromium, for fixtures: what the scripts that record them have in common.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findBrowser } from './browsers.mjs'

/** @typedef {import('playwright').Page} Page */

/**
 * A module of the tests as one script that sets a global.
 * @param {string} entry
 * @param {string} name of the global
 */
export async function bundle(entry, name) {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    // Vue's build for bundlers asks for it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('the module is not bundled')
  return output.output[0].code
}

/**
 * Chromium with fake devices and an open chrome://webrtc-internals, which lists only connections that were made after it
 * was opened, and none whose page was closed. Throws if Chromium is not installed.
 * @param {string[]} [args]
 */
export async function openChromium(args = []) {
  const found = findBrowser('chromium')
  if (!found) throw new Error('Chromium is not installed')
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [
      '--headless=new',
      '--use-fake-device-for-media-stream=fps=10',
      '--allow-loopback-in-peer-connection',
      ...args,
    ],
  })
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], acceptDownloads: true })
  const internals = await context.newPage()
  await internals.goto('chrome://webrtc-internals')
  return { browser, context, internals }
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

/** Stores a text compressed, without the addresses of this machine, always as the same bytes. */
export async function store(/** @type {string} */ path, /** @type {string} */ text) {
  await writeFile(path, gzipSync(withoutAddresses(text), { level: 9 }))
}

/** Stores both dumps of Chromium in a folder. */
export async function storeDumps(
  /** @type {string} */ folder,
  /** @type {{ v3: string, dump: string }} */ { v3, dump },
) {
  await mkdir(folder, { recursive: true })
  await store(join(folder, 'webrtc-internals.json.gz'), dump)
  await store(join(folder, 'rtcstats-v3.gz'), v3)
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
export async function readDumps(/** @type {Page} */ internals) {
  await internals.bringToFront()
  await internals.locator('details').first().click()
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
