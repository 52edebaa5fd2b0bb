import { expect, test } from '@playwright/test'
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

test('a tap on a term shows its meaning and does not leave the call', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('en/concepts/ice/')
  const term = page.locator('a[data-term]').first()
  await term.tap()
  const popover = page.locator('.term-popover')
  await expect(popover).toBeVisible()
  await expect(page).toHaveURL(/\/en\/concepts\/ice\/$/)
  await popover.getByRole('link', { name: 'Glossary' }).tap()
  await expect(page).toHaveURL(/\/en\/glossary\/#/)
  await context.close()
})
