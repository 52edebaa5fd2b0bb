import { chromium, expect, test } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { findBrowser, findHeadlessShell } from '../../scripts/browsers.mjs'
import { openTwoNetworks, whyNoNetworks } from '../support/twoNetworks'
import type { Device, TwoNetworks } from '../support/twoNetworks'
import { action, chat, expectPicture, freshRoom, invite, member, state, write } from './roomPage'

/* Two devices on networks of their own, one of which moves to another network during the call. The browsers are started
   there, so only Chromium: Firefox is driven through a port, which another network cannot reach. */

test.describe('two devices on two networks @deep @chromium', () => {
  const missing = whyNoNetworks()
  test.skip(missing !== undefined, missing)

  let networks: TwoNetworks
  const browsers: Browser[] = []
  test.beforeAll(async () => {
    networks = await openTwoNetworks(Number(process.env['HANDSHAKE_TEST_PORT'] ?? '4173') + 1)
  })
  test.afterAll(async () => {
    for (const browser of browsers) await browser.close()
    networks.close()
  })

  async function openPage(device: Device): Promise<Page> {
    const executablePath = findHeadlessShell() ?? findBrowser('chromium')?.executablePath ?? ''
    const browser = await chromium.launch({
      executablePath: networks.browserOn(device, executablePath),
      args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=10'],
    })
    browsers.push(browser)
    const context = await browser.newContext({
      // As a person who has accepted the warning.
      ignoreHTTPSErrors: true,
      permissions: ['camera', 'microphone'],
      serviceWorkers: 'block',
    })
    return context.newPage()
  }

  async function join(page: Page, room: string, name: string) {
    const address = networks.addresses.find((one) => one.includes('10.91.2.1')) ?? ''
    await page.goto(`${address}en/room/?room=${room}`)
    await page.locator('[data-input="name"]').fill(name)
    await action(page, 'join').click()
  }

  test('a device joins by the printed address and calls; its address changes, and the call goes on', async () => {
    const room = freshRoom()
    const [ming, lin] = [await openPage('rm-a'), await openPage('rm-b')]
    await join(ming, room, 'Ming')
    await join(lin, room, 'Lin')
    expect(await lin.evaluate(() => isSecureContext)).toBe(true)
    await expect(member(ming, 'Lin')).toBeVisible()
    await invite(ming, 'Lin')
    await action(lin, 'accept').click()
    for (const page of [ming, lin]) {
      await expect(state(page)).toHaveAttribute('data-state', 'in-call')
      await expectPicture(page, 'remote')
    }
    // Cameras are there, because the page is secure.
    await expect(ming.locator('[data-warnings]')).toBeEmpty()

    const states = await watchStates(ming, lin)
    networks.unplug()
    await expect(lin.locator('[data-phase="interrupted"]')).toBeVisible()
    networks.plugElsewhere()
    for (const page of [ming, lin]) {
      await expect(page.locator('[data-round="restart"]').first()).toBeVisible({ timeout: 60_000 })
      await expect(page.locator('[data-phase="connected"]')).toBeVisible({ timeout: 60_000 })
      await expect(page.locator('[data-transport-status="open"]')).toBeVisible({ timeout: 60_000 })
      await expectMoving(page)
    }
    await write(lin, 'you have moved')
    await expect(chat(ming)).toContainText(['you have moved'])
    // Nothing was closed on the way.
    expect(await states()).toEqual([[], []])
    await action(lin, 'hang-up').click()
    await expect(state(ming)).toHaveAttribute('data-state', 'ended')
  })
})

/** Collects the states of the room that come after this moment. */
async function watchStates(...pages: Page[]) {
  for (const page of pages)
    await page.evaluate(() => {
      const main = document.querySelector<HTMLElement>('main[data-state]')!
      const seen: unknown[] = []
      Object.assign(globalThis, { seenStates: seen })
      new MutationObserver(() => seen.push(main.dataset['state'])).observe(main, {
        attributeFilter: ['data-state'],
      })
    })
  return () => Promise.all(pages.map((page) => page.evaluate(() => Reflect.get(globalThis, 'seenStates'))))
}

/** Pictures arrive that were not there before. */
async function expectMoving(page: Page) {
  const frames = () =>
    page
      .locator('[data-video="remote"]')
      .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
  const before = await frames()
  await expect.poll(frames).toBeGreaterThan(before)
}
