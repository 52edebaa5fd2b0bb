import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { action, callTwo, chat, expectPicture, joinTwo, member, state, write } from './roomPage'

/* The room on a projector: pictures and messages have the width, and everything else is a tab below. */

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const panel = (page: Page) => page.locator('[role="tabpanel"]').first()

async function expectFits(page: Page, at: string) {
  const { wide, size } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    size: parseFloat(getComputedStyle(document.documentElement).fontSize),
  }))
  expect(wide, at).toBeLessThanOrEqual(0)
  expect(size, at).toBeGreaterThanOrEqual(19)
  expect((await axeOn(page).analyze()).violations, at).toEqual([])
}

for (const theme of ['light', 'dark'] as const)
  test(`on a projector the parts of the room are tabs, by mouse and by keys (${theme}) @deep`, async ({
    context,
  }) => {
    const { ming, lin } = await joinTwo(context)
    await ming.setViewportSize({ width: 1920, height: 1080 })
    await ming.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await ming.locator('h1').click()
    await ming.keyboard.press('f')
    await expect(ming.locator('html[data-presenting]')).toHaveCount(1)
    await expect(ming.locator('aside')).toHaveCount(0)

    // Before a call: whom to invite, and the code that a class scans.
    await expect(tab(ming, 'People')).toHaveAttribute('aria-selected', 'true')
    await expect(member(ming, 'Lin')).toBeVisible()
    const code = (await ming.locator('.news svg').boundingBox())!
    expect(code.width).toBeGreaterThanOrEqual(200)
    expect(code.height).toBeCloseTo(code.width, 0)
    await expectFits(ming, 'present')

    await callTwo(ming, lin)
    await expectPicture(ming, 'remote')
    await expect(tab(ming, 'Messages')).toHaveAttribute('aria-selected', 'true')
    await expect(panel(ming).locator('[data-message="answer"]').first()).toBeVisible()
    await expect(ming.locator('[data-step="set-remote-answer"]')).toBeVisible()
    await expectFits(ming, 'Messages')

    await tab(ming, 'Chat').click()
    await write(ming, 'to the last row')
    await expect(chat(lin)).toContainText(['to the last row'])
    await expectFits(ming, 'Chat')

    // Around with the keys: after the last tab comes the first.
    await tab(ming, 'Chat').focus()
    for (const name of ['Messages', 'Evidence', 'Machine', 'People']) {
      await ming.keyboard.press('ArrowRight')
      await expect(tab(ming, name)).toHaveAttribute('aria-selected', 'true')
      await expect(panel(ming)).toBeVisible()
      await expectFits(ming, name)
    }
    await expect(member(ming, 'Lin')).toContainText('in a call with you')

    await ming.keyboard.press('f')
    await expect(ming.locator('aside')).toBeVisible()
    await action(ming, 'hang-up').click()
    await expect(state(lin)).toHaveAttribute('data-state', 'ended')
  })
