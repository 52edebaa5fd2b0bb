import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectConnected, expectStatus, nextButton, repairIfOffered, step, watchPage } from './page'

/* Playwright's clock replaces the page's: `fastForward` acts like a closed lid, because every due timer fires once. */

/** Records each banner that the page shows, and lets the test delay messages. */
async function prepare(page: Page) {
  await page.clock.install()
  await page.addInitScript(() => {
    let held: (() => void)[] | null = null
    const { postMessage } = BroadcastChannel.prototype
    BroadcastChannel.prototype.postMessage = function (data: unknown) {
      const post = () => postMessage.call(this, data)
      if (held === null || !this.name.startsWith('handshake/')) post()
      else held.push(post)
    }
    addEventListener('hold-wire', () => (held = []))
    addEventListener('free-wire', () => {
      const due = held ?? []
      held = null
      for (const post of due) post()
    })
    const seen = new Set<string>()
    Object.assign(window, { banners: () => [...seen] })
    new MutationObserver(() => {
      const banner = document.querySelector<HTMLElement>('[data-banner]')?.dataset['banner']
      if (banner) seen.add(banner)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
}

function banners(page: Page) {
  return page.evaluate(() => (window as unknown as { banners(): string[] }).banners())
}

test('an hour of sleep on a silent channel: no alarm after waking, and the call connects', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await prepare(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="test-pattern"]').click()
  await step(page, 'gather-candidates').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await expectStatus(page, 'send-offer', 'ready')

  await test.step('the offer was sent, and asking three times got no answer', async () => {
    await page.evaluate(() => dispatchEvent(new Event('hold-wire')))
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2_000))
    await nextButton(page).dispatchEvent('click')
    await page.clock.runFor(3_500)
    await expectStatus(page, 'send-offer', 'done')
  })

  await test.step('the lid is closed, and opened again', async () => {
    await page.clock.fastForward('01:00:00')
    await page.clock.runFor(200)
    expect(await banners(page)).toEqual([])
  })

  await page.evaluate(() => dispatchEvent(new Event('free-wire')))
  await page.clock.resume()
  await page.locator('.transport').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await repairIfOffered(page)
  await expectConnected(page)

  await test.step('a connected call sleeps too, and nothing is asked of the learner', async () => {
    await expect(page.locator('[data-banner="connected"]')).toBeVisible()
    await page.clock.fastForward('01:00:00')
    await page.clock.runFor(200)
    await expect(page.locator('[data-banner="connected"]')).toBeVisible()
    await expectConnected(page)
  })
  expect(await banners(page)).not.toContain('unconfirmed')
  expect(await banners(page)).not.toContain('stalled')
  expect(complaints).toEqual([])
})
