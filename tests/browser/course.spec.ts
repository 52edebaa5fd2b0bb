import { expect, test } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, watchPage } from './page'

test('a planned lesson sets stops, questions and notes; the projector shows a note only when asked', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('en/')
  await page.locator('[data-door="course"]').click()
  await expect(page).toHaveTitle(/^A course of six lessons/)
  const lesson = page.locator('[data-lesson="first-call"]')
  await expect(lesson.getByText('It returns a text')).toBeHidden()
  await lesson.locator('[data-action="set-stops"]').click()
  const own = page.locator('[data-stop-note="create-offer"]')
  await expect(own).toHaveValue(/^Nothing\./)
  await own.fill('Wait for three hands.')
  expect((await axeOn(page).analyze()).violations).toEqual([])

  await page.reload()
  await expect(own).toHaveValue('Wait for three hands.')
  await lesson.locator('[data-action="set-stops"]').click()
  await expect(own).toHaveValue('Wait for three hands.')
  await lesson.locator('[data-action="project"]').click()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(page.locator('[data-action="talk"]')).toContainText('Stop: step 3')
  await expect(page.locator('[data-action="stop-notes"]')).toBeHidden()
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'capture-media', 'done')
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'add-tracks', 'done')
  await page.keyboard.press('PageDown')
  await expect(page.locator('[data-own-question]')).toHaveText(/once createOffer\(\) is done\?$/)
  await expect(page.getByText('Wait for three hands.')).toBeHidden()
  await page.locator('[data-action="stop-notes"]').click()
  await expect(page.getByText('Wait for three hands.')).toBeVisible()
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText('Wait for three hands.')).toBeHidden()
  await expect(page.locator('[data-own-question]')).toBeHidden()
  expect(complaints).toEqual([])
})
