import { expect, test } from '@playwright/test'
import { end, openBench, run, state } from './benchPage'
import { watchPage } from './page'

test('an edited text is refused by the specification and accepted by the browser, and both are said', async ({
  page,
}) => {
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  await run(page, 'caller', 'channels', 'createDataChannel')
  await run(page, 'caller', 'description', 'createOffer')
  const row = end(page, 'caller').locator('li', {
    has: page.locator('[data-operation="setLocalDescription"]'),
  })
  await row.locator('[aria-expanded]').click()
  await row.locator('[data-argument="description"]').selectOption('edited')
  const text = row.locator('[data-argument="sdp"]')
  await text.fill(`${await text.inputValue()}a=x-learner:1\r\n`)
  await expect(row.locator('[data-expect="refused"]')).toContainText('InvalidModificationError')
  await run(page, 'caller', 'description', 'setLocalDescription')
  await expect(state(page, 'caller')).toHaveText('have-local-offer')
  await expect(page.locator('[data-strip]')).toContainText(/differs from the specification: .*§4\.4\.1\.4/)
})

test('a provisional answer: Chromium sets it, Firefox says that it cannot @engine', async ({
  page,
  browserName,
}) => {
  await openBench(page)
  for (const name of ['caller', 'callee'] as const) await run(page, name, 'media', 'create')
  await run(page, 'caller', 'channels', 'createDataChannel')
  await run(page, 'caller', 'description', 'setLocalDescription')
  await run(page, 'caller', 'description', 'send')
  await run(page, 'callee', 'description', 'setRemoteDescription')
  await run(page, 'callee', 'description', 'createAnswer')
  const row = end(page, 'callee').locator('li', {
    has: page.locator('[data-operation="setLocalDescription"]'),
  })
  await row.locator('[aria-expanded]').click()
  await row.locator('[data-argument="description"]').selectOption('provisional')
  await run(page, 'callee', 'description', 'setLocalDescription')
  if (browserName === 'firefox') {
    await expect(page.locator('[data-strip]')).toContainText('NotSupportedError')
    await expect(page.locator('[data-strip]')).toContainText('differs from the specification')
    await expect(state(page, 'callee')).toHaveText('have-remote-offer')
    return
  }
  await expect(state(page, 'callee')).toHaveText('have-local-pranswer')
  await run(page, 'callee', 'description', 'send')
  await run(page, 'caller', 'description', 'setRemoteDescription')
  await expect(state(page, 'caller')).toHaveText('have-remote-pranswer')
})

test('a screen is shared, its prompt may be refused, and where there is none a picture is drawn', async ({
  page,
}) => {
  /** What the page's own getDisplayMedia() would do: no browser under test has a screen to pick. */
  await page.addInitScript(() => {
    const screens = [
      () => Promise.reject(new DOMException('Permission denied by user', 'NotAllowedError')),
      () => Promise.resolve(document.createElement('canvas').captureStream(1)),
    ]
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', {
      configurable: true,
      value: () => screens.shift()?.(),
    })
  })
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  const row = end(page, 'caller').locator('li', { has: page.locator('[data-operation="capture"]') })
  await row.locator('[aria-expanded]').click()
  await row.locator('[data-argument="source"]').selectOption('screen')
  await run(page, 'caller', 'media', 'capture')
  await expect(page.locator('[data-strip]')).toContainText('NotAllowedError')
  await end(page, 'caller').locator('[data-operation="capture"]').click()
  await expect(row.locator('[data-outcome="done"]')).toBeVisible()
  await run(page, 'caller', 'media', 'addTrack')

  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const without = { getUserMedia: mediaDevices.getUserMedia.bind(mediaDevices) }
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: without })
  })
  await row.locator('[data-argument="name"]').fill('desk')
  await end(page, 'caller').locator('[data-operation="capture"]').click()
  await expect(page.locator('[data-strip]')).toContainText('desk')
  await expect(row.locator('[data-outcome="done"]')).toBeVisible()
})

test('a saved bench opens on the bench, with time travel', async ({ page }) => {
  const { complaints } = watchPage(page)
  // A system Firefox does not report downloads to Playwright, so the page keeps the file that it saves.
  await page.addInitScript(() => {
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { savedFile: blob })
      return create(blob)
    }
  })
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  await run(page, 'caller', 'channels', 'createDataChannel')
  await run(page, 'caller', 'description', 'setLocalDescription')
  await page.locator('[data-action="save"]').click()
  await page.locator('[data-action="save-recording"]').click()
  await expect(page.getByRole('status').filter({ hasText: /handshake-.*\.json/ })).toBeVisible()
  const file = await page.evaluate(() => (globalThis as unknown as { savedFile: Blob }).savedFile.text())

  await page.goto('en/')
  await page.locator('[data-action="recordings"]').click()
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'bench.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(page).toHaveURL(/\/en\/labs\/bench\//)
  await expect(page.locator('[data-banner="recording"]')).toContainText('bench.json')
  await expect(state(page, 'caller')).toHaveText('have-local-offer')
  await expect(end(page, 'caller').locator('[data-operation="create"]')).toBeDisabled()
  await expect(page.locator('[data-evidence]')).toContainText('setLocalDescription()')
  await page.locator('[data-action="scrub"]').fill('0')
  await expect(state(page, 'caller', 'none')).toBeVisible()
  await page.locator('[data-action="to-now"]').click()
  await expect(state(page, 'caller')).toHaveText('have-local-offer')

  await page.goto('en/labs/bench/')
  await expect(end(page, 'caller').locator('[data-operation="create"]')).toBeEnabled()
  expect(complaints).toEqual([])
})
