import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'
import { DEEP } from './tags'

/* The evidence opens on what changed, and the notes lead into it: one call, many looks. */

const PANEL = '[data-evidence]'
const tab = (page: Page, id: string) => page.locator(`#evidence-tab-${id}`)
const follow = (page: Page) => page.locator('[data-action="follow-step"]')

async function expectOpen(page: Page, id: string) {
  await expect(tab(page, id)).toHaveAttribute('aria-selected', 'true')
}

/** Follows the n-th link of Look at, and waits until the part that it names is outlined, focused and in view. */
async function followLink(page: Page, name: string, part: string) {
  await page.locator('.look-at').getByRole('link', { name, exact: true }).click()
  const lit = page.locator(`${PANEL} [data-part="${part}"][data-flash]`).first()
  await expect(lit).toBeInViewport()
  return lit
}

async function run(page: Page, ...steps: Parameters<typeof expectStatus>[1][]) {
  for (const id of steps) {
    await expectStatus(page, id, 'ready')
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
  }
}

test(
  'panels open on what changed, and the links of Look at lead to what they name',
  { tag: DEEP },
  async ({ page }) => {
    const { complaints } = watchPage(page)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto('en/call/')
    await run(page, 'capture-media', 'add-tracks', 'create-offer')
    const setup = await followLink(page, 'a=setup:actpass', 'a=setup')
    await expect(setup).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tree')).toBeFocused()
    await expect(page.locator('[data-note]')).toContainText('DTLS')

    await run(page, 'set-local-offer', 'gather-candidates')
    await expectOpen(page, 'ice')

    // The code that ran, cut in its line, is whole under the pointer, at the focus and by a press.
    const line = page.locator('[data-action="whole-run"]')
    const whole = page.locator('[data-whole-run]')
    await expect(whole).toBeHidden()
    await line.hover()
    await expect(whole).toBeVisible()
    await expect(whole).toContainText('icegatheringstatechange')
    const cut = await whole
      .locator('p, li')
      .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length)
    expect(cut).toBe(0)
    await page.keyboard.press('Escape')
    await expect(whole).toBeHidden()
    await tab(page, 'ice').hover()
    await line.press('Enter')
    await expect(line).toHaveAttribute('aria-expanded', 'true')
    await expect(whole).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(whole).toBeHidden()
    await tab(page, 'sdp').click()
    await expect(follow(page)).toHaveAttribute('aria-pressed', 'false')
    // Two lines stay above the first line that changed.
    const lines = page.locator('[role="tree"] [data-line]')
    await expect(page.locator('[role="tree"] .added').first()).toBeInViewport()
    const first = await lines.evaluateAll((all) => all.findIndex((line) => line.classList.contains('added')))
    expect(first).toBeGreaterThan(1)
    await expect(lines.nth(first)).toBeInViewport()
    const [head, above] = await Promise.all([
      page.getByRole('tree').boundingBox(),
      lines.nth(first - 1).boundingBox(),
    ])
    expect((above?.y ?? 0) - (head?.y ?? 0)).toBeGreaterThanOrEqual(0)

    await run(page, 'send-offer')
    await expectOpen(page, 'sdp')
    await follow(page).click()
    await expectOpen(page, 'wire')
    const hellos = page.locator('[data-action="controls"]').first()
    await expect(hellos).toHaveText(/[2-9] hello/)
    await expect(page.locator('[data-message="hello"]')).toHaveCount(0)
    await hellos.click()
    await expect(page.locator('[data-message="hello"]')).not.toHaveCount(0)
    await expect(await followLink(page, 'Wire panel', 'offer')).toBeFocused()

    await run(page, 'set-remote-offer')
    await expect(follow(page)).toHaveAttribute('aria-pressed', 'true')
    await followLink(page, 'pendingRemoteDescription', 'callee.pendingRemoteDescription')
    await expectOpen(page, 'slots')
    await followLink(page, 'track', 'track')
    await expectOpen(page, 'timeline')
    await expect(page.locator(`${PANEL} [data-flash]`)).toHaveCount(2)
    const { violations } = await axeOn(page).include('.evidence').include('.look-at').analyze()
    expect(violations).toEqual([])
    // The page itself never scrolls.
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
    expect(complaints).toEqual([])
  },
)
