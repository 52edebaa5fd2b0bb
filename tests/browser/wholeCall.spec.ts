import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectHeld, keepLedger } from './ledger'
import { waitForHydration, watchPage } from './page'

const SIDES = ['caller', 'callee'] as const

async function expectRunning(page: Page) {
  for (const side of SIDES) {
    const end = page.locator(`[data-side="${side}"]`)
    await expect(end.locator('[data-field="connection"]')).toHaveText('connected')
    await expect
      .poll(async () => Number(await end.locator('[data-field="frames"]').innerText()))
      .toBeGreaterThan(2)
  }
}

test('the programs on the page run, both offer at once, and stopping releases all', async ({ page }) => {
  await keepLedger(page)
  const { complaints } = watchPage(page)
  await page.goto('en/concepts/whole-call/')
  await waitForHydration(page)
  const run = page.locator('[data-action="run-listing"]')
  await run.click()
  await expectRunning(page)
  await page.locator('[data-action="stop-listing"]').click()
  await expectHeld(page)

  await page.getByRole('radio', { name: 'Perfect negotiation', exact: true }).check()
  await run.click()
  await expectRunning(page)
  const polite = page.locator('[data-side="callee"] [data-field="trail"]')
  const impoliteFrames = page.locator('[data-side="caller"] [data-field="frames"]')
  const before = Number(await impoliteFrames.innerText())
  await page.locator('[data-action="collide"]').click()
  await expect(polite).toHaveText(/have-local-offer → (?:stable → )?have-remote-offer → stable$/)
  // Chromium 156 leaves the polite end's remote tracks muted after the rollback, as the page says.
  await expect.poll(async () => Number(await impoliteFrames.innerText())).toBeGreaterThan(before + 5)
  await expectRunning(page)
  await page.locator('[data-action="stop-listing"]').click()
  await expectHeld(page)
  expect(complaints).toEqual([])
})

test('what is printed is, byte by byte, the file that runs', async ({ page }) => {
  const fetched = new Map<string, Promise<string>>()
  page.on('response', (response) => {
    const name = /\/(caller|callee|peer)-[^/]*\.js$/.exec(response.url())?.[1]
    if (name) fetched.set(`${name}.js`, response.text())
  })
  await page.goto('en/concepts/whole-call/')
  await waitForHydration(page)
  for (const program of ['Caller and callee', 'Perfect negotiation']) {
    await page.getByRole('radio', { name: program, exact: true }).check()
    await page.locator('[data-action="run-listing"]').click()
    await expectRunning(page)
    await page.locator('[data-action="stop-listing"]').click()
    for (const side of SIDES)
      await expect(page.locator(`[data-side="${side}"] [data-field="connection"]`)).toHaveText('closed')
  }
  expect([...fetched.keys()].sort()).toEqual(['callee.js', 'caller.js', 'peer.js'])
  for (const [name, text] of fetched) {
    const printed = await page.locator(`pre[data-listing="${name}"]`).evaluate((pre) => pre.textContent)
    expect(`${printed}\n`, name).toBe(await text)
    expect(await text, name).toBe(readFileSync(`lessons/code/${name}`, 'utf8'))
  }
})

test('a refused camera is shown, with its page, and the test pattern offered', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
  })
  await page.goto('en/concepts/whole-call/')
  await waitForHydration(page)
  await page.getByRole('radio', { name: 'Camera', exact: true }).check()
  await page.locator('[data-action="run-listing"]').click()
  const alert = page.locator('[data-whole-call]').getByRole('alert')
  await expect(alert).toContainText('NotAllowedError: Permission denied')
  await expect(alert.locator('a')).toHaveAttribute('href', /\/en\/errors\/permission-denied\/$/)
  expect((await axeOn(page).include('figure').analyze()).violations).toEqual([])
  await page.locator('[data-action="use-pattern"]').click()
  await expect(alert).toHaveCount(0)
  await expectRunning(page)
})

for (const program of ['Caller and callee', 'Perfect negotiation']) {
  test(`what a handler throws is shown once, in the figure: ${program}`, async ({ page }) => {
    await page.addInitScript(() => {
      const setRemoteDescription = () =>
        Promise.reject(new DOMException('No such description', 'OperationError'))
      Object.assign(RTCPeerConnection.prototype, { setRemoteDescription })
    })
    const { complaints } = watchPage(page)
    await page.goto('en/concepts/whole-call/')
    await waitForHydration(page)
    await page.getByRole('radio', { name: program, exact: true }).check()
    await page.locator('[data-action="run-listing"]').click()
    const alert = page.locator('[data-whole-call]').getByRole('alert')
    await expect(alert).toContainText('OperationError: No such description')
    await page.locator('[data-action="stop-listing"]').click()
    await expect(page.getByText('No such description')).toHaveCount(1)
    expect(complaints).toEqual([])
  })
}

test('axe finds nothing on the page, before it runs and while it does @deep', async ({ page }) => {
  await page.goto('both/concepts/whole-call/')
  await waitForHydration(page)
  await expect(page.locator('[data-action="run-listing"]')).toBeVisible()
  expect((await axeOn(page).include('main').analyze()).violations).toEqual([])
  await page.locator('[data-action="run-listing"]').click()
  await expectRunning(page)
  expect((await axeOn(page).include('figure').analyze()).violations).toEqual([])
})
