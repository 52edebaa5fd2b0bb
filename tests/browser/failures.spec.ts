import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectStatus, nextButton } from './page'

/** Refuses the scripts of one part, like a server that no longer has them. Returns a function that restores them. */
async function lose(page: Page, scripts: RegExp): Promise<() => Promise<void>> {
  await page.route(scripts, (route) => route.abort())
  return () => page.unroute(scripts)
}

/** What the page itself throws or logs. The browser's own message about the failed request is expected. */
function watchThrown(page: Page): string[] {
  const thrown: string[] = []
  page.on('pageerror', ({ message }) => thrown.push(message))
  return thrown
}

test('a panel that cannot be loaded says so in its place, and the rest works', async ({ page }) => {
  const thrown = watchThrown(page)
  await lose(page, /\/assets\/StatsPanel-.*\.js$/)
  await page.goto('/en/call/capture-media/')
  await page.locator('[role="tab"][data-tab="stats"]').click()
  const part = page.locator('[data-failure="part"]')
  await expect(part).toContainText('This part could not be loaded')
  await expect(part.locator('[data-action="reload-part"]')).toBeVisible()
  await page.locator('[role="tab"][data-tab="sdp"]').click()
  await expect(part).toBeHidden()
  await expect(page.locator('[data-action="next"]')).toBeEnabled()
  expect(thrown).toEqual([])
})

test('a dialog that cannot be loaded is reported by the notice, and the notice can be closed', async ({
  page,
}) => {
  const thrown = watchThrown(page)
  await lose(page, /\/assets\/SearchDialog-.*\.js$/)
  await page.goto('/zh/concepts/')
  await page.locator('[data-action="search"]').click()
  const notice = page.locator('[data-failure="load"]')
  await expect(notice).toContainText('没有加载成功')
  await notice.locator('[data-action="dismiss-failure"]').click()
  await expect(notice).toBeHidden()
  expect(thrown).toEqual([])
})

test('a page that cannot be loaded leaves the old one, and a reload leads to the new one @engine', async ({
  page,
}) => {
  const thrown = watchThrown(page)
  const giveBack = await lose(page, /\/assets\/GlossaryPage-.*\.js$/)
  await page.goto('/en/concepts/')
  await page.locator('header a[href$="/glossary/"]').click()
  const notice = page.locator('[data-failure="load"]')
  await expect(notice).toContainText('could not be loaded')
  await expect(page).toHaveURL(/\/en\/concepts\/$/)
  await giveBack()
  await notice.locator('[data-action="reload-page"]').click()
  await expect(page).toHaveURL(/\/en\/glossary\/$/)
  await expect(page.locator('main')).toContainText('ICE')
  expect(thrown).toEqual([])
})

test('a first page that cannot be loaded keeps its built text, and says what failed', async ({ page }) => {
  const thrown = watchThrown(page)
  await lose(page, /\/assets\/ConceptPage-.*\.js$/)
  await page.goto('/en/concepts/ice/')
  await expect(page.locator('[data-failure="load"]')).toBeVisible()
  await expect(page.locator('h1').first()).toBeVisible()
  expect(thrown).toEqual([])
})

test('a call whose engine cannot be loaded says so, and a reload makes the call', async ({ page }) => {
  const thrown = watchThrown(page)
  const giveBack = await lose(page, /\/assets\/(engine|machines)-.*\.js$/)
  await page.goto('/en/call/')
  const notice = page.locator('[data-failure="load"]')
  await expect(notice).toContainText('could not be loaded')
  await giveBack()
  await notice.locator('[data-action="reload-page"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  expect(thrown).toEqual([])
})
