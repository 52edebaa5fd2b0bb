import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { waitForHydration, watchPage } from './page'
import { DEEP, ENGINE } from './tags'

const CALL_PAGES = ['call/', 'call/send-offer/', 'call/connected/'] as const
const PAGES = [
  '',
  'concepts/',
  'concepts/ice/',
  'errors/',
  'errors/answer-lost/',
  'glossary/',
  'labs/',
  'diagnose/no-path/',
  'room/',
  'course/',
  ...CALL_PAGES,
] as const

const READINGS = ['zh', 'en', 'both'] as const

/** The elements and texts of the page, one per line, without what does not matter: order and hidden names. */
function linesOf(page: Page) {
  return page.evaluate(() => {
    const nameOf = ({ name, value }: Attr) => `${name}="${value.replace(/\bv-\d+/g, 'v-n')}"`
    // A form shows the state of its fields, which the app keeps; the attributes only begin it.
    const isLeftOut = ({ name, value }: Attr) =>
      name.startsWith('data-v-') || name === 'value' || name === 'checked' || value === ''
    return [...document.querySelectorAll('#app *')].map((element) => {
      const attributes = [...element.attributes].filter((one) => !isLeftOut(one))
      const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      return [
        element.localName,
        ...attributes.map(nameOf).sort(),
        text
          .map(({ textContent }) => textContent)
          .join('')
          .trim(),
      ].join(' ')
    })
  })
}

/** The same once it stays: some parts load when the browser is idle, which on a busy machine is later than the network. */
async function settledLines(page: Page) {
  let lines: string[] = []
  await expect
    .poll(async () => {
      const before = lines
      await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))))
      await page.waitForLoadState('networkidle')
      lines = await linesOf(page)
      return lines.length > 0 && firstDifference(before, lines) === null
    })
    .toBe(true)
  return lines
}

