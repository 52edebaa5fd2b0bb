import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectConnected, expectStatus, nextButton, repairIfOffered, watchPage } from './page'

const door = (page: Page, id: string) => page.locator(`[data-next="${id}"]`)
const tab = (page: Page, id: string) => page.locator(`#evidence-tab-${id}`)

async function connect(page: Page) {
  await page.locator('[data-action="run-to"]').click()
  await repairIfOffered(page)
  await expectConnected(page)
}

test('step 13 keeps its note, and the button leads on from it: to the connection, What now? and its first door', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/receive-answer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'set-remote-answer', 'ready')
  await expect(tab(page, 'next')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await repairIfOffered(page)
  await expectConnected(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Set the remote answer' })).toBeVisible()
  await expect(nextButton(page)).toHaveText(/See what the browser does now/)
  await expect(nextButton(page)).not.toHaveAttribute('aria-disabled', 'true')

  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/en\/call\/connected\/$/)
  await expect(nextButton(page)).toHaveText(/What now\?/)
  await nextButton(page).click()
  await expect(page).toHaveURL(/en\/call\/connected\/\?tab=next$/)
  await expect(page.locator('#evidence-panel-next h2')).toBeFocused()
  await expect(page.locator('#evidence-panel-next h2')).toHaveText(/13 steps, \d+ messages/)
  expect((await axeOn(page).include('#evidence-panel-next').analyze()).violations).toEqual([])

  await expect(nextButton(page)).toHaveText(/Next · Check yourself/)
  await page.keyboard.press('ArrowRight')
  // The questions of the first note are the first that are open.
  await expect(page).toHaveURL(/en\/call\/capture-media\//)
  await expect(page.getByRole('heading', { level: 1, name: 'Capture local media' })).toBeVisible()
  await expect(page.locator('[data-question]').first()).toBeVisible()
  expect(complaints).toEqual([])
})

test('the doors lead to the pairs, both SDPs, the two tabs, the recordings, a concept and the hang-up @deep', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('zh/call/connected/?tab=next')
  await connect(page)
  await door(page, 'pairs').click()
  await expect(tab(page, 'ice')).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.ice input[value="pairs"]')).toBeChecked()
  await tab(page, 'next').click()
  await door(page, 'compare').click()
  await expect(page.locator('[data-action="compare"]')).toHaveCount(0)
  await expect(page.locator('[data-panel="sdp"]')).toBeVisible()
  await tab(page, 'next').click()
  for (const id of ['two-tabs', 'recordings']) {
    await door(page, id).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await door(page, 'concepts').click()
  await expect(page).toHaveURL(/zh\/concepts\/signaling\//)
  await page.goBack()
  await door(page, 'end-call').click()
  await expect(page).toHaveURL(/zh\/call\/hang-up\//)
  await expect(tab(page, 'next')).toHaveCount(0)
  await expect(tab(page, 'timeline')).toHaveAttribute('aria-selected', 'true')
  expect(complaints).toEqual([])
})
