import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { STEP_IDS } from '../../machines/steps'
import { axeOn } from './axe'
import { watchPage } from './page'

test('a recording saved as a page opens from disk, offline, and walks the call by keyboard @chromium', async ({
  page,
  context,
}, info) => {
  const { complaints } = watchPage(page)
  // A system Firefox does not report downloads to Playwright, so the page keeps the files that it saves.
  await page.addInitScript(() => {
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { savedFile: blob })
      return create(blob)
    }
  })
  const saved = () => page.evaluate(() => (globalThis as unknown as { savedFile: Blob }).savedFile.text())
  await page.goto('en/call/?example=chromium-connected')
  await expect(page.locator('[data-banner="recording"]')).toBeVisible()
  await page.locator('[data-action="recordings"]').click()
  await page.locator('[data-action="save-page"]').click()
  await expect(page.getByRole('status').filter({ hasText: /handshake-.*\.html/ })).toBeVisible()
  const file = info.outputPath('saved.html')
  writeFileSync(file, await saved())

  await context.setOffline(true)
  await page.goto(pathToFileURL(file).href)
  const article = page.locator('article:visible')
  await expect(article).toHaveCount(1)
  await expect(article).toHaveAttribute('id', 'before')
  for (const id of STEP_IDS) {
    await page.keyboard.press('ArrowRight')
    await expect(article).toHaveAttribute('id', id)
  }
  await expect(article.locator('.states .changed').first()).toBeVisible()
  await expect(article.locator('.messages li').first()).toContainText('description offer')
  await expect(article.locator('.sdp li').first()).toHaveText('v=0')
  await expect(page.getByRole('status')).toContainText('Set the remote answer')
  await page.keyboard.press('ArrowLeft')
  await expect(article).toHaveAttribute('id', 'receive-answer')
  await page.keyboard.press('Home')
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(article).toHaveAttribute('id', 'capture-media')
  await page.getByRole('link', { name: '7 Set the remote offer' }).click()
  await expect(article).toHaveAttribute('id', 'set-remote-offer')
  // A page from disk may have lost the focus of the window in Firefox, but it has a focused element.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('7 Set the remote offer')

  // What the page can load: nothing, not even from where it came.
  expect(await page.evaluate(() => fetch('http://127.0.0.1/').then(String, () => 'refused'))).toBe('refused')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await axeOn(page).analyze()).violations).toEqual([])
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('article:visible')).toHaveCount(STEP_IDS.length + 2)
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Take out the recording' }).click()
  expect(await saved()).toBe(readFileSync('src/recording/examples/chromium-connected.json', 'utf8'))
  expect(
    complaints.filter(
      (line) => !/Fetch API|Content Security Policy directive: "default-src|^request: file:/.test(line),
    ),
  ).toEqual([])
})