/** Nothing on screen moves or is drawn anew while the app starts. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
  })
}

function firstDifference(before: readonly string[], after: readonly string[]) {
  const at = before.findIndex((line, index) => line !== after[index])
  if (at !== -1) return `${before[at]} | ${after[at]}`
  return after.length === before.length ? null : `${after.length} elements, not ${before.length}`
}

for (const reading of READINGS)
  test(
    `the app takes over every kind of rendered page in "${reading}" as it is`,
    reading === 'both' ? {} : { tag: DEEP },
    async ({ page }) => {
      const { complaints } = watchPage(page)
      await watchShifts(page)
      await page.emulateMedia({ colorScheme: reading === 'zh' ? 'dark' : 'light' })
      for (const path of PAGES) {
        const address = `${reading}/${path}`
        await page.goto(address)
        await waitForHydration(page)
        const hydrated = await settledLines(page)
        expect(await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts), address).toEqual([])
        // Leave the page and come back: now the app renders it without the HTML of the build.
        const elsewhere = `${reading}/${path === 'concepts/' ? 'errors/' : 'concepts/'}`
        await page.locator(`header nav a[href$="/${elsewhere}"]`).click()
        await page.waitForURL(`**/${elsewhere}`)
        await page.goBack()
        // One page of the history back, in the same document.
        await expect
          .poll(async () => firstDifference(hydrated, await linesOf(page)), { message: address })
          .toBeNull()
      }
      expect(complaints).toEqual([])
    },
  )

test(
  'what is pressed, typed and chosen before the app has started counts afterwards',
  { tag: ENGINE },
  async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('handshake.theme', 'dark'))
    let start = () => {}
    const held = new Promise<void>((resolve) => (start = resolve))
    await page.route('**/assets/index-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('en/', { waitUntil: 'commit' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    const box = page.locator('textarea')
    await box.fill('stuck in checking')
    await page.locator('[data-action="search"]').click()
    await expect(page.locator('dialog')).toHaveCount(0)
    start()
    await expect(page.locator('dialog[open] input[type="search"]')).toBeVisible()
    await expect(box).toHaveValue('stuck in checking')
    await page.keyboard.press('Escape')
    await page.locator('[data-action="ask"]').click()
    await expect(page.locator('dialog[open] input[type="search"]')).toHaveValue('stuck in checking')
  },
)

test('a figure answers what was pressed before the app has started', { tag: ENGINE }, async ({ page }) => {
  let start = () => {}
  const held = new Promise<void>((resolve) => (start = resolve))
  await page.route('**/assets/index-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('en/concepts/nat/', { waitUntil: 'commit' })
  const figure = page.locator('[data-nat-playground]')
  await figure.locator('[data-nat-action="end"]').click()
  start()
  await expect(figure.getByRole('status')).toHaveAttribute('data-outcome', 'direct')
  await expect(figure.locator('[data-nat-action="end"]')).toBeDisabled()
})

test('a link pressed before the app has started leads to its page', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.goto('en/concepts/nat/')
  await page.locator('nav.all a').filter({ hasText: 'Security' }).click()
  await expect(page.locator('h1')).toContainText('ecurity')
  expect(new URL(page.url()).pathname).toMatch(/\/en\/concepts\/security\/$/)
})

test(
  'a term that a finger taps before the app has started shows its meaning afterwards',
  { tag: '@chromium' },
  async ({ browser }) => {
    const page = await browser.newPage({ hasTouch: true })
    let start = () => {}
    const held = new Promise<void>((resolve) => (start = resolve))
    await page.route('**/assets/index-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('en/concepts/ice/', { waitUntil: 'commit' })
    const { href } = new URL(page.url())
    await page.locator('a[data-term]').first().tap()
    start()
    await expect(page.locator('.term-popover')).toBeVisible()
    expect(page.url()).toBe(href)
    await page.close()
  },
)

test('a term under the pointer, or in focus, before the app has started shows its meaning afterwards', async ({
  page,
}) => {
  let start = () => {}
  await page.route('**/assets/index-*.js', async (route) => {
    await new Promise<void>((resolve) => (start = resolve))
    await route.continue()
  })
  const term = page.locator('article a[data-term]').first()
  for (const reach of ['hover', 'Tab'] as const) {
    await page.goto('en/concepts/ice/', { waitUntil: 'commit' })
    await expect(term).toBeVisible()
    if (reach === 'hover') await term.hover()
    else {
      await page.mouse.move(0, 0)
      // Focus by script is not shown as by a key; that of an element before it and one more Tab is.
      await term.evaluate((link) => {
        const before = Object.assign(document.createElement('button'), { id: 'before' })
        link.before(before)
        before.focus()
      })
      await page.keyboard.press('Tab')
      await expect(term).toBeFocused()
      await page.evaluate(() => document.getElementById('before')?.remove())
    }
    start()
    await expect(page.locator('.term-popover')).toBeVisible()
  }
})

test('tabs of a phone and the drawer stand before the app has started where it puts them @deep', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.addInitScript(() => {
    if (location.protocol === 'http:') localStorage.setItem('handshake.hints', 'seen')
  })
  let start = () => {}
  await page.route('**/assets/index-*.js', async (route) => {
    await new Promise<void>((resolve) => (start = resolve))
    await route.continue()
  })
  const boxesOf = (selectors: readonly string[]) =>
    Promise.all(selectors.map((selector) => page.locator(selector).first().boundingBox()))

  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('en/call/create-offer/', { waitUntil: 'commit' })
  const drawer = ['#lesson', '.close-note', '#lesson h1', '[data-look-line]']
  await expect(page.locator('#lesson h1')).toBeVisible()
  const drawn = await boxesOf(drawer)
  expect(drawn[0]).toMatchObject({ x: 1024 - 360, width: 360 })
  start()
  await waitForHydration(page)
  expect(await boxesOf(drawer)).toEqual(drawn)
  // The learner closes it: so it is closed the next time from the beginning.
  await page.keyboard.press('Escape')
  await expect(page.locator('#lesson')).toBeHidden()
  await page.goto('en/call/send-offer/', { waitUntil: 'commit' })
  await expect(page.locator('[data-look-line]')).toBeVisible()
  await expect(page.locator('#lesson')).toBeHidden()
  start()
  await waitForHydration(page)
  await expect(page.locator('#lesson')).toBeHidden()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('both/call/create-offer/', { waitUntil: 'commit' })
  const phone = ['#part-tab-peers', '#part-tab-lesson', '[data-end="caller"] h2', '[data-end="callee"] h2']
  await expect(page.locator('#part-tab-steps')).toBeVisible()
  const tabs = await boxesOf(phone)
  // What is pressed then counts: the page of the phone has a tab of that name.
  await page.locator('#part-tab-steps').click()
  start()
  await waitForHydration(page)
  await expect(page.locator('#part-tab-steps')).toHaveAttribute('aria-selected', 'true')
  await page.locator('#part-tab-peers').click()
  expect(await boxesOf(phone)).toEqual(tabs)
  expect(complaints).toEqual([])
})
