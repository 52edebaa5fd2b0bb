import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { expectStatus, nextButton } from './page'

test('two presses of Tab reach the next step, and Enter runs it', async ({ page }) => {
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'To the button of the next step' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(nextButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expectStatus(page, 'capture-media', 'done')
})

test('from the start of a page to read, one press leads to its text', async ({ page }) => {
  await page.goto('en/glossary/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

/** What a browser sends last of a tap. Playwright cannot touch an installed Firefox. */
const tap = (link: Locator) =>
  link.evaluate((element) =>
    element.dispatchEvent(
      new PointerEvent('click', { pointerType: 'touch', bubbles: true, cancelable: true }),
    ),
  )

test('a tap on a term shows its meaning and does not leave the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('en/concepts/ice/')
  expect(await tap(page.locator('main a[data-term]').first())).toBe(false)
  const popover = page.locator('.term-popover')
  await expect(popover).toBeVisible()
  await expect(page).toHaveURL(/\/en\/concepts\/ice\/$/)
  await tap(page.locator('h1'))
  await expect(popover).toHaveCount(0)
})
