// Makes the failing call of every lab anew, between two real connections of Chromium, in three formats: a recording of
// this app, a dump of chrome://webrtc-internals and an RTCStatsDump v3. Tests and the diagnosis read them.
//   npm run build && npm run record:labs [-- lab…]

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createStaticServer } from './serve.mjs'
import { bundle, openChromium, readDumps, store, storeDumps } from './webrtcInternals.mjs'

const LABS = 'lessons/labs'
const FOLDER = 'tests/fixtures/labs'
/** Milliseconds for each wait of a route: Chromium gives up ICE after 18 s. */
const LIMIT = 45_000

async function record(/** @type {string} */ id, /** @type {string} */ code, /** @type {string} */ address) {
  const lab = JSON.parse(await readFile(join(LABS, id, 'lab.json'), 'utf8'))
  const [{ actions, shows }] = lab.wrongIdeas
  const { browser, context, internals } = await openChromium()
  try {
    const page = await context.newPage()
    // Both dumps hold the address of the page, so they name the lab.
    await page.goto(`${address}404.html?lab=${id}`)
    const options = JSON.stringify([lab, actions, { limit: LIMIT, shows, keepsOpen: true }])
    const report = await page.evaluate(`${code}; labs.playRoute(...${options})`)
    const { isSolved, isShown, stuck, recording } =
      /** @type {{ isSolved: boolean, isShown: boolean, stuck: string | null, recording: string }} */ (report)
    if (isSolved || !isShown) throw new Error(`the call did not fail as the lab says (${stuck})`)
    const folder = join(FOLDER, id)
    await storeDumps(folder, await readDumps(internals))
    await store(join(folder, 'recording.json.gz'), recording)
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
const code = await bundle('tests/support/labInPage.ts', 'labs')
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
