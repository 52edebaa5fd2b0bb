// `npm run bench`: how heavy the first call view is, and how much slower the app's call is than a bare one.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureDependencies } from './install.mjs'
import { root, runTool } from './run.mjs'
import { createStaticServer } from './serve.mjs'

const RUNS = 7

await ensureDependencies()
if ((await runTool('vite', ['build', '--logLevel', 'warn'])) !== 0) process.exit(1)

const { chromium } = await import('playwright')
const { ensureBrowsers, findBrowser } = await import('./browsers.mjs')
if (!(await ensureBrowsers())) process.exit(1)

const server = createStaticServer({ root: join(root, 'dist'), base: '/' })
await new Promise((/** @type {(value?: unknown) => void} */ resolve) =>
  server.listen(0, '127.0.0.1', resolve),
)
const bound = server.address()
const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`
const browser = await chromium.launch({
  ...(findBrowser('chromium') && { executablePath: findBrowser('chromium')?.executablePath ?? '' }),
  args: ['--use-fake-device-for-media-stream=fps=30', '--allow-loopback-in-peer-connection'],
})

const weight = await measureWeight()
const app = await measureCalls(runAppCall)
const bare = await measureCalls(runBareCall)
await browser.close()
server.close()

const results = { weight, callSetUp: { app, bare, ratio: Number((app / bare).toFixed(2)), runs: RUNS } }
mkdirSync(join(root, 'test-results'), { recursive: true })
writeFileSync(join(root, 'test-results/bench.json'), `${JSON.stringify(results, null, 2)}\n`)
console.log(JSON.stringify(results, null, 2))

/** Gzip bytes of everything the first call view asks for, by kind. */
async function measureWeight() {
  const { page, close } = await openPage()
  /** @type {Record<string, number>} */
  const bytes = {}
  page.on('response', async (response) => {
    const kind = new URL(response.url()).pathname.split('.').at(-1) ?? ''
    const body = await response.body().catch(() => Buffer.alloc(0))
    bytes[kind] = (bytes[kind] ?? 0) + gzipSync(body, { level: 9 }).length
  })
  await page.goto(`${address}zh/call/`)
  await page.locator('[data-status="ready"]').waitFor()
  await page.waitForLoadState('networkidle')
  await close()
  return bytes
}

/** Median milliseconds, each call on a fresh page. */
async function measureCalls(/** @type {(page: import('playwright').Page) => Promise<number>} */ run) {
  const times = []
  for (let n = 0; n < RUNS; n += 1) {
    const { page, close } = await openPage()
    times.push(await run(page))
    await close()
  }
  return Number((times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0).toFixed(1))
}

/** From the click to both ends connected, all 13 steps and all panels as users have them. */
async function runAppCall(/** @type {import('playwright').Page} */ page) {
  await page.goto(`${address}en/call/connected/`)
  await page.locator('[data-status="ready"]').waitFor()
  return page.evaluate(
    () =>
      new Promise((/** @type {(time: number) => void} */ resolve) => {
        const began = performance.now()
        const isConnected = () =>
          [...document.querySelectorAll('[data-field="connectionState"]')].every(
            (one) => one.textContent?.trim() === 'connected',
          )
        new MutationObserver(() => {
          if (isConnected()) resolve(performance.now() - began)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
        document
          .querySelector('[data-action="run-to"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      }),
  )
}

/** The same call without the app: same media, no signaling. */
async function runBareCall(/** @type {import('playwright').Page} */ page) {
  await page.goto(`${address}404.html`)
  return page.evaluate(async () => {
    const began = performance.now()
    const capture = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()]
    a.onicecandidate = ({ candidate }) => void (candidate && b.addIceCandidate(candidate))
    b.onicecandidate = ({ candidate }) => void (candidate && a.addIceCandidate(candidate))
    const first = await capture()
    for (const track of first.getTracks()) a.addTrack(track, first)
    const offer = await a.createOffer()
    await Promise.all([b.setRemoteDescription(offer), a.setLocalDescription(offer)])
    const second = await capture()
    for (const track of second.getTracks()) b.addTrack(track, second)
    const answer = await b.createAnswer()
    await Promise.all([a.setRemoteDescription(answer), b.setLocalDescription(answer)])
    await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      const look = () => {
        if (a.connectionState === 'connected' && b.connectionState === 'connected') resolve()
      }
      a.onconnectionstatechange = b.onconnectionstatechange = look
      look()
    })
    return performance.now() - began
  })
}

async function openPage() {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  return { page: await context.newPage(), close: () => context.close() }
}
