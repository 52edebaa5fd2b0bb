import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { STEPS } from '../../machines/steps'
import { FAKE_DEVICE, launch } from './errors/seen'
import { expectConnected, expectFrames, expectStatus, nextButton, repairIfOffered, watchPage } from './page'

/** Makes Firefox refuse every device without asking. */
const REFUSING = {
  'media.navigator.permission.disabled': false,
  'permissions.default.camera': 2,
  'permissions.default.microphone': 2,
}

/** Makes getUserMedia() reject as a browser would: not every refusal can be provoked in both browsers. */
async function refuseCapture(page: Page, name: string, message: string) {
  await page.addInitScript(
    ([errorName, errorMessage]) => {
      // The blank page before the app is not a secure context, so it has no devices.
      if (!('mediaDevices' in navigator)) return
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(errorMessage, errorName))
    },
    [name, message] as const,
  )
}

for (const [name, message] of [
  ['NotAllowedError', 'Permission denied'],
  ['NotFoundError', 'Requested device not found'],
  ['NotReadableError', 'Could not start video source'],
] as const) {
  test(`${name}: the exact error, and one click continues with a test pattern`, async ({ page }) => {
    const { complaints } = watchPage(page)
    await refuseCapture(page, name, message)
    await page.goto('en/call/')
    await expectStatus(page, 'capture-media', 'ready')
    await nextButton(page).click()

    await expectStatus(page, 'capture-media', 'failed')
    const alert = page.getByRole('alert').filter({ hasText: name })
    await expect(alert).toContainText(message)
    await alert.locator('[data-action="use-test-pattern"]').click()

    await expectStatus(page, 'capture-media', 'done')
    expect(complaints).toEqual([])
  })
}

test('a denied permission of the browser itself says the same', async ({
  playwright,
  browserName,
  launchOptions,
}) => {
  // A separate browser: Firefox reads its settings at start. Chromium refuses what was not granted.
  const browser = await launch(playwright[browserName], launchOptions, REFUSING, [FAKE_DEVICE])
  const page = await browser.newPage({ permissions: [] })
  const { complaints } = watchPage(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await nextButton(page).click()

  await expectStatus(page, 'capture-media', 'failed')
  const alert = page.getByRole('alert').filter({ hasText: 'NotAllowedError' })
  await alert.locator('[data-action="use-test-pattern"]').click()
  await expectStatus(page, 'capture-media', 'done')
  expect(complaints).toEqual([])
  await browser.close()
})

test('the test pattern makes a whole call without any device', async ({ page }) => {
  const { complaints } = watchPage(page)
  await refuseCapture(page, 'NotFoundError', 'Requested device not found')
  await page.goto('en/call/connected/')
  await page.locator('[data-action="test-pattern"]').click()
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  await expectFrames(page, 'caller')
  await expectFrames(page, 'callee')
  expect(complaints).toEqual([])
})

test('a foreign message on the channel is refused, counted and shown, and changes nothing', async ({
  page,
}) => {
  await page.goto('en/call/send-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'send-offer', 'done')

  const name = await page.evaluate(() => /handshake\/[0-9a-f]{12}/.exec(document.body.innerText)?.[0] ?? '')
  expect(name).not.toBe('')
  await page.evaluate((channel) => {
    const stranger = new BroadcastChannel(channel)
    stranger.postMessage('<img src=x onerror=alert(1)>')
    stranger.postMessage({ v: 1, kind: 'description', room: 'elsewhere' })
    stranger.close()
  }, name)

  await page.locator('[data-tab="wire"]').click()
  await expect(page.locator('[data-message="refused"]')).toHaveCount(4)
  await expectStatus(page, 'set-remote-offer', 'ready')
  await expect(page.locator('[data-tab="wire"] img, [role="tabpanel"] img')).toHaveCount(0)
})

test('a server that does not exist is reported and never blocks the call @deep', async ({ page }) => {
  await page.goto('en/call/')
  await page.locator('[data-action="ice-servers"]').click()
  const dialog = page.getByRole('dialog')
  const urls = dialog.locator('[name="urls"]').first()

  await urls.fill('http://example.invalid')
  await dialog.locator('[data-action="apply"]').click()
  await expect(urls).toHaveAttribute('aria-invalid', 'true')

  await urls.fill('stun:stun.example.invalid:3478')
  await dialog.locator('[data-action="apply"]').click()
  await expect(dialog).toBeHidden()

  for (const { id } of STEPS) {
    await expectStatus(page, id, 'ready')
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
  }
  await repairIfOffered(page)
  await expectConnected(page)

  // The list draws only visible rows; this height shows all.
  await page.setViewportSize({ width: 1440, height: 3_000 })
  await page.locator('[data-tab="ice"]').click()
  // Once a pair is in use the tab opens on the pairs.
  await page.locator('.ice .bar [role="radiogroup"] label').first().click()
  const report = page.locator('[data-candidate]').filter({ hasText: 'icecandidateerror' }).first()
  await expect(report).toContainText('stun.example.invalid')
})
