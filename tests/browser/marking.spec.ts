import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectConnected, watchPage } from './page'
import { ENGINE } from './tags'

const EVIL = '<img src=x onerror="document.title=1"> 我的说明'

/** Keeps the files that the page saves: the driver of an installed Firefox reports no downloads. */
async function keepSaved(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const saved: Blob[] = []
    const createUrl = URL.createObjectURL.bind(URL)
    Object.assign(globalThis, { saved })
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) saved.push(file)
      return createUrl(file)
    }
  })
}

/** The file that the page has saved last. */
async function lastSaved(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { saved: Blob[] }).saved.at(-1)?.text() ?? '')
}

/** Saves a certificate with the call of the page under a name; `words` are those in the name of its file. */
async function handIn(page: Page, name: string, words: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('textbox', { name: 'Your explanation' }).fill(EVIL)
  await page.locator('[data-action="save-certificate"]').click()
  await expect(page.getByText(`Saved: handshake-certificate-${words}-`)).toBeVisible()
  return lastSaved(page)
}

test(
  'students hand in a call of their own; the teacher gets a table and finds the same call twice',
  {
    tag: ENGINE,
  },
  async ({ page }) => {
    const { complaints } = watchPage(page)
    await keepSaved(page)
    await page.goto('en/call/set-remote-answer/')
    await page.locator('[data-action="run-with-pattern"]').click()
    await expectConnected(page)
    await page.locator('.brand').click()
    await page.locator('[data-door="course"]').click()
    await page.locator('[data-door="course-hand-in"]').click()
    await expect(page.getByRole('radio', { name: 'The call in this page' })).toBeChecked()
    await page.locator('[data-action="save-certificate"]').click()
    await expect(page.getByText('Type your name first.')).toBeVisible()
    const first = await handIn(page, 'Ann', 'Ann')
    const second = await handIn(page, '=1+1', '1-1')
    expect(first).not.toMatch(/a=ice-ufrag:(?!ufrag\d)/)
    expect((await axeOn(page).analyze()).violations).toEqual([])

    await page.goto('en/course/marking/')
    await page.locator('[data-input="certificates"]').setInputFiles([
      { name: 'ann.json', mimeType: 'application/json', buffer: Buffer.from(first) },
      { name: 'bo.json', mimeType: 'application/json', buffer: Buffer.from(second) },
      {
        name: 'changed.json',
        mimeType: 'application/json',
        buffer: Buffer.from(first.replace('"Ann"', '"Eve"')),
      },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    ])
    const row = (file: string) => page.locator(`[data-file="${file}"]`)
    await expect(row('ann.json').locator('[data-hash]')).toHaveText('fits')
    await expect(row('changed.json').locator('[data-hash]')).toContainText('does not fit')
    await expect(row('ann.json').locator('[data-recording]')).toContainText('both ends connected')
    await expect(row('ann.json').locator('[data-same]')).toContainText('bo.json')
    await expect(page.locator('[data-unread]')).toContainText('notes.txt')
    await expect(page.locator('[data-unread]')).toContainText('no complete JSON')
    await row('ann.json').locator('.words summary').click()
    await expect(row('ann.json').locator('[data-explanation]')).toHaveText(EVIL)
    await expect(page.locator('[data-explanation] img')).toHaveCount(0)
    expect((await axeOn(page).analyze()).violations).toEqual([])
    await page.locator('[data-action="export-csv"]').click()
    const csv = await lastSaved(page)
    expect(csv).toContain('"\'=1+1"')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
    expect(complaints).toEqual([])
  },
)
