// Records calls that go wrong, one for each fault that no lab shows, and healthy ones of several kinds: real connections
// of Chromium in plain pages, in both formats of chrome://webrtc-internals. `turn-refused` needs coturn.
//   npm run record:faults [-- id…]

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { openSilentPort, openWire, ownAddress } from './faults/network.mjs'
import { bundle, openChromium, readDumps, storeDumps } from './webrtcInternals.mjs'

const FOLDER = 'tests/fixtures'
/** The name of the page that is not secure; a browser counts this machine as secure. */
const INSECURE = 'call.example'

/** The scenes that need a server, and how it is started. */
const SERVERS = /** @type {Record<string, () => Promise<{ urls: string[], close(): unknown }>>} */ ({
  async 'turn-refused'() {
    const { module } = await runnerImport('tests/browser/errors/turnServers.ts', { configFile: false })
    const { startCoturn } = /** @type {typeof import('../tests/browser/errors/turnServers.ts')} */ (module)
    const { url, close } = await startCoturn('turnserver', join(tmpdir(), 'handshake-coturn'))
    return { urls: [url], close }
  },
  async 'udp-blocked'() {
    const ports = await Promise.all([openSilentPort(), openSilentPort()])
    return {
      urls: ports.map(({ port }) => `stun:${ownAddress()}:${port}`),
      close: () => ports.forEach(({ close }) => close()),
    }
  },
})

/** Ends Chromium's process that runs the camera, as a driver that crashes does. */
async function endCapture(/** @type {import('playwright').Browser} */ browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  for (const { id } of processInfo) {
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('video_capture')) process.kill(id, 'SIGKILL')
  }
}

async function record(
  /** @type {{ id: string, kind: string, code: string, port: number }} */ { id, kind, code, port },
) {
  const [server, wire] = await Promise.all([SERVERS[id]?.(), openWire()])
  const { browser, context, internals } = await openChromium([
    `--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`,
  ])
  try {
    const page = await context.newPage()
    await page.exposeFunction('passCandidate', wire.pass)
    await page.exposeFunction('losePackets', wire.lose)
    await page.exposeFunction('endCapture', () => endCapture(browser))
    const host = id === 'insecure-page' ? INSECURE : 'localhost'
    // Both dumps hold the address of the page, so they name the scene.
    await page.goto(`http://${host}:${port}/${id}`)
    await page.evaluate(
      `${code}; scenes.play(${JSON.stringify(id)}, ${JSON.stringify({ urls: server?.urls ?? [] })})`,
    )
    await storeDumps(join(FOLDER, kind, id), await readDumps(internals))
    console.log(`${kind}/${id}: made`)
  } finally {
    await browser.close()
    wire.close()
    await server?.close()
  }
}

const pages = createServer((_, response) => {
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end('<!doctype html><title>A call</title>')
})
await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (pages.address())
const code = await bundle('tests/support/faultsInPage.ts', 'scenes')
const { module } = await runnerImport('tests/support/faultsInPage.ts', { configFile: false })
const { scenes } = /** @type {typeof import('../tests/support/faultsInPage.ts')} */ (module)
const named = process.argv.slice(2)
let failed = 0
try {
  for (const [kind, ids] of Object.entries(scenes))
    for (const id of ids) {
      if (named.length > 0 && !named.includes(id)) continue
      try {
        await record({ id, kind, code, port })
      } catch (error) {
        failed += 1
        console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
} finally {
  pages.close()
}
process.exitCode = failed === 0 ? 0 : 1
