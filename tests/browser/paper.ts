import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Text without what printing may change: its spaces, and letters that a font joins. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/**
 * Prints the page with an installed Firefox into a file, and reads it with the PDF reader that Firefox has:
 * the bare text of each sheet. Other browsers have no such reader.
 */
export async function readPaper(page: Page, path: string): Promise<string[]> {
  // Playwright 1.64 gives this Firefox inches where WebDriver BiDi has centimetres: A5, so that there are many sheets.
  await page.pdf({ path, width: '14.8in', height: '21in' })
  const reader = await page.context().newPage()
  // So small that all sheets are in view, because others are not drawn.
  await reader.goto(`${pathToFileURL(path).href}#zoom=10`)
  const sheets = reader.locator('#viewer .page')
  await expect(sheets.first()).toBeVisible()
  await expect(sheets.locator('.textLayer .endOfContent')).toHaveCount(await sheets.count())
  const texts = await sheets.allInnerTexts()
  await reader.close()
  return texts.map(bare)
}
