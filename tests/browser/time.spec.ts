import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { STEPS } from '../../machines/steps'
import { axeOn } from './axe'
import {
  expectConnected,
  expectStatus,
  field,
  nextButton,
  restartIceIfOffered,
  step,
  watchPage,
} from './page'
import { record } from './recorder'
import { DEEP } from './tags'

const LAST = STEPS.at(-1)?.id

async function openConnected(page: Page) {
  await restartIceIfOffered(page)
  await expectConnected(page)
  await nextButton(page).click()
  await expect(page).toHaveURL(/\/call\/connected\//)
}

test('every moment of a whole call looks the same when looking back @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  // Lists draw only the rows in sight: on a tall page all are, whatever stands above them.
  await page.setViewportSize({ width: 1440, height: 4000 })
  // Who asks for a tab gets no hints of a first visit, which would cover it.
  await page.goto('en/call/?tab=sdp')
  await expectStatus(page, 'capture-media', 'ready')
  await record(page)
  // Everything that loads when first needed is loaded before the comparison.
  await page.evaluate(() => window.recorder.readTabs())
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => (window.recorder.tabs = []))

  for (const { id } of STEPS) {
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
    // The live call connects at once and keeps the note of the last step; looking back opens the one on the connection.
    if (id === LAST) await openConnected(page)
    await page.evaluate(() => window.recorder.readTabs())
  }

  const { compared, tabs, differences } = await page.evaluate(() => window.recorder.compare())
  expect(differences).toEqual([])
  // The number of drawn moments depends on the machine; each step is drawn at least once.
  expect(compared).toBeGreaterThanOrEqual(STEPS.length)
  expect(tabs).toBe(5 * STEPS.length)
  expect(complaints).toEqual([])
})

test('the arrow keys look back and on, and nothing runs by accident', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/send-offer/?tab=timeline')
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'set-remote-offer', 'ready')

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-banner="past"]')).toContainText('Looking at step 4 of a live call')
  await expect(page).toHaveURL(/\/en\/call\/set-local-offer\/\?.*at=\d+/)
  await expectStatus(page, 'set-local-offer', 'done')
  await expectStatus(page, 'gather-candidates', 'ready')
  await expect(nextButton(page)).toContainText('On to step 5')

  await nextButton(page).click()
  await expect(nextButton(page)).toContainText('Back to now')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-banner="past"]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/en\/call\/send-offer\/\?tab=timeline$/)
  await expectStatus(page, 'set-remote-offer', 'ready')
  await expect(nextButton(page)).toContainText('setRemoteDescription()')
  expect(complaints).toEqual([])
})

test('the map, the ticks and the browser’s own back button lead to moments', async ({ page }) => {
  await page.goto('en/call/send-offer/')
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'set-remote-offer', 'ready')

  await step(page, 'add-tracks').click()
  await expect(field(page, 'caller', 'signalingState')).toHaveText('stable')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create the connection')
  await page.locator('[data-tick="set-local-offer"]').click()
  await expect(field(page, 'caller', 'signalingState')).toHaveText('have-local-offer')
  await expectStatus(page, 'send-offer', 'todo')

  await page.goBack()
  await expect(page).toHaveURL(/add-tracks/)
  await expect(field(page, 'caller', 'signalingState')).toHaveText('stable')
  await page.goBack()
  await expect(page.locator('[data-banner="past"]')).toHaveCount(0)
  await expectStatus(page, 'send-offer', 'done')
})

test('thumbnails replace the videos of the past while the call continues @deep', async ({ page }) => {
  await page.goto('en/call/')
  for (const { id } of STEPS) {
    await expectStatus(page, id, 'ready')
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
    if (id === 'create-offer')
      await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
  }
  await step(page, 'set-local-offer').click()
  const local = page.locator('[data-end="caller"] .local')
  await expect(local.locator('canvas')).toBeVisible()
  await expect(local).toContainText('a still')
  const isPainted = await local.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [0] }
    return canvas.width <= 320 && data.some((value, index) => index % 4 !== 3 && value > 0)
  })
  expect(isPainted).toBe(true)
  await expect(page.locator('[data-end="caller"] .remote')).toContainText('from step 13')
  await page.locator('[data-action="scrub"]').press('End')
  await expect(page.locator('[data-end] canvas')).toHaveCount(0)
})

test('“again from here” opens fresh ends and runs to that step', { tag: DEEP }, async ({ page }) => {
  await page.goto('en/call/connected/')
  await page.locator('[data-action="run-with-pattern"]').click()
  await restartIceIfOffered(page)
  await expectConnected(page)
  const channel = page.getByTitle(/^handshake\//)
  const before = await channel.textContent()

  await step(page, 'create-answer').click()
  await expect(page.locator('[data-banner="past"]')).toContainText('step 9')
  await page.locator('[data-action="from-here"]').click()

  await expectStatus(page, 'create-answer', 'done')
  await expectStatus(page, 'set-local-answer', 'ready')
  await expect(page.locator('[data-banner="past"]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/en\/call\/create-answer\/$/)
  expect(await channel.textContent()).not.toBe(before)
})

test('a shared moment is offered on a fresh page, and reached in one click', async ({ page }) => {
  await page.goto('en/call/connected/')
  await page.locator('[data-action="run-with-pattern"]').click()
  await restartIceIfOffered(page)
  await expectConnected(page)
  await step(page, 'set-remote-offer').click()
  await expect(page).toHaveURL(/set-remote-offer\/\?at=\d+/)
  const { href } = new URL(page.url())

  await page.goto('about:blank')
  await page.goto(href)
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'set-remote-offer', 'done')
  await expect(page.locator('[data-end="caller"]')).toContainText('test pattern')
})

test('play moves through the past at its pace, and the note keeps up @deep', async ({ page }) => {
  await page.goto('en/call/add-tracks/')
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'create-offer', 'ready')
  await page.locator('[data-action="scrub"]').press('Home')
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="play"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Capture local media')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create the connection')
  await expect(page.locator('[data-action="play"]')).toHaveAttribute('aria-pressed', 'false')
  await expectStatus(page, 'create-offer', 'ready')
})

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on the controls while looking back: ${theme} @deep`, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem('handshake.theme', chosen)
    }, theme)
    await page.goto('both/call/send-offer/')
    await page.locator('[data-action="run-with-pattern"]').click()
    await expectStatus(page, 'send-offer', 'done')
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator('[data-banner="past"]')).toBeVisible()
    const { violations } = await axeOn(page)
      .include('.call-controls, [data-banner]')
      .include('[data-end]')
      .analyze()
    expect(violations).toEqual([])
  })
}
