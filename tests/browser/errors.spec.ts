import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ERROR_FACTS } from '../../src/errors/errors'
import type { ErrorId } from '../../src/errors/errorIds'
import { recognise, splitText } from '../../src/errors/recognise'
import { problemTitles } from '../../src/i18n/messages/problems'
import { explainProblem } from '../../src/features/problem/explainProblem'
import { installTools } from './errors/inPage'
import { errorOf } from './errors/provocation'
import type { TestedEngine } from './errors/provocation'
import { PROVOCATIONS, UNREACHABLE } from './errors/provocations'
import { BLANK, engineOf, FAKE_DEVICE, launch, openBlank, seenOf } from './errors/seen'
import { SIGNS } from './errors/signs'

/** What a function in the page throws, as a console shows it; null if it throws nothing. */
async function provoke(page: Page, run: () => unknown): Promise<string | null> {
  return page.evaluate(async (source) => {
    try {
      await (0, eval)(`(${source})`)()
      return null
    } catch (error) {
      const { name, message } = error as Error
      return message.trim() === '' ? name : `${name}: ${message.trim()}`
    } finally {
      ;(window as Partial<Window>).tools?.close()
    }
  }, run.toString())
}

test('every refused call gives a text that its page prints, and gets the right card @engine', async ({
  page,
  browserName,
}) => {
  const engine = engineOf(browserName)
  await openBlank(page)
  const told = new Map<ErrorId, Set<string>>()
  const silent: string[] = []
  for (const provocation of PROVOCATIONS) {
    const text = await provoke(page, provocation.run)
    if (text === null) {
      silent.push(provocation.name)
      continue
    }
    const error = errorOf(provocation, engine)
    told.set(error, (told.get(error) ?? new Set()).add(text))
    const problem = splitText(text)
    const { card, operations } = ERROR_FACTS[error]
    await test.step(`${provocation.name}: ${text}`, () => {
      if (provocation.step === null) {
        expect.soft(recognise(problem, operations), text).toEqual({ card, error })
      } else {
        const explained = explainProblem(problem, provocation.step)
        expect.soft(explained.error, text).toBe(error)
        expect.soft(explained.title, text).toBe(problemTitles[card ?? 'unknown'])
      }
    })
  }
  expect.soft(silent).toEqual(Object.keys(UNREACHABLE[engine]))
  for (const [error, texts] of told)
    expect.soft([...texts].sort(), error).toEqual([...seenOf(error, engine)].sort())
})

test('each failure without an error shows in the states what its page prints @engine', async ({
  page,
  browserName,
}) => {
  for (const { error, run } of SIGNS) {
    await test.step(error, async () => {
      // Anew for each, so that none sees the connections of another.
      await openBlank(page)
      const [expected] = seenOf(error, engineOf(browserName))
      const shown = await page.evaluate(
        (source) => (0, eval)(`(${source})`)() as Promise<string>,
        run.toString(),
      )
      expect.soft(shown, error).toBe(expected)
    })
  }
})

/** Checks an exception from another page or browser: its text, its page, its card. */
function expectRecognised(
  text: string | null,
  error: ErrorId,
  engine: TestedEngine,
  recognised = error,
): void {
  expect(text === null ? [] : [text], error).toEqual(seenOf(error, engine))
  if (text === null) return
  const { card } = ERROR_FACTS[error]
  expect(recognise(splitText(text))).toEqual({ card, error: recognised })
}

const capture = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })

test('page-not-secure: on an http page there are no devices @engine', async ({ page, browserName }) => {
  await page.route('http://errors.example/', (route) => route.fulfill(BLANK))
  await page.goto('http://errors.example/')
  expectRecognised(await provoke(page, capture), 'page-not-secure', engineOf(browserName))
})

test('iframe-policy: a frame of another origin is refused as if by the user @engine', async ({
  page,
  browserName,
}) => {
  await page.route('http://localhost/frame/', (route) => route.fulfill(BLANK))
  await page.route('**/outer/', (route) =>
    route.fulfill({ ...BLANK, body: `${BLANK.body}<iframe src="http://localhost/frame/"></iframe>` }),
  )
  await page.goto('outer/')
  const frame = page.frame({ url: 'http://localhost/frame/' })
  const text = await frame?.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => null,
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    ),
  )
  // The text is the same as that of a user's refusal, so the two cannot be told apart.
  expectRecognised(text ?? null, 'iframe-policy', engineOf(browserName), 'permission-denied')
})

test('too-many-connections: Chromium counts them, Firefox does not @engine', async ({
  page,
  browserName,
}) => {
  await openBlank(page)
  const text = await provoke(page, () => {
    for (let n = 0; n < 501; n++) window.tools.peer()
  })
  expectRecognised(text, 'too-many-connections', engineOf(browserName))
})

