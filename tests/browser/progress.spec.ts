import { expect, test } from '@playwright/test'
import { QUESTIONS } from '../../src/predict/bank'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'
import { card, guess } from './questionCard'

test('the next visit offers to continue where this one stopped, and does', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/set-local-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'set-local-offer', 'done')

  await page.goto('en/call/')
  await expect(page.getByText('Last time you got to step 4')).toBeVisible()
  // It does not block anything: the call can be started as always.
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="resume"]').click()
  await expectStatus(page, 'set-local-offer', 'done')
  await expect(page.locator('[data-action="resume"]')).toHaveCount(0)

  await page.goto('en/call/')
  await page.locator('[data-action="decline-resume"]').click()
  await page.reload()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(page.locator('[data-action="resume"]')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('progress counts and forgets, by keyboard @deep', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('handshake.progress') === null)
      localStorage.setItem('handshake.progress', '{"version":1,"steps":[')
  })
  await page.goto('en/call/')
  await guess(page, 'tracks-captured', 'two')
  await nextButton(page).click()
  await expect(card(page, 'tracks-captured')).toHaveAttribute('data-stage', 'judged')

  await page.locator('header [data-action="progress"]').press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-progress="steps"]')).toContainText('1 of 13')
  await expect(dialog.locator('[data-progress="predictions"]')).toContainText(
    `1 of ${String(QUESTIONS.length)}`,
  )
  await expect(dialog.locator('[data-progress="sum"]')).toContainText('1 right, 0 not')
  expect((await axeOn(page).include('dialog').analyze()).violations).toEqual([])

  await dialog.locator('[data-action="erase-progress"]').press('Enter')
  await expect(dialog.locator('[data-action="keep-progress"]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.locator('[data-progress="steps"]')).toContainText('0 of 13')
  await expect(dialog.getByRole('status')).toHaveText('Erased.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await nextButton(page).click()
  await page.goto('en/concepts/data-channels/')
  await page.locator('header [data-action="progress"]').press('Enter')
  await expect(dialog.locator('.actions > *').first()).toHaveAttribute('data-action', 'go-on')
  await dialog.locator('[data-action="go-on"]').press('Enter')
  await expect(page).toHaveURL(/\/en\/call\/capture-media\/$/)
  await expect(dialog).toHaveCount(0)
})

test('progress is saved as a file', async ({ page }) => {
  const kept = {
    version: 1,
    steps: ['capture-media'],
    read: ['lesson:capture-media'],
    predictions: { 'tracks-captured': { right: 1, wrong: 2 } },
    last: 'capture-media',
  }
  await page.addInitScript((text) => {
    localStorage.setItem('handshake.progress', text)
  }, JSON.stringify(kept))
  await page.goto('en/call/')
  await page.locator('header [data-action="progress"]').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-progress="lessons"]')).toContainText('1 of 15')

  // Playwright gets no downloads from an installed Firefox, so the file is read where it is created.
  const blob = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const make = URL.createObjectURL.bind(URL)
        URL.createObjectURL = (object: Blob) => {
          void object.text().then(resolve)
          return make(object)
        }
      }),
  )
  await dialog.locator('[data-action="export-progress"]').click()
  expect(JSON.parse(await blob)).toEqual({ kind: 'handshake-progress', ...kept, lab: null, labs: {} })
})
