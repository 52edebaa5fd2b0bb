import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, field, nextButton, watchPage } from './page'

const place = async (page: Page) =>
  page.locator('[data-evidence]').evaluate((panel) => {
    const { top, height } = panel.getBoundingClientRect()
    return { top, height }
  })

test('a refused camera: the note gives way to the problem, card and main button offer the same way out @engine', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.addInitScript(() => {
    // An empty page of Firefox has no devices.
    if (location.protocol === 'http:')
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
  })
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('en/call/')
  await expect(page.locator('#look-at')).toBeVisible()
  const before = await place(page)
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'failed')
  const card = page.locator('.lesson').getByRole('alert')
  await expect(card).toContainText('Camera and microphone were refused')
  await expect(page.getByRole('alert')).toHaveCount(1)
  // The tab that opens draws its panel anew.
  await expect.poll(() => place(page)).toEqual(before)
  await expect(page.locator('#look-at')).toHaveCount(0)
  await expect(page.locator('[data-question]')).toHaveCount(0)
  await expect(page.locator('[data-otherwise]')).toHaveText(
    'The note below tells how it goes when all is well.',
  )
  await expect(card.locator('.primary')).toHaveText('Go on with a test pattern')
  await expect(nextButton(page)).toHaveText(/^Go on with a test pattern/)
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('ArrowRight')
  await expectStatus(page, 'capture-media', 'done')
  await expect(nextButton(page)).toHaveText(/^Next 2/)
  await expect(page.locator('#look-at')).toBeVisible()
  expect(complaints).toEqual([])
})

// In Firefox an ICE agent that fails before the answer is set has given up: a line of its own, with another way out.
test('a failed connection is red with a sign, its line moves nothing, and the note has its whole text @chromium', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const read = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'connectionState')?.get
    for (const name of ['connectionState', 'iceConnectionState'] as const) {
      const own = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, name)
      Object.defineProperty(RTCPeerConnection.prototype, name, {
        get(this: RTCPeerConnection) {
          // Not before DTLS is done, which needs the answer: a callee that fails earlier is another case.
          const fails = document.documentElement.dataset['fails'] !== undefined
          return fails && read?.call(this) === 'connected' ? 'failed' : (own?.get?.call(this) as string)
        },
      })
    }
  })
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('en/call/receive-answer/')
  const before = await place(page)
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'receive-answer', 'done')
  await page.evaluate(() => (document.documentElement.dataset['fails'] = ''))
  await nextButton(page).click()
  const line = page.locator('[data-banner="failed"]')
  await expect(line).toBeVisible()
  for (const end of ['caller', 'callee'] as const) {
    const pill = field(page, end, 'connectionState').locator('..')
    await expect(pill).toHaveText(/^\s*!\s*failed/)
    await expect(pill).toHaveCSS('color', 'rgb(198, 42, 47)')
  }
  expect((await place(page)).top).toBe(before.top)
  expect((await place(page)).height).toBe(before.height)
  await expect(page.locator('[data-news="failed"]')).toContainText('An ICE restart gathers anew')
  await expect(line.locator('button').first()).toHaveText('Restart ICE')
  await expect(nextButton(page)).toHaveText(/Restart ICE/)
  await expect(page.locator('#look-at')).toHaveCount(0)
})
