import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { watchPage } from './page'
import { CHROMIUM, DEEP, ENGINE } from './tags'
import { overflow } from './touch'

const dumpOf = (lab: string, name: string) => `tests/fixtures/labs/${lab}/${name}`

async function open(page: Page, language = 'en') {
  await page.goto(`${language}/diagnose/`)
  await expect(page.locator('[data-input="paste"]')).toBeVisible()
}

const bring = (page: Page, ...files: string[]) => page.locator('[data-input="dump"]').setInputFiles(files)

async function paste(page: Page, text: string) {
  await page.locator('[data-input="paste"]').fill(text)
  await page.locator('[data-action="read"]').click()
}

test(
  'a dump of a failing call: the step, the certainty, the pair, and rows that prove it',
  { tag: ENGINE },
  async ({ page }) => {
    const { complaints } = watchPage(page)
    const requests: string[] = []
    await open(page)
    page.on('request', (request) => requests.push(request.url()))
    for (const name of ['webrtc-internals.json.gz', 'rtcstats-v3.gz']) {
      await bring(page, dumpOf('early-candidate', name))
      const verdict = page.locator('[data-verdict="early-candidate"]')
      await expect(verdict).toHaveAttribute('data-certainty', 'proved')
      await expect(verdict).toHaveAttribute('data-step', /.+/)
      await expect(page.locator('[data-connection]')).toHaveCount(2)
      const [one, other] = await page
        .locator('[data-connection]')
        .evaluateAll((list) => list.map(({ dataset }) => [dataset['connection'], dataset['paired']]))
      expect(one).toEqual([...other!].reverse())
      await verdict.locator('[data-proof]', { hasText: 'OnFailure' }).first().click()
      await expect(page.locator('[data-row]:focus')).toContainText(/OnFailure/)
      await page.locator('[data-action="start-over"]').click()
      await expect(page.locator('[data-verdict]')).toHaveCount(0)
    }
    // Nothing is sent: what is loaded is the app's own code.
    const { origin } = new URL(page.url())
    for (const url of requests) expect(url.startsWith(origin) || url.startsWith('blob:')).toBe(true)
    expect(complaints).toEqual([])
  },
)

test('a healthy call is told so, in both languages, and leads on', async ({ page }) => {
  await open(page, 'both')
  await page.locator('[data-example="chromium-connected"]').click()
  const verdict = page.locator('[data-verdict="healthy"]')
  await expect(verdict).toContainText('This call is healthy')
  await expect(verdict).toContainText('健康')
  await expect(page.locator('[data-verdict]')).toHaveCount(1)
})

test('what cannot be read says why, keeps its name, and can be read as something else', async ({ page }) => {
  const { complaints } = watchPage(page)
  await open(page)
  await paste(page, 'good morning')
  const item = page.locator('[data-file]')
  await expect(item.locator('[data-problem="unknown"]')).toContainText('webrtc-internals')
  await item.locator('[data-input="format"]').selectOption('sdp')
  await expect(item.locator('[data-problem]')).toBeVisible()
  await item.locator('[data-action="remove"]').click()
  await expect(item).toHaveCount(0)
  const whole = readFileSync(dumpOf('one-way', 'webrtc-internals.json.gz'))
  const files = [
    { name: 'empty.json', buffer: Buffer.alloc(0), reason: 'empty' },
    { name: 'cut.gz', buffer: whole.subarray(0, 30), reason: /damaged-gzip|cut-off/ },
    {
      name: 'picture.png',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]),
      reason: 'binary',
    },
    {
      name: 'no-calls.gz',
      buffer: gzipSync('{"PeerConnections":{},"getUserMedia":[]}'),
      reason: 'no-connections',
    },
  ]
  for (const { name, buffer, reason } of files) {
    await page.locator('[data-input="dump"]').setInputFiles({ name, mimeType: '', buffer })
    await expect(page.locator(`[data-file="${name}"] [data-problem]`)).toHaveAttribute('data-problem', reason)
  }
  expect(complaints).toEqual([])
})

test('passwords and addresses are hidden until they are asked for, and in what is copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  const secret =
    'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=ice-ufrag:Xk3y\r\na=ice-pwd:0123456789abcdefghijklmn\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 203.0.113.7\r\na=setup:actpass\r\na=mid:0\r\n'
  await paste(page, secret)
  const rows = page.locator('[data-row]')
  await expect(rows.first()).toBeVisible()
  await expect(rows.first()).not.toContainText('0123456789abcdefghijklmn')
  await page.locator('[data-copy="text"]').click()
  await expect(page.locator('[data-copy="text"]')).toContainText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('203.0.113.7')
  await page.locator('[data-action="show-hidden"]').click()
  await expect(rows.first()).toContainText('a=ice-ufrag:Xk3y')
})

test('text from outside is never HTML', async ({ page }) => {
  await open(page)
  const markup = '<img src=x onerror="globalThis.hacked = 1">'
  await page.locator('[data-input="dump"]').setInputFiles({
    name: `${markup}.json`,
    mimeType: '',
    buffer: Buffer.from(
      JSON.stringify({
        getUserMedia: [],
        PeerConnections: {
          [`1-${markup}`]: {
            pid: 1,
            url: `https://${markup}`,
            rtcConfiguration: '{}',
            stats: {},
            updateLog: [{ timestamp: 1, type: `add${markup}`, value: markup }],
          },
        },
      }),
    ),
  })
  await expect(page.locator('[data-row]').first()).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  await expect(page.locator('main img')).toHaveCount(0)
})

