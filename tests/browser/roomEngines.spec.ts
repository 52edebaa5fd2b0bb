import { expect, test } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import config from '../../playwright.config'

/* Chromium and Firefox in one room: each once as the one who calls. */

const state = (page: Page) => page.locator('main[data-state]')

async function join(page: Page, room: string, name: string) {
  await page.goto(`en/room/?room=${room}`)
  await page.locator('[data-input="name"]').fill(name)
  await page.locator('[data-action="join"]').click()
  await expect(state(page)).toHaveAttribute('data-state', /alone|present/)
}

function expectMoving(page: Page) {
  return expect
    .poll(() =>
      page
        .locator('[data-video="remote"]')
        .evaluate((video: HTMLVideoElement) => video.videoWidth > 0 && video.currentTime > 0),
    )
    .toBe(true)
}

for (const caller of ['Chromium', 'Firefox'] as const)
  test(`${caller} calls the other engine, and pictures and lines cross @deep @chromium`, async ({
    page,
    playwright,
  }) => {
    const use = config.projects?.find(({ name }) => name === 'firefox')?.use
    const { channel } = use ?? {}
    const browser: Browser = await playwright.firefox.launch({
      ...use?.launchOptions,
      ...(channel !== undefined && { channel }),
    })
    try {
      const other = await browser.newPage({ baseURL: config.use?.baseURL ?? '', serviceWorkers: 'block' })
      const room = `engines-${String(process.pid)}-${caller}`
      await join(page, room, 'Chromium')
      await join(other, room, 'Firefox')
      const [from, to] = caller === 'Chromium' ? [page, other] : [other, page]
      const name = caller === 'Chromium' ? 'Firefox' : 'Chromium'
      await from.locator(`[data-member="${name}"] [data-action="invite"]`).click()
      await to.locator('[data-action="accept"]').click()
      for (const one of [from, to]) {
        await expect(state(one)).toHaveAttribute('data-state', 'in-call')
        await expectMoving(one)
      }
      await to.locator('[data-input="chat"]').fill('over the data channel')
      await to.locator('[data-input="chat"]').press('Enter')
      await expect(from.locator('[data-chat] [data-via="channel"]')).toBeVisible()
      await from.locator('[data-action="snapshot"]').click()
      await expect(to.locator('[data-transfer="snapshot"] canvas[data-drawn]')).toBeVisible()
      await to.locator('[data-action="hang-up"]').click()
      await expect(state(from)).toHaveAttribute('data-state', 'ended')
    } finally {
      await browser.close()
    }
  })
