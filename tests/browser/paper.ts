import { pathToFileURL } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Text without what printing may change: its spaces, and ligatures. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/**
 * Prints the page with an installed Firefox into a file and reads it with Firefox's PDF reader. Returns the bare text
 * of each sheet. Other browsers have no such reader.
 */
export async function readPaper(page: Page, path: string): Promise<string[]> {
  // Playwright 1.64 passes inches where WebDriver BiDi uses centimetres. This is A5, to get many sheets.
  await page.pdf({ path, width: '14.8in', height: '21in' })
  const reader = await page.context().newPage()
  // Zoomed out so that all sheets are visible, because others are not drawn.
  await reader.goto(`${pathToFileURL(path).href}#zoom=10`)
  const sheets = reader.locator('#viewer .page')
  await expect(sheets.first()).toBeVisible()
  await expect(sheets.locator('.textLayer .endOfContent')).toHaveCount(await sheets.count())
  const texts = await sheets.allInnerTexts()
  await reader.close()
  return texts.map(bare)
}
