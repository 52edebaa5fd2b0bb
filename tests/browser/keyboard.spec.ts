import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { expectStatus, waitForHydration, nextButton } from './page'

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

test('the space, Home and End belong to the reader inside the note and the evidence, → runs the step @engine', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 })
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  const note = page.locator('#lesson')
  const top = () => note.evaluate((it) => it.scrollTop)
  // The questions come last, when the browser is idle: without them the note may have nothing to scroll.
  await expect(note.locator('[data-question]')).toBeAttached()

  await note.locator('h1').click()
  await page.keyboard.press('Space')
  // Home during a smooth scroll may be lost, so the page has to stand still.
  const isStill = async () => {
    const before = await top()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    return before > 0 && (await top()) === before
  }
  await expect.poll(isStill).toBe(true)
  await page.keyboard.press('Home')
  await expect.poll(top).toBe(0)
  await page.locator('[data-evidence]').click()
  await page.keyboard.press('Space')
  await expectStatus(page, 'capture-media', 'ready')
  await page.keyboard.press('ArrowRight')
  await expectStatus(page, 'capture-media', 'done')
  // None of the presses above ran a step.
  await expectStatus(page, 'add-tracks', 'ready')

  await page.locator('.call-controls .count').click()
  await page.keyboard.press('Space')
  await expectStatus(page, 'add-tracks', 'done')
  await page.keyboard.press('Home')
  await expectStatus(page, 'add-tracks', 'done')
  const slider = page.locator('[data-action="scrub"]')
  await slider.press('Home')
  await expectStatus(page, 'capture-media', 'ready')
  await slider.press('End')
  await expectStatus(page, 'add-tracks', 'done')
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
  await waitForHydration(page)
  expect(await tap(page.locator('main a[data-term]').first())).toBe(false)
  const popover = page.locator('.term-popover')
  await expect(popover).toBeVisible()
  await expect(page).toHaveURL(/\/en\/concepts\/ice\/$/)
  await tap(page.locator('h1'))
  await expect(popover).toHaveCount(0)
})
