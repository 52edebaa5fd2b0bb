import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { axeOn } from './axe'
import { expectConnected, expectStatus, field, nextButton, SLOTS, STATES, watchPage } from './page'

const EXAMPLE = 'src/recording/examples/firefox-connected.json'

/** A system Firefox does not report downloads to Playwright, so the page keeps the files that it saves. */
async function keepSaved(page: Page) {
  await page.addInitScript(() => {
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { savedFile: blob })
      return create(blob)
    }
  })
}

async function save(page: Page): Promise<string> {
  await page.locator('[data-action="recordings"]').click()
  await page.locator('[data-action="save-recording"]').click()
  await expect(page.getByRole('status').filter({ hasText: /handshake-.*\.json/ })).toBeVisible()
  const text = await page.evaluate(() => (globalThis as unknown as { savedFile: Blob }).savedFile.text())
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  return text
}

async function pick(page: Page, name: string, content: string) {
  await page.locator('[data-action="recordings"]').click()
  const buffer = Buffer.from(content)
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/json', buffer })
}

async function dragOver(page: Page, name: string, content: string) {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName, { type: 'application/json' }))
      return data
    },
    [name, content] as const,
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  return dataTransfer
}

async function drop(page: Page, name: string, content: string) {
  await page.dispatchEvent('body', 'drop', { dataTransfer: await dragOver(page, name, content) })
}

const banner = (page: Page) => page.locator('[data-banner="recording"]')

/** Everything that the two cards show of the connections. */
async function readFields(page: Page): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const end of ['caller', 'callee'] as const) {
    for (const name of [...STATES, ...SLOTS])
      fields[`${end}.${name}`] = (await field(page, end, name).innerText()).trim()
  }
  return fields
}

test('a call is saved, opened and saved again as the same file, and looks the same', async ({ page }) => {
  const { complaints } = watchPage(page)
  await keepSaved(page)
  await page.goto('en/call/connected/')
  await page.locator('[data-action="test-pattern"]').click()
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  const live = await readFields(page)
  const first = await save(page)
  const address = page.url()

  await pick(page, 'mine.json', first)
  await expect(banner(page)).toContainText('mine.json')
  await expect(banner(page)).toContainText('redacted')
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="call-options"]').click()
  await expect(page.locator('[data-action="test-pattern"]')).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await page.keyboard.press('ArrowRight')
  await expectStatus(page, 'add-tracks', 'done')
  await page.keyboard.press('ArrowLeft')
  await expectStatus(page, 'add-tracks', 'ready')
  await page.locator('[data-action="to-now"]').click()
  expect(await readFields(page)).toEqual(live)
  expect(await save(page)).toBe(first)

  await page.locator('[data-action="close-recording"]').click()
  await expect(banner(page)).toBeHidden()
  await expectConnected(page)
  await expect(page).toHaveURL(address)
  expect(complaints).toEqual([])
})

test('files that cannot be opened say why, and the running call stays on screen', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/')
  await page.locator('[data-action="test-pattern"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')

  const text = readFileSync(EXAMPLE, 'utf8')
  const problem = page.locator('[data-problem]')
  await drop(page, 'photo.json', '\u0089PNG')
  await expect(problem).toHaveAttribute('data-problem', 'not-json')
  await expect(problem).toContainText('photo.json was not opened')
  for (const [content, reason] of [
    [text.slice(0, 5_000), 'cut-off'],
    ['{"log":{"entries":[]}}', 'foreign'],
    [text.replace('"version": 2', '"version": 99'), 'newer'],
    [text.replace('"step.run"', '"step.walk"'), 'damaged'],
  ] as const) {
    await drop(page, 'broken.json', content)
    await expect(problem).toHaveAttribute('data-problem', reason)
  }
  const { violations } = await axeOn(page).include('dialog').analyze()
  expect(violations).toEqual([])

  await page.keyboard.press('Escape')
  await expect(banner(page)).toBeHidden()
  await expectStatus(page, 'capture-media', 'done')
  await expectStatus(page, 'add-tracks', 'ready')
  expect(complaints).toEqual([])
})

test('a recording is opened by dropping it, in Chinese as well', async ({ page }) => {
  // As on a slow line: what the page loads when idle is not there yet.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await page.goto('zh/call/')
  await expectStatus(page, 'capture-media', 'ready')
  const dataTransfer = await dragOver(page, 'firefox.json', readFileSync(EXAMPLE, 'utf8'))
  await expect(page.getByText('松开即可打开录制')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  await expect(page.getByText('松开即可打开录制')).toBeHidden()
  await expect(banner(page)).toContainText('Firefox')
  await expect(banner(page)).toContainText('这是录下来的通话')
  await page.locator('[data-action="scrub"]').press('End')
  await expect(field(page, 'callee', 'connectionState')).toHaveText('connected')
  const { violations } = await axeOn(page).include('[data-banner="recording"]').analyze()
  expect(violations).toEqual([])
})

test('without WebRTC the page offers the recordings, and they work', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection')
  })
  await page.goto('en/call/')
  await page.locator('[data-action="see-recordings"]').click()
  await page.locator('[data-example="chromium-no-candidates"]').click()
  await expect(banner(page)).toContainText('Chromium')
  for (const id of ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']) {
    await page.locator(`[role="tab"][data-tab="${id}"]`).click()
    await expect(page.locator(`#evidence-panel-${id}`)).not.toBeEmpty()
  }
  await page.locator('[data-action="scrub"]').press('End')
  await expect(field(page, 'caller', 'iceConnectionState')).toHaveText('new')
  await expectStatus(page, 'set-remote-answer', 'done')
  expect(complaints).toEqual([])
})

test('a recording that failed opens at its failure with the verdict, and every button leads on', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/?example=firefox-ice-failed')
  const verdict = page.locator('[data-verdict]')
  await expect(verdict).toContainText('ICE found no candidate pair that works')
  await expect(verdict).toContainText('iceConnectionState: failed')
  await expect(page.locator('#evidence-tab-ice')).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveURL(/en\/call\/set-remote-answer\//)
  await page.locator('#evidence-tab-wire').click()
  await verdict.locator('[data-verdict-proof]').click()
  await expect(page.locator('#evidence-tab-ice')).toHaveAttribute('aria-selected', 'true')
  expect((await axeOn(page).include('[data-verdict]').analyze()).violations).toEqual([])

  await verdict.locator('[data-action="from-the-beginning"]').click()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(verdict).toBeHidden()
  for (let press = 0; press < 20; press += 1) {
    const words = (await nextButton(page).textContent()) ?? ''
    if (words.includes('From the beginning')) break
    expect(words).toMatch(/On to|To the end of the recording/)
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => true),
    )
  }
  await expect(verdict).toBeVisible()
  await page.locator('[data-action="scrub"]').press('End')
  await expect(nextButton(page)).toHaveText(/From the beginning/)
  await verdict.locator('[data-verdict-page]').click()
  await expect(page).toHaveURL(/en\/errors\/checking-failed\//)
  expect(complaints).toEqual([])
})
