import { expect, test } from '@playwright/test'
import { SCENES } from '../../src/i18n/messages/story'
import { axeOn } from './axe'
import { watchPage } from './page'

test('the story has a picture and words for each scene, and leads from the home page to the call', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('en/')
  await page.locator('[data-door="story"]').click()
  await expect(page).toHaveURL(/\/en\/story\/$/)
  for (const { id, title } of SCENES) {
    const scene = page.locator(`[data-scene="${id}"]`)
    await expect(scene.getByRole('heading')).toHaveText(title.en)
    await expect(scene.locator('svg')).toBeVisible()
  }
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.locator('main [data-door="call"]').click()
  await expect(page).toHaveURL(/\/en\/call\/$/)
  expect(complaints).toEqual([])
})
