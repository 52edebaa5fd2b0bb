import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectConnected, watchPage } from './page'
import { CHROMIUM } from './tags'

const sheet = (page: Page) => page.locator('[data-sheet]')
const blank = (page: Page, name: string) => page.locator(`[data-blank="${name}"]`)

/** The number of sheets of a PDF. */
async function countSheets(page: Page, path: string): Promise<number> {
  await page.pdf({ path, format: 'A4' })
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

test('the sheet of a step has empty blanks, and an example recording fills in its answers', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('en/course/worksheet/?of=create-offer')
  await expect(page).toHaveTitle(/^Worksheets/)
  await expect(blank(page, 'caller.ufrag')).toBeVisible()
  await expect(blank(page, 'caller.ufrag')).toHaveText('')
  await expect(page.locator('[data-right]')).toHaveCount(0)
  expect((await axeOn(page).analyze()).violations).toEqual([])

  await page.locator('[data-action="answers"]').click()
  await page.locator('[data-field="source"]').selectOption('chromium-connected')
  await expect(blank(page, 'caller.ufrag')).toHaveText(/^ufrag\d+$/)
  await expect(blank(page, 'caller.sections')).toHaveText('0 audio, 1 video')
  await expect(blank(page, 'caller.setup')).toHaveText('actpass')
  await expect(blank(page, 'caller.signalingState')).toHaveText('stable')
  await expect(page.locator('[data-sheet-question="create-offer-changes"] [data-right]')).toHaveText(
    /Nothing at all/,
  )
  expect((await axeOn(page).analyze()).violations).toEqual([])

  // A lab is made on a bench, so a call of the steps does not fit its sheet.
  await page.locator('[data-field="sheet"]').selectOption('no-tracks')
  await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText(
    'Everything succeeds, and nothing happens',
  )
  await expect(page.getByRole('status').filter({ hasText: 'was not made in a lab' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the call of the page fills the answers, its statistics included', async ({ page }) => {
  await page.goto('en/call/set-remote-answer/')
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectConnected(page)
  await page.locator('.brand').click()
  await page.locator('[data-door="course"]').click()
  await page.locator('[data-target="sheet:connected"]').first().click()
  await page.locator('[data-action="answers"]').click()
  await page.locator('[data-field="source"]').selectOption('page')
  await expect(blank(page, 'caller.connectionState')).toHaveText('connected')
  await expect(blank(page, 'caller.fingerprint')).toHaveText(/^sha-256 ([\dA-F]{2}:){3}[\dA-F]{2}$/)
  await expect(blank(page, 'caller.pair')).toHaveText(/^(host|prflx) .+ ↔ (host|prflx) /)
})

test('each sheet prints on paper without the choices', { tag: CHROMIUM }, async ({ page }, info) => {
  for (const of of ['create-offer', 'connected', 'no-tracks']) {
    await page.goto(`en/course/worksheet/?of=${of}`)
    await expect(sheet(page)).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('[data-field="sheet"]')).toBeHidden()
    await expect(page.locator('.header')).toBeHidden()
    await page.emulateMedia({ media: null })
    // That of a lab may need the back of the sheet for the explanation.
    const most = of === 'no-tracks' ? 2 : 1
    expect(await countSheets(page, info.outputPath(`${of}.pdf`)), of).toBeLessThanOrEqual(most)
  }
})