test('autoplay-refused: sound before the user has acted', async ({
  playwright,
  browserName,
  launchOptions,
}) => {
  const script = `const bytes = new Uint8Array(8044); const view = new DataView(bytes.buffer)
    const put = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)))
    put(0, 'RIFF'); view.setUint32(4, 8036, true); put(8, 'WAVEfmt '); view.setUint32(16, 16, true)
    view.setUint16(20, 1, true); view.setUint16(22, 1, true); view.setUint32(24, 8000, true)
    view.setUint32(28, 8000, true); view.setUint16(32, 1, true); view.setUint16(34, 8, true)
    put(36, 'data'); view.setUint32(40, 8000, true)
    new Audio(URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }))).play().then(
      () => { document.title = 'played' },
      (error) => { document.title = error.name + ': ' + error.message })`
  const engine = engineOf(browserName)
  // Firefox counts everything that Playwright evaluates as a user action, and Playwright evaluates in each new page.
  // With this policy only a key or a pointer counts (Firefox's AutoplayPolicy: 2 is "user input depth").
  const prefs = { 'media.autoplay.default': 1, 'media.autoplay.blocking_policy': 2 }
  const browser = await launch(playwright[engine], launchOptions, prefs, [])
  const page = await browser.newPage()
  await page.route('http://localhost/autoplay/', (route) =>
    route.fulfill({ ...BLANK, body: `<!doctype html><title>waiting</title><script>${script}</script>` }),
  )
  await page.goto('http://localhost/autoplay/')
  await expect(page).not.toHaveTitle('waiting')
  expectRecognised(await page.title(), 'autoplay-refused', engine)
  await browser.close()
})

const OWN: readonly {
  error: ErrorId
  prefs: object
  fake: boolean
  args?: string[]
  permissions: string[]
  run: () => unknown
}[] = [
  {
    error: 'permission-denied',
    prefs: {
      'media.navigator.permission.disabled': false,
      'permissions.default.camera': 2,
      'permissions.default.microphone': 2,
    },
    fake: true,
    permissions: [],
    run: capture,
  },
  {
    error: 'no-device',
    prefs: { 'media.navigator.streams.fake': false },
    fake: false,
    permissions: ['camera', 'microphone'],
    // No machine that runs this has only a camera of this kind.
    run: () => navigator.mediaDevices.getUserMedia({ video: true }),
  },
  {
    error: 'device-busy',
    prefs: {},
    fake: true,
    // Firefox 153 has no switch or preference that makes a device fail to start.
    args: ['--fail-audio-stream-creation'],
    permissions: ['camera', 'microphone'],
    run: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  },
  {
    error: 'no-rtcpeerconnection',
    prefs: { 'media.peerconnection.enabled': false },
    fake: false,
    permissions: [],
    run: () => new RTCPeerConnection(),
  },
]

for (const { error, prefs, fake, args: more = [], permissions, run } of OWN) {
  test(`${error}: a browser that starts so`, async ({ playwright, browserName, launchOptions }) => {
    const engine = engineOf(browserName)
    const args = [...(fake ? [FAKE_DEVICE] : []), ...more]
    const browser = await launch(playwright[engine], launchOptions, prefs, args)
    const page = await browser.newPage(engine === 'chromium' ? { permissions } : {})
    await page.route('http://localhost/blank/', (route) => route.fulfill(BLANK))
    await page.goto('http://localhost/blank/')
    expectRecognised(await provoke(page, run), error, engine)
    await browser.close()
  })
}

test('local-only: without a permission host candidates are names', async ({
  playwright,
  browserName,
  launchOptions,
}) => {
  const engine = engineOf(browserName)
  const browser = await launch(playwright[engine], launchOptions, {}, [])
  const page = await browser.newPage(engine === 'chromium' ? { permissions: [] } : {})
  await page.route('http://localhost/blank/', (route) => route.fulfill(BLANK))
  await page.goto('http://localhost/blank/')
  await page.evaluate(installTools)
  const addresses = await page.evaluate(async () => {
    const pc = window.tools.withKinds('data')
    const found: string[] = []
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.type === 'host' && candidate.address) found.push(candidate.address)
    }
    await pc.setLocalDescription()
    await window.tools.until(() => found.length > 0)
    return found
  })
  const isHidden = addresses.every((address) => /^[0-9a-f-]{36}\.local$/.test(address))
  expect(isHidden ? ['host candidates: <uuid>.local only'] : addresses).toEqual(seenOf('local-only', engine))
  await browser.close()
})
