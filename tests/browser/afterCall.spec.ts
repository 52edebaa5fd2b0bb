import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { chooseTheme, waitForHydration, watchPage } from './page'

/** Opens a page on a phone, in both languages and dark, where its figures have the least room. */
async function openOnPhone(page: Page, concept: string) {
  const { complaints } = watchPage(page)
  await chooseTheme(page, 'dark')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`both/concepts/${concept}/`)
  await waitForHydration(page)
  return complaints
}

/** Nothing reaches beyond the page, and axe finds nothing in its text. */
async function expectSound(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect((await axeOn(page).include('article').analyze()).violations).toEqual([])
}

test('the film strip goes from moment to moment, and the buffer’s task is solved by keys', async ({
  page,
}) => {
  const complaints = await openOnPhone(page, 'media-network')
  const film = page.locator('[data-media-film]')
  await expect(film.locator('[data-recorded]')).toContainText('Chromium 156')
  const next = film.locator('[data-action="film-next"]')
  const seen: (string | null)[] = []
  for (;;) {
    seen.push(await film.getByRole('status').getAttribute('data-moment'))
    if (await next.isDisabled()) break
    await next.press('Enter')
  }
  expect(seen).toHaveLength(11)
  expect(new Set(seen).size).toBe(11)

  const figure = page.locator('[data-jitter-buffer]')
  const slider = figure.getByRole('slider')
  await slider.press('End')
  await expect(figure.locator('[data-late]')).toHaveAttribute('data-late', '0')
  await expect(figure.locator('[data-task]')).toHaveAttribute('data-task', 'open')
  for (let press = 0; press < 12; press++) await slider.press('ArrowLeft')
  await expect(figure.locator('[data-task]')).toHaveAttribute('data-task', 'solved')
  await expectSound(page)
  expect(complaints).toEqual([])
})
