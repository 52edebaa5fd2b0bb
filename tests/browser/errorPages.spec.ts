import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { ERROR_GROUPS, ERROR_IDS } from '../../src/errors/errorIds'
import type { ErrorId } from '../../src/errors/errorIds'
import { ERROR_FACTS, listTexts } from '../../src/errors/errors'
import { axeOn } from './axe'
import { chooseTheme, watchPage } from './page'

const READINGS = ['zh', 'en', 'both'] as const

async function expectListed(page: Page, reading: string, ids: readonly ErrorId[]) {
  const { complaints } = watchPage(page)
  await page.goto(`${reading}/errors/`)
  for (const id of ERROR_IDS)
    await expect(page.locator(`main a[href$="/${reading}/errors/${id}/"]`).first()).toBeVisible()
  for (const id of ids) {
    await page.locator(`main a[href$="/${reading}/errors/${id}/"]`).first().click()
    const main = page.locator(`main[data-error="${id}"]`)
    await expect(main.locator('article h1')).not.toBeEmpty()
    await expect(main.locator('article h2#fix')).toBeVisible()
    const printed = await main.locator('code[data-text]').allTextContents()
    expect(printed, id).toEqual(listTexts(id).map(({ text }) => text))
    for (const step of ERROR_FACTS[id].steps)
      await expect(main.locator(`.aside a[href$="/${reading}/call/${step}/"]`), id).toBeVisible()
  }
  expect(complaints).toEqual([])
}

for (const reading of READINGS)
  test(`the list links to every error in ${reading}, and each prints its texts @deep`, async ({ page }) => {
    await expectListed(page, reading, ERROR_IDS)
  })

test('the list links to every error in both, and the first of each group prints its texts', async ({
  page,
}) => {
  await expectListed(
    page,
    'both',
    ERROR_GROUPS.map(({ errors }) => errors[0]),
  )
})

test('the title is that of the built page', async ({ page, request }) => {
  for (const path of ['zh/errors/no-candidates/', 'en/errors/wrong-state-stable/', 'en/errors/']) {
    const html = await (await request.get(path)).text()
    const title =
      /<title>([^<]*)<\/title>/
        .exec(html)?.[1]
        ?.replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&') ?? ''
    await page.goto(path)
    await expect(page.locator('.app main h1')).toBeVisible()
    await expect(page).toHaveTitle(title)
  }
})

test('a page of an error is whole before any script runs', async ({ page, request }) => {
  // Scripting cannot be turned off in an installed Firefox, so the page is shown without its scripts.
  const withoutScripts = async (path: string) =>
    (await (await request.get(path)).text()).replace(/<script[^]*?<\/script>|<(?:link|meta)[^>]*>/g, '')
  await page.setContent(await withoutScripts('both/errors/wrong-state-stable/'))
  const main = page.locator('main[data-error="wrong-state-stable"]')
  await expect(main.locator('h1 code')).toHaveText('Called in wrong state: stable')
  await expect(main.locator('code[data-text="firefox"]')).toHaveText(
    'InvalidStateError: Cannot set remote answer in state stable',
  )
  const causes = main.locator('section').filter({ has: page.locator('h2#causes') })
  await expect(causes.locator('li').first()).toContainText('同一份应答用了两次')
  await expect(main).toContainText('setRemoteDescription(answer) is refused in stable.')
  await page.setContent(await withoutScripts('en/errors/'))
  const links = await page.locator('main li a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  for (const id of ERROR_IDS) expect(links).toContain(`../../en/errors/${id}/`)
})

test('an error of the signaling state shows where the call is refused and where accepted', async ({
  page,
}) => {
  await page.goto('both/errors/wrong-state-stable/')
  const states = page.locator('.aside section').filter({ has: page.locator('#states') })
  await expect(states.locator('.refused')).toHaveText('stable')
  await expect(states.locator('.accepted')).toHaveText('have-local-offer')
  // The drawing is hidden from screen readers: the sentence says the same.
  await expect(states.locator('[aria-hidden="true"]')).toBeVisible()
  for (const text of [
    '会被拒绝',
    'setRemoteDescription(answer) is refused in stable.',
    'setLocalDescription(offer)',
  ])
    await expect(states.locator('.said')).toContainText(text)
  await page.goto('en/errors/black-video/')
  await expect(page.locator('main[data-error="black-video"] article h1')).toBeVisible()
  await expect(page.locator('#states')).toHaveCount(0)
})

test('a link inside a cause goes to the other error, and one press goes back', async ({ page }) => {
  await page.goto('zh/errors/wrong-state-stable/')
  await page.locator('article [data-error-link="glare"]').first().click()
  await expect(page).toHaveURL(/\/zh\/errors\/glare\/$/)
  await page.goBack()
  await expect(page.locator('main[data-error="wrong-state-stable"]')).toBeVisible()
})

test('pages of errors need no scrolling sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['', 'wrong-state-stable/', 'black-video/', 'm-line-order/']) {
    await page.goto(`both/errors/${path}`)
    await expect(page.locator('.app main h1')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

const AXE_PAGES = [
  { theme: 'dark', paths: ['wrong-state-stable/'], tag: '' },
  { theme: 'dark', paths: ['', 'permission-denied/'], tag: ' @deep' },
  { theme: 'light', paths: ['', 'wrong-state-stable/', 'permission-denied/'], tag: ' @deep' },
] as const

for (const { theme, paths, tag } of AXE_PAGES) {
  test(`axe finds nothing on ${paths.map((path) => `errors/${path}`).join(', ')}: ${theme}${tag}`, async ({
    page,
  }) => {
    await chooseTheme(page, theme)
    for (const path of paths) {
      await page.goto(`both/errors/${path}`)
      await expect(page.locator('.app main h1')).toBeVisible()
      expect((await axeOn(page).include('main').analyze()).violations, path).toEqual([])
    }
  })
}
