// The memory used after many calls in one page, after garbage collection: of the app, and of a bare page.

import { openApp, runCall, startOver } from './app.mjs'

/** @import { Page } from 'playwright' */
/** @import { Fitted } from './app.mjs' */
/** @import { FreshPage, Stand } from './stand.mjs' */

/** @typedef {Fitted & { bare: { callInOrder(): Promise<void>, close(): void } }} BarePage */

export const title = 'Memory'

const CALLS = 100
/** Milliseconds for which Chromium keeps the stream of an ended call: eight seconds, and a margin. */
const KEPT = 10_000

/** @param {Stand} stand */
export async function measure(stand, /** @type {number} */ rounds) {
  // With few rounds, as in development, a tenth of the calls.
  const calls = rounds < 20 ? CALLS / 10 : CALLS
  const app = await stand.openPage()
  await openApp(app.page, stand.app)
  await app.page.waitForLoadState('networkidle')
  const ours = await weighCalls(app, calls, async () => {
    await runCall(app.page, 0)
    await startOver(app.page)
  })
  const bare = await stand.openPage()
  await bare.page.goto(`${stand.pages}bare.html`)
  const theirs = await weighCalls(bare, calls, () => runBareCall(bare.page))
  return Object.fromEntries(
    Object.entries(ours).map(([name, point]) => [name, { ...point, bare: theirs[name] }]),
  )
}

/** Measures the page after the first call, in the middle and at the end. */
async function weighCalls(
  /** @type {FreshPage} */ opened,
  /** @type {number} */ calls,
  /** @type {() => Promise<void>} */ run,
) {
  /** @type {Record<string, Awaited<ReturnType<typeof weighPage>>>} */
  const points = {}
  for (let call = 1; call <= calls; call += 1) {
    await run()
    if ([1, calls / 2, calls].includes(call)) points[`after ${call}`] = await weighPage(opened)
  }
  await opened.close()
  return points
}

function runBareCall(/** @type {Page} */ page) {
  return page.evaluate(async () => {
    const { bench, bare } = /** @type {BarePage} */ (globalThis)
    bench.begin()
    await bare.callInOrder()
    await bench.wait(2, 0)
    bare.close()
  })
}

async function weighPage(/** @type {FreshPage} */ { page, devtools }) {
  await page.waitForTimeout(KEPT)
  await devtools.send('Performance.enable')
  for (let n = 0; n < 3; n += 1) {
    await devtools.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(200)
  }
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN
  const { connections, channels } = await page.evaluate(() => /** @type {Fitted} */ (globalThis).bench.open())
  const heap = metric('JSHeapUsedSize')
  const code = await weighCode(devtools)
  return {
    heapKilobytes: Math.round(heap / 1_000),
    codeKilobytes: Math.round(code / 1_000),
    restKilobytes: Math.round((heap - code) / 1_000),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    connections,
    channels,
  }
}

/** Bytes of the heap that are code of the page and of V8: the nodes of that type in a heap snapshot. */
async function weighCode(/** @type {FreshPage['devtools']} */ devtools) {
  /** @type {string[]} */
  const chunks = []
  const keep = (/** @type {{ chunk: string }} */ { chunk }) => void chunks.push(chunk)
  devtools.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', keep)
  const { snapshot, nodes } = JSON.parse(chunks.join(''))
  const { node_fields: fields, node_types: types } = snapshot.meta
  const type = fields.indexOf('type')
  const size = fields.indexOf('self_size')
  const code = types[type].indexOf('code')
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at + type] === code) bytes += nodes[at + size]
  }
  return bytes
}
