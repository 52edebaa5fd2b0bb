import { expect, test } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage, chooseTheme } from './page'

const READINGS = ['zh', 'en', 'both'] as const
const THEMES = ['light', 'dark'] as const

for (const reading of READINGS) {
  for (const theme of THEMES) {
    const tag = reading === 'both' && theme === 'light' ? '' : ' @deep'
    test(`axe finds nothing on the call page: ${reading}, ${theme}${tag}`, async ({ page }) => {
      await chooseTheme(page, theme)
      await page.goto(`${reading}/call/set-remote-offer/`)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await page.locator('[data-action="run-to"]').click()
      await expectStatus(page, 'set-remote-offer', 'done')
      expect((await axeOn(page).analyze()).violations).toEqual([])
    })
  }
}

/** `npm test` looks at the first tabs here, and at the others in a connected call (ice.spec.ts). */
const TAB_GROUPS = [
  { tabs: ['sdp', 'timeline', 'machine'], theme: 'dark', tag: '' },
  { tabs: ['ice', 'wire', 'stats'], theme: 'dark', tag: ' @deep' },
  { tabs: ['sdp', 'timeline', 'machine', 'ice', 'wire', 'stats'], theme: 'light', tag: ' @deep' },
] as const

for (const { tabs, theme, tag } of TAB_GROUPS) {
  test(`axe finds nothing on the evidence tabs ${tabs.join(', ')}: both, ${theme}${tag}`, async ({
    page,
  }) => {
    await chooseTheme(page, theme)
    await page.goto('both/call/set-remote-offer/')
    await page.locator('[data-action="run-to"]').click()
    await expectStatus(page, 'set-remote-offer', 'done')
    for (const tab of tabs) {
      await page.locator(`[data-tab="${tab}"]`).click()
      await expect(page.locator(`#evidence-panel-${tab}`)).toBeVisible()
      const { violations } = await axeOn(page).include('.evidence').analyze()
      expect(violations, tab).toEqual([])
    }
  })
}

test('the language changes in place: same step, same call, same scroll', async ({ page }) => {
  await page.goto('zh/call/create-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'create-offer', 'done')
  await page.locator('[data-tab="timeline"]').click()

  await page.keyboard.press('l')

  await expect(page).toHaveURL(/\/en\/call\/create-offer\//)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expectStatus(page, 'create-offer', 'done')
  await expect(page.locator('[data-tab="timeline"]')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Create the offer')
  await page.keyboard.press('l')
  await expect(page).toHaveURL(/\/both\/call\/create-offer\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('创建提议')
})

test('the root follows the browser’s language and then the last choice', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', ...(baseURL === undefined ? {} : { baseURL }) })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page).toHaveURL(/\/zh\/$/)
  await page.keyboard.press('l')
  await expect(page).toHaveURL(/\/en\/$/)
  await page.goto('./')
  await expect(page).toHaveURL(/\/en\/$/)
  await context.close()
})

test('an unknown address says so and shows the way back', async ({ page }) => {
  const response = await page.goto('zh/no/such/page')
  expect(response?.status()).toBe(404)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('header a')).toHaveText([/Handshake/, '中文', 'English', '双语'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.locator('a[href="/zh/call/"]').first().click()
  await expect(page).toHaveURL(/\/zh\/call\//)
})

test('the inspector alone is a page of the site: languages, home, and an example @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('inspector.html')
  await page
    .getByRole('radio', { name: 'EN' })
    .or(page.getByText('EN', { exact: true }))
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspector')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('.brand')).toHaveAttribute('href', './en/')
  expect((await axeOn(page).analyze()).violations).toEqual([])

  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.locator('[data-action="open-example"]').click()
  await expect(page.locator('[data-actor="caller"], [data-actor="callee"]')).toHaveCount(2)
  await expect(page.locator('[data-state-id="connected"][data-active="true"]')).toBeVisible()
  // Loaded only now.
  expect(asked.filter((url) => url.includes('chromium-connected'))).toHaveLength(1)
  await page.locator('[name="filter"]').fill('step.run')
  await page.locator('[data-event="step.run"]').last().click()
  await expect(page.locator('[data-state-id^="caller.capture-media"][data-active="true"]')).not.toHaveCount(0)
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.locator('[data-action="close-example"]').click()
  await expect(page.locator('[data-actor]')).toHaveCount(0)

  await page.locator('[data-action="example"]').click()
  await expect(page).toHaveURL(/\/en\/call\/\?tab=machine/)
  expect(complaints).toEqual([])
})

test('the call needs no scrolling sideways on a phone @engine', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { complaints } = watchPage(page)
  await page.goto('both/call/')
  await expect(nextButton(page)).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})
