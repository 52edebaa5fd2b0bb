import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { StepId } from '../../machines/steps'
import { expectHeld, keepLedger, readLedger } from './ledger'
import { expectConnected, expectStatus, nextButton, repairIfOffered, step, watchPage } from './page'

async function runTo(page: Page, target: StepId | 'connected') {
  // Not click(): beside moving videos, waiting for a stable page takes a second each time.
  await (target === 'connected' ? page.locator('.transport') : step(page, target)).dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  if (target !== 'connected') return expectStatus(page, target, 'done')
  await repairIfOffered(page)
  await expectConnected(page)
}

/** Starts the call again many times, each time with devices and a connection, without any read from the test. */
async function startOver(page: Page, rounds: number) {
  await page.evaluate(async (count) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve))
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)
    async function until(selector: string) {
      while (find(selector) === null) await turn()
    }
    for (let round = 0; round < count; round += 1) {
      find('[data-action="restart"]')?.click()
      await until('[data-step="capture-media"][data-status="ready"]')
      find('[data-step="add-tracks"]')?.click()
      await until('[data-action="run-to"]')
      find('[data-action="run-to"]')?.click()
      await until('[data-step="add-tracks"][data-status="done"]')
    }
  }, rounds)
}

test('hanging up, starting over and leaving release all resources of a call', async ({ page }) => {
  const { complaints } = watchPage(page)
  await keepLedger(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await runTo(page, 'connected')
  expect(await readLedger(page)).toMatchObject({ tracks: 4, connections: 2, channels: 2, videos: 4 })

  await page.locator('[data-action="hang-up"]').click()
  await expectHeld(page)
  await page.locator('[data-action="restart"]').click()
  await expectHeld(page, { channels: 2 })

  await page.locator('[data-action="test-pattern"]').click()
  await runTo(page, 'connected')
  // The call continues while a concept is read; its view is removed.
  await page.locator('a[href$="/concepts/"]').first().click()
  // Its statistics are still read, each second.
  await expectHeld(page, { connections: 2, channels: 2, workers: 2, audio: 2, intervals: 1 })
  await page.goBack()
  await expectConnected(page)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expectHeld(page)
  expect(complaints).toEqual([])
})

test('sixty calls in one page: each is released, and the last one connects @deep', async ({ page }) => {
  test.slow()
  const { complaints } = watchPage(page)
  await keepLedger(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="test-pattern"]').click()
  await startOver(page, 5)
  await page.locator('[data-action="restart"]').click()
  await expectHeld(page, { channels: 2 })
  const { listeners } = await readLedger(page)

  await startOver(page, 55)
  await page.locator('[data-action="restart"]').click()
  await expectHeld(page, { channels: 2, listeners })
  expect(await page.evaluate(() => window.everMade)).toBe(60)
  await runTo(page, 'connected')
  expect(complaints).toEqual([])
})

test('the role in a room is released when its tab is left', async ({ page }) => {
  await keepLedger(page)
  await page.goto('en/call/?room=ledger&end=caller')
  await expectStatus(page, 'capture-media', 'ready')
  await expect.poll(() => readLedger(page)).toMatchObject({ locks: 1, channels: 2 })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expectHeld(page)
})

test('devices that come after the call was left are released at once', async ({ page }) => {
  await page.addInitScript(() => {
    if (!('mediaDevices' in navigator)) return
    const devices = navigator.mediaDevices
    const capture = devices.getUserMedia.bind(devices)
    devices.getUserMedia = async (constraints) => {
      const stream = await capture(constraints)
      await new Promise((resolve) => document.addEventListener('allow', resolve, { once: true }))
      return stream
    }
  })
  await keepLedger(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await nextButton(page).click()
  await page.locator('[data-action="hang-up"]').click()
  await expect(page.locator('[data-banner="closed-self"]')).toBeVisible()
  await page.evaluate(() => document.dispatchEvent(new Event('allow')))
  await expectHeld(page)
})
