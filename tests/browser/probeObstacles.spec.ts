import type { Server } from 'node:http'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { watchPage } from './page'
import { openView, outcome, putProbe, serveHost } from './probePage'
import { DEEP } from './tags'
import { overflow } from './touch'

/* What stands between an app and the window of its probe, and the words that explain it. */

let server: Server
let address = ''
let script = ''
let view = ''

test.beforeAll(async ({ baseURL }) => {
  ;({ server, address } = await serveHost())
  script = `${baseURL ?? ''}/probe.js`
  view = `${baseURL ?? ''}/probe.html`
})

test.afterAll(() => {
  server.close()
})

async function openHost(page: Page, query = '') {
  await page.goto(address + query)
  await putProbe(page, script, view)
}

test('an app that cuts its windows off: open() says so within 3 s, and the window says why', async ({
  page,
}) => {
  await openHost(page, '?coop=same-origin')
  const live = await openView(page)
  expect(await outcome(page)).toBe('silent')
  await expect(live.locator('[data-obstacle="silent"]')).toHaveAttribute('open')
  await expect(live.locator('[data-obstacle="silent"]')).toContainText('same-origin-allow-popups')
})

test('the way out of it: same-origin-allow-popups', { tag: DEEP }, async ({ page }) => {
  await openHost(page, '?coop=same-origin-allow-popups')
  await openView(page)
  expect(await outcome(page)).toBe('ready')
})

test('a policy of its own scripts refuses the served probe and takes a copy', async ({ page }) => {
  await page.goto(`${address}?csp=${encodeURIComponent("script-src 'self'")}`)
  await expect(putProbe(page, script, view)).rejects.toThrow()
  await putProbe(page, `${address}probe.js`, view)
  await openView(page)
  expect(await outcome(page)).toBe('ready')
})

test('no window from window.open(), as of a browser that blocks it', async ({ page }) => {
  await openHost(page)
  await page.evaluate(() => {
    globalThis.open = () => null
  })
  await page.locator('#open').click()
  expect(await outcome(page)).toBe('blocked')
})

test('the window alone explains the obstacles, in both languages, wide and narrow', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('probe.html#blocked')
  await expect(page.locator('[data-obstacle="blocked"]')).toHaveAttribute('open')
  await page
    .getByRole('radio', { name: '中文' })
    .or(page.getByText('中文', { exact: true }))
    .first()
    .click()
  await expect(page.locator('h1')).toHaveText('看自己的应用')
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
  expect((await axeOn(page).analyze()).violations).toEqual([])
  expect(complaints).toEqual([])
})

test('the page of diagnosis has the lines to paste, with its own address', async ({ page }) => {
  await page.goto('en/diagnose/')
  const part = page.locator('[data-part="watch-own-app"]')
  await expect(part.locator('pre')).toContainText(`import { watchAll, open } from '${script}'`)
  for (const [name, words] of [
    ['Script tag', '<script type="module">'],
    ['Console', `await import('${script}')`],
    ['Playwright', 'addInitScript'],
  ] as const) {
    await part.getByRole('radio', { name }).click()
    await expect(part.locator('pre')).toContainText(words)
  }
})
