import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { chooseTheme, expectConnected, expectStatus, watchPage } from './page'

const FIGURES = [
  ['add-tracks', 'transceivers'],
  ['create-offer', 'offer-lines'],
  ['gather-candidates', 'candidate-parts'],
  ['prepare-callee-media', 'direction-table'],
  ['set-local-answer', 'two-clocks'],
  ['connected', 'connect-film'],
  ['hang-up', 'hang-up-outcomes'],
] as const

/** Chooses a step on the map, or one of the two lessons after the thirteen steps. */
async function choose(page: Page, step: string) {
  const place = step === 'connected' ? '.transport' : `[data-step="${step}"], [data-phase="${step}"]`
  await page.locator(place).first().click()
}

test('a step’s note shows an example, then the values of the learner’s own call', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/create-offer/#prose')
  const lines = page.locator('.lesson [data-figure="offer-lines"]')
  await expect(lines.locator('[data-live="false"]')).toBeVisible()
  await expect(lines.locator('[data-offer-line="ufrag"]')).toContainText('q8ba')

  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'create-offer', 'done')
  await page.locator('[data-step="create-offer"]').click()
  await expect(lines.locator('[data-live="true"]')).toBeVisible()
  await expect(lines.locator('[data-offer-line="ufrag"]')).not.toContainText('q8ba')
  await expect(lines.locator('[data-offer-line]')).toHaveCount(10)
  expect(complaints).toEqual([])
})

test('each figure in the notes has live values in a connected call, fits, and passes axe @deep', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await chooseTheme(page, 'dark')
  await page.goto('both/call/connected/#prose')
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectConnected(page)
  for (const [step, id] of FIGURES) {
    await choose(page, step)
    const figure = page.locator(`.lesson [data-figure="${id}"]`)
    // Each note has its figure in the fold where it is needed.
    const fold = page.locator('.lesson details').filter({ has: page.locator(`[data-figure="${id}"]`) })
    // In one task, because the page opens some folds by itself.
    await fold.first().evaluate((it: HTMLDetailsElement) => {
      if (!it.open) it.querySelector('summary')?.click()
    })
    await expect(figure.locator('figcaption')).toBeVisible()
    if (id !== 'hang-up-outcomes') await expect(figure.locator('[data-live="true"]')).toBeVisible()
    expect(await figure.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      0,
    )
    const { violations } = await axeOn(page).include(`.lesson [data-figure="${id}"]`).analyze()
    expect(violations).toEqual([])
  }
  await choose(page, 'prepare-callee-media')
  await expect(page.locator('[data-cell="sendrecv sendrecv"]')).toContainText('audio + video')
  await choose(page, 'connected')
  await expect(page.locator('[data-moment="ice"] [data-end="callee"]')).toContainText(/[+−]\d+\.\d{3} s/)
  expect(complaints).toEqual([])
})
