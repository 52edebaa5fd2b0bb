import { expect, test } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { findTurnServer } from '../../scripts/browsers.mjs'
import type { ErrorId } from '../../src/errors/errorIds'
import { engineOf, launch, openBlank, seenOf } from './errors/seen'
import { refuseAllocations, startCoturn } from './errors/turnServers'

/** Firefox uses no server on its own machine without this. */
const LOOPBACK = { 'media.peerconnection.ice.loopback': true }

let browser: Browser
let page: Page

test.beforeEach(async ({ playwright, browserName, launchOptions }) => {
  const engine = engineOf(browserName)
  browser = await launch(playwright[engine], launchOptions, LOOPBACK, launchOptions.args ?? [])
  page = await browser.newPage(engine === 'chromium' ? { permissions: ['camera', 'microphone'] } : {})
  await openBlank(page, 'http://localhost/')
})

test.afterEach(() => browser.close())

/** Asks a TURN server for a relay, and returns what comes first: the error, or the type of a candidate. */
function askForRelay(url: string, credential: string): Promise<string> {
  return page.evaluate(
    ({ url: urls, credential: password }) =>
      new Promise<string>((resolve) => {
        const iceServers = [{ urls, username: 'learner', credential: password }]
        const pc = window.tools.peer({ iceServers, iceTransportPolicy: 'relay' })
        pc.createDataChannel('data')
        pc.onicecandidateerror = ({ errorCode, errorText }) => {
          resolve(`errorCode: ${String(errorCode)}, errorText: "${errorText}"`)
        }
        pc.onicecandidate = ({ candidate }) => {
          if (candidate?.type) resolve(candidate.type)
        }
        void pc.setLocalDescription()
      }),
    { url, credential },
  )
}

const REFUSALS: readonly (readonly [code: number, reason: string, error: ErrorId])[] = [
  [401, 'Unauthorized', 'ice-401'],
  [438, 'Stale Nonce', 'ice-438'],
  [300, 'Try Alternate', 'allocation-refused'],
  [403, 'Forbidden', 'allocation-refused'],
  [437, 'Allocation Mismatch', 'allocation-refused'],
  [486, 'Allocation Quota Reached', 'allocation-refused'],
  [508, 'Insufficient Capacity', 'allocation-refused'],
]

test('each refusal of a TURN server says what its page prints @engine', async ({ browserName }) => {
  const told = new Map<ErrorId, string[]>()
  for (const [code, reason, error] of REFUSALS) {
    const server = await refuseAllocations(code, reason)
    told.set(error, [...(told.get(error) ?? []), await askForRelay(server.url, 'right')])
    await server.close()
  }
  for (const [error, texts] of told) expect.soft(texts, error).toEqual(seenOf(error, engineOf(browserName)))
})

const coturn = findTurnServer()

// Without coturn (macOS, Windows), only the refusals of the test's own server are covered.
if (coturn !== undefined) {
  test('coturn refuses a wrong login and a second allocation in the same words', async ({
    browserName,
  }, testInfo) => {
    const engine = engineOf(browserName)
    const server = await startCoturn(coturn, testInfo.outputDir)
    try {
      expect([await askForRelay(server.url, 'wrong')]).toEqual(seenOf('ice-401', engine))
      expect(await askForRelay(server.url, 'right')).toBe('relay')
      expect(seenOf('allocation-refused', engine)).toContain(await askForRelay(server.url, 'right'))
    } finally {
      await server.close()
    }
  })
}