for (const scheme of ['light', 'dark'] as const)
  test(
    `the page of diagnosis has no fault of accessibility, and fits a phone (${scheme})`,
    { tag: scheme === 'dark' ? [CHROMIUM, DEEP] : CHROMIUM },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await open(page)
      expect((await axeOn(page).analyze()).violations).toEqual([])
      await bring(page, dumpOf('no-candidates', 'webrtc-internals.json.gz'))
      await expect(page.locator('[data-verdict]').first()).toBeVisible()
      expect((await axeOn(page).analyze()).violations).toEqual([])
      for (const width of [320, 390, 800, 1280]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }
    },
  )

// An installed Firefox tells Playwright of no download.
test(
  'the call opens on the bench with its operations, and is saved as a recording and as RTCStatsDump',
  { tag: CHROMIUM },
  async ({ page }) => {
    const { complaints } = watchPage(page)
    await open(page)
    await bring(page, dumpOf('early-candidate', 'rtcstats-v3.gz'))
    await expect(page.locator('[data-verdict="early-candidate"]')).toBeVisible()
    const [recording] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="save-recording"]').click(),
    ])
    expect(readFileSync(await recording.path(), 'utf8')).toContain('"handshake-recording"')
    const [dump] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="save-v3"]').click(),
    ])
    expect(dump.suggestedFilename()).toBe('rtcstats-v3-rtcstats-v3.jsonl')
    await bring(page, await dump.path())
    await expect(page.locator('[data-file]')).toHaveCount(2)
    await page.locator('[data-action="open-bench"]').click()
    await expect(page).toHaveURL(/\/en\/labs\/bench\//)
    await expect(page.locator('[data-banner="recording"]')).toBeVisible()
    await expect(page.locator('main')).toContainText('setLocalDescription')
    expect(complaints).toEqual([])
  },
)

test('beside the healthy call a failing one leaves it at a step', async ({ page }) => {
  await open(page)
  await bring(page, dumpOf('lost-answer', 'rtcstats-v3.gz'))
  await expect(page.locator('[data-verdict]').first()).toBeVisible()
  await page.locator('.compare > summary').click()
  await expect(page.locator('[data-leaves]')).toHaveAttribute(
    'data-leaves',
    /^set-remote-answer$|^send-answer$/,
  )
  expect((await axeOn(page).analyze()).violations).toEqual([])
})

test('a proof opens its panel at its moment, beside the row', { tag: ENGINE }, async ({ page }) => {
  const { complaints } = watchPage(page)
  await open(page)
  await bring(page, dumpOf('early-candidate', 'rtcstats-v3.gz'))
  const moment = page.locator('[data-input="moment"]')
  await expect(moment).toBeVisible()
  const last = await moment.inputValue()
  await page.locator('[data-proof]', { hasText: 'OnFailure' }).first().click()
  await expect(page.locator('[data-row]:focus')).toContainText(/OnFailure/)
  await expect(page.getByRole('tab', { selected: true })).toContainText('ICE')
  const then = Number(await moment.inputValue())
  expect(then).toBeLessThan(Number(last))
  // The arrows of the list lead to the next rows, and the panels with them.
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('[data-row][aria-current]')).toHaveCount(1)
  await expect.poll(async () => Number(await moment.inputValue())).toBeLessThan(then)
  await page.getByRole('tab', { name: 'Slots' }).click()
  await expect(page.locator('[data-evidence]')).toContainText('have-remote-offer')
  expect(complaints).toEqual([])
})

test('statistics that prove something are shown on the page, hidden as everything is', async ({ page }) => {
  await open(page)
  await bring(page, 'tests/fixtures/faults/poor-quality/rtcstats-v3.gz')
  await page.locator('[data-verdict="poor-quality"] [data-proof-report]').first().click()
  const evidence = page.locator('[data-evidence]')
  await expect(evidence.locator('[data-stat="loss"]')).toContainText('%')
  await expect(evidence).toBeFocused()
  await expect(evidence.locator('[data-stat="pair"]')).not.toContainText(/\b10\.|\b192\.168\./)
  expect((await axeOn(page).analyze()).violations).toEqual([])
})

test('what was brought is still there after a look at the page about its fault', async ({ page }) => {
  const { complaints } = watchPage(page)
  await open(page)
  await bring(page, dumpOf('no-candidates', 'rtcstats-v3.gz'))
  await page.locator('[data-verdict] a[href*="/diagnose/"]').first().click()
  await expect(page.locator('[data-fault="no-candidates-exchanged"]')).toBeVisible()
  await expect(page).toHaveTitle('No candidates were exchanged | Handshake')
  await page.goBack()
  await expect(page.locator('[data-verdict="no-candidates-exchanged"]')).toBeVisible()
  await page.locator('[data-action="start-over"]').click()
  await page.locator('[data-fault-link="no-path"] a').click()
  await expect(page.locator('[data-fault="no-path"]')).toContainText('turns:turn.example.org:443')
  await page.goBack()
  await expect(page.locator('[data-input="paste"]')).toBeVisible()
  await expect(page.locator('[data-verdict]')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('the page about a fault has no fault of accessibility, fits a phone, and an unknown one is not found', async ({
  page,
}) => {
  await page.goto('both/diagnose/wrong-state/')
  await expect(page.locator('[data-fault="wrong-state"]')).toContainText('◐')
  expect((await axeOn(page).analyze()).violations).toEqual([])
  for (const width of [320, 390, 900, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
  await page.goto('en/diagnose/no-such-fault/')
  await expect(page.locator('main')).toContainText('There is no such address')
  await expect(page.locator('main').getByRole('link').first()).toBeVisible()
})
