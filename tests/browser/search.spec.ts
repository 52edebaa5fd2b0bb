import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { chooseTheme, watchPage } from './page'

const WHOLE_TEXT =
  "Uncaught (in promise) InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection':" +
  ' Failed to set remote answer sdp: Called in wrong state: stable'

const dialog = (page: Page) => page.locator('dialog[open]')
const field = (page: Page) => dialog(page).locator('input[type="search"]')
const results = (page: Page) => dialog(page).locator('[data-result]')
const status = (page: Page) => dialog(page).getByRole('status')

/** Opens the search with its key, so that the page's own element had the focus. */
async function openSearch(page: Page) {
  await page.locator('[data-action="search"]').focus()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
}

test('the search opens by its key, answers in links, and gives the focus back @engine', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/concepts/')
  await openSearch(page)
  await field(page).fill('hole punching')
  await expect(results(page).first()).toBeVisible()
  await expect(status(page)).toHaveText(/^\d+ results$/)
  const count = await results(page).count()
  // Each result is one link with a real address, its kind, its title and the matched words.
  const links = results(page).locator('a[href]')
  await expect(links).toHaveCount(count)
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
    expect(href).toMatch(/\/en\//)
  }
  await expect(links.first().locator('.kind')).not.toBeEmpty()
  await expect(links.first().locator('.title')).not.toBeEmpty()
  await expect(links.first().locator('mark').first()).toContainText(/hole|punching/i)

  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('[data-action="search"]')).toBeFocused()
  expect(complaints).toEqual([])
})

test('arrows walk the results, and Enter opens one', async ({ page }) => {
  await page.goto('en/glossary/')
  await openSearch(page)
  await field(page).fill('hole punching')
  await expect(results(page).nth(1)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(results(page).first().locator('a')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(results(page).nth(1).locator('a')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()

  const first = await results(page).first().locator('a').getAttribute('href')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).hash).toBe(first)
})

test('a press on a result opens its page at the right place', async ({ page }) => {
  await page.goto('en/concepts/')
  await openSearch(page)
  await field(page).fill('restartIce')
  await results(page).locator('a[href$="/concepts/ice/#restart"]').click()
  await expect(page).toHaveURL(/\/en\/concepts\/ice\/#restart$/)
  await expect(dialog(page)).toHaveCount(0)
})

test('a whole error of many lines is pasted whole, and answered', async ({ page, browserName }) => {
  await page.goto('en/glossary/')
  await openSearch(page)
  const stack = Array.from({ length: 40 }, (_, at) => `at handle${at} (app.js:${at}:7)`).join('\n')
  // Dispatched as an event, because not every browser here has a clipboard.
  await field(page).evaluate((input, text) => {
    // Firefox keeps no data in a clipboard event that a page creates.
    const event = new Event('paste', { bubbles: true, cancelable: true })
    input.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }))
  }, `${WHOLE_TEXT}\n${stack}`)
  await expect(field(page), browserName).toHaveValue(`${WHOLE_TEXT} ${stack.replaceAll('\n', ' ')}`)
  await expect(results(page).first()).toBeVisible()
  const first = results(page).locator('a').first()
  await expect(first).toHaveAttribute('href', /set-remote-answer|set-local-offer|wrong-state-stable/)
})

test('an empty search says what can be typed, and one in vain what else to try', async ({ page }) => {
  await page.goto('en/concepts/')
  await openSearch(page)
  const example = dialog(page).getByRole('button', { name: 'a=setup:actpass' })
  await example.click()
  await expect(field(page)).toHaveValue('a=setup:actpass')
  await expect(field(page)).toBeFocused()
  await expect(results(page).first()).toBeVisible()

  await field(page).fill('xylophone zeppelin')
  await expect(results(page)).toHaveCount(0)
  await expect(status(page)).toContainText('xylophone zeppelin')
  await expect(dialog(page).locator('a[href$="/en/errors/"]')).toBeVisible()
  await dialog(page).locator('a[href$="/en/glossary/"]').click()
  await expect(page).toHaveURL(/\/en\/glossary\/$/)
  await expect(dialog(page)).toHaveCount(0)
})

test('Enter that ends the composing of a Chinese word opens nothing', async ({ page }) => {
  await page.goto('zh/glossary/')
  await openSearch(page)
  await field(page).fill('打洞')
  await expect(results(page).first()).toBeVisible()
  await field(page).evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  )
  await expect(dialog(page)).toHaveCount(1)
  await expect(page).toHaveURL(/\/zh\/glossary\/$/)
})

test('Enter before the index is made opens the first result once it is there', async ({ page }) => {
  let press = () => {}
  const isPressed = new Promise<void>((resolve) => {
    press = resolve
  })
  await page.route(/\/assets\/search-entries-.*\.json$/, async (route) => {
    await isPressed
    await route.continue()
  })
  await page.goto('en/glossary/')
  await openSearch(page)
  await field(page).fill('perfect negotiation')
  await expect(status(page)).toHaveText('Preparing the index…')
  await field(page).press('Enter')
  await expect(dialog(page)).toHaveCount(1)
  press()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page).toHaveURL(/perfect-negotiation/)
})

test('a search whose texts do not arrive says so, and the next try finds', async ({ page }) => {
  const { complaints } = watchPage(page)
  const texts = /\/assets\/search-entries-.*\.json$/
  await page.route(texts, (route) => route.abort())
  await page.goto('en/glossary/')
  await openSearch(page)
  await expect(status(page)).toContainText('The index did not load')
  await page.unroute(texts)
  await field(page).fill('hole punching')
  await expect(results(page).first()).toBeVisible()
  await expect(status(page)).toHaveText(/^\d+ results$/)
  expect(complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([])
})

test('a recording that was found is opened, and can be closed and left @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/glossary/')
  await openSearch(page)
  await field(page).fill('Firefox: ICE failed, then restarted')
  await results(page).locator('a[href*="example=firefox-ice-repaired"]').click()
  const banner = page.getByText('This is a recording, not a running call')
  await expect(banner).toBeVisible()
  await expect(page).not.toHaveURL(/example=/)
  await page.getByRole('button', { name: 'Close recording' }).click()
  await expect(banner).toHaveCount(0)
  await expect(page).not.toHaveURL(/example=/)
  expect(complaints).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the search, in ${theme} @deep`, async ({ page }) => {
    await chooseTheme(page, theme)
    await page.goto('both/glossary/')
    await openSearch(page)
    const violations = async () => (await axeOn(page).include('dialog[open]').analyze()).violations
    expect(await violations()).toEqual([])
    await field(page).fill('ICE 失败')
    await expect(results(page).first()).toBeVisible()
    expect(await violations()).toEqual([])
    await field(page).fill('xylophone zeppelin')
    await expect(dialog(page).locator('a[href$="/both/glossary/"]')).toBeVisible()
    expect(await violations()).toEqual([])
  })
}
