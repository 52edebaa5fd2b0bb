import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectStatus, nextButton } from './page'

/** The texts that are shown smaller than 12 px; drawings and statecharts scale as a whole and are left out. */
const tooSmall = async (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (
        parent === null ||
        node.textContent?.trim() === '' ||
        parent.closest('svg, noscript, [data-machine]')
      )
        continue
      const size = parseFloat(getComputedStyle(parent).fontSize)
      if (size < 11.99 && parent.checkVisibility())
        found.add(`${String(size)} px: ${parent.className} ${node.textContent?.trim().slice(0, 30) ?? ''}`)
    }
    return [...found]
  })

test('nothing to read is under 12 px, on the call page with every tab and on the pages to read @deep', async ({
  page,
}) => {
  const found: Record<string, string[]> = {}
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('en/call/set-remote-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'set-remote-offer', 'done')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(nextButton(page)).toBeVisible()
    found[`call, ${String(width)} px`] = await tooSmall(page)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const tab of ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']) {
    await page.locator(`#evidence-tab-${tab}`).click()
    await expect(page.locator(`#evidence-panel-${tab}`)).not.toBeEmpty()
    found[tab] = await tooSmall(page)
  }
  for (const path of ['', 'glossary/', 'concepts/nat/', 'concepts/sdp/', 'errors/checking-failed/']) {
    await page.goto(`both/${path}`)
    await expect(page.locator('main h1').first()).toBeVisible()
    found[path] = await tooSmall(page)
  }
  expect(Object.entries(found).filter(([, texts]) => texts.length > 0)).toEqual([])
})
