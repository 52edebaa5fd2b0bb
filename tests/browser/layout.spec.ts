import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { STEP_IDS } from '../../machines/steps'
import { listingsOf, spoiltWordsOfMap } from './cutWords'
import { expectStatus, nextButton, watchPage } from './page'
import { DEEP } from './tags'

/** The least height of the evidence, in pixels, at common sizes of a window. */
const LEAST = [
  { width: 1440, height: 900, least: 480 },
  { width: 1280, height: 720, least: 320 },
  { width: 1366, height: 768, least: 360 },
  { width: 1024, height: 768, least: 360 },
]
const isDeep = process.env['HANDSHAKE_TESTS'] === 'all'
/** Steps of 40 px; in `npm test` of 160 px. */
const WIDTHS = Array.from({ length: 41 }, (_, index) => 320 + 40 * index).filter(
  (width) => isDeep || width % 160 === 0 || width === 360,
)

const handle = (page: Page) => page.locator('[data-split]')

const heightOf = async (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().height))

/**
 * Expects the evidence to be as high as it must be at every size (in `npm test` at the first and one other in turn), and the words beside it to be whole. */
async function expectRoom(page: Page, moment: string, count: number) {
  const others = LEAST.slice(1)
  const sizes = isDeep ? LEAST : [...LEAST.slice(0, 1), ...others.slice(count % 3, (count % 3) + 1)]
  for (const { width, height, least } of sizes) {
    await page.setViewportSize({ width, height })
    // While another tab opens there is no panel, of height 0.
    await expect
      .poll(() => heightOf(page, '[data-evidence]'), { message: `${moment}, ${width}×${height}` })
      .toBeGreaterThanOrEqual(least)
    if (width < 1180) continue
    // While the next note takes the place of the previous one, a listing has no width.
    await expect
      .poll(async () => (await listingsOf(page)).cut, { message: `${moment}, ${width} px` })
      .toEqual([])
    expect(await spoiltWordsOfMap(page), `${moment}, ${width} px`).toEqual([])
  }
}

/** Runs the steps of the call and calls `look` before the first and after each, and when it is connected. */
async function walk(page: Page, look: (moment: string) => Promise<void>) {
  await look('before step 1')
  for (const id of STEP_IDS) {
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
    await look(id)
  }
  await expect(page.locator('[data-banner="connected"]')).toBeVisible()
  await look('connected')
}

test(
  'the evidence keeps its height at every step, nothing scrolls around it, and no code or word is cut',
  { tag: DEEP },
  async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('en/call/')
    const tops = new Set<number>()
    let count = 0
    await walk(page, async (moment) => {
      await expectRoom(page, moment, count)
      count += 1
      await page.setViewportSize({ width: 1440, height: 900 })
      // The layouts take each other's place at 1180 px, which takes a frame or two.
      const middle = page.locator('.middle')
      await expect
        .poll(() => middle.evaluate((it) => it.scrollHeight - it.clientHeight), { message: moment })
        .toBe(0)
      tops.add(await page.locator('.evidence').evaluate((it) => it.getBoundingClientRect().top))
    })
    expect([...tops]).toHaveLength(1)

    await test.step('no code of a note is wider than its box on a phone', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.locator('#part-tab-lesson').click()
      const previous = page.locator('.lesson .foot .previous')
      let listings = 0
      // The note of step 13 stays once the call is connected.
      for (const id of [...STEP_IDS].reverse()) {
        if (id !== STEP_IDS.at(-1)) await previous.click()
        await expect(page).toHaveURL(new RegExp(`/${id}/`))
        await expect(page.locator('#lesson h1')).toBeVisible()
        // The next note takes the place of the previous one a few frames after the address.
        await expect.poll(async () => (await listingsOf(page)).cut, { message: id }).toEqual([])
        listings += (await listingsOf(page)).count
      }
      expect(listings).toBeGreaterThan(10)
    })
  },
)

test('the words of the main button are whole from 360 px up, in both languages, at every step @deep', async ({
  page,
}) => {
  await page.goto('en/call/')
  const found: string[] = []
  await walk(page, async (moment) => {
    for (const language of ['en', 'zh']) {
      for (const width of [360, 720, 900, 1024, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        const isCut = await nextButton(page).evaluate((button) => {
          const box = button.getBoundingClientRect()
          const parts = [button, ...button.querySelectorAll('*')].filter((part) => part.checkVisibility())
          // A part may be higher than its lines, as Chinese is in Firefox, but each line lies within the button.
          return parts.some((part) => {
            const { top, bottom } = part.getBoundingClientRect()
            return part.scrollWidth > part.clientWidth + 1 || top < box.top || bottom > box.bottom
          })
        })
        if (isCut) found.push(`${moment}, ${language}, ${width} px`)
      }
      await page.keyboard.press(language === 'en' ? 'l' : 'Escape')
      if (language === 'en') await page.keyboard.press('l')
    }
    await page.keyboard.press('l')
  })
  expect(found).toEqual([])
})

for (const reading of ['en', 'both'] as const)
  test(`nothing overflows sideways from 320 to 1920 px: ${reading}${reading === 'en' ? ' @deep' : ''}`, async ({
    page,
  }) => {
    await page.goto(`${reading}/call/`)
    await expect(nextButton(page)).toBeVisible()
    expect(await overflowing(page)).toEqual([])
    for (const id of STEP_IDS) {
      await nextButton(page).click()
      await expectStatus(page, id, 'done')
    }
    await expect(page.locator('[data-banner="connected"]')).toBeVisible()
    expect(await overflowing(page)).toEqual([])
  })

async function overflowing(page: Page) {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) found.push(`${wide} px at ${width}`)
    if (width >= 1180 && width <= 1320)
      for (const words of await spoiltWordsOfMap(page)) found.push(`${words} at ${width}`)
  }
  return found
}

test('the divider moves by mouse and keys, is remembered, and a double click resets it', async ({
  page,
  browserName,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('en/call/')
  await expect(handle(page)).toBeVisible()
  const start = await heightOf(page, '.scene')
  const box = await handle(page).boundingBox()
  if (box === null) throw new Error('no divider')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 60)
  await page.mouse.up()
  await expect.poll(() => heightOf(page, '.scene')).toBe(start + 60)
  await handle(page).press('ArrowUp')
  await expect.poll(() => heightOf(page, '.scene')).toBe(start + 44)
  await expect(handle(page)).toHaveAttribute('aria-valuenow', String(start + 44))
  await page.reload()
  await expect.poll(() => heightOf(page, '.scene')).toBe(start + 44)
  // Two clicks of WebDriver BiDi are no double click in Firefox 153.8.
  if (browserName === 'firefox') await handle(page).dispatchEvent('dblclick')
  else await handle(page).dblclick()
  await expect.poll(() => heightOf(page, '.scene')).toBe(start)
})

test('Expand gives the evidence the page, by button and key, with all that it holds; Escape gives it back', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('en/call/')
  const button = page.locator('[data-action="evidence-full"]')
  const least = await heightOf(page, '[data-evidence]')
  const isFull = async () =>
    (await page.locator('.evidence').evaluate((panel) => panel.getBoundingClientRect().width)) > 1200
  await button.click()
  await expect(button).toContainText('Shrink')
  await expect(page.locator('.map')).toBeHidden()
  expect(await isFull()).toBe(true)
  expect(await heightOf(page, '[data-evidence]')).toBeGreaterThan(least + 100)
  await page.keyboard.press('Escape')
  await expect(page.locator('.map')).toBeVisible()
  await expect(button).toBeFocused()
  await nextButton(page).focus()
  await page.keyboard.press('e')
  await expect.poll(isFull).toBe(true)
  await expect(nextButton(page)).toBeFocused()
  await page.keyboard.press('e')
  await expect.poll(isFull).toBe(false)

  // With the whole page: all of the timeline, and two descriptions side by side.
  await page.locator('[data-step="send-offer"]').click()
  await page.locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'send-offer', 'done')
  await page.locator('#evidence-tab-timeline').click()
  const folds = page.locator('[data-evidence] [data-action="fold-all"]')
  await expect(folds).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(folds).toHaveAttribute('aria-pressed', 'true')
  for (const section of await page.locator('[data-evidence] [data-section] [aria-expanded]').all())
    await expect(section).toHaveAttribute('aria-expanded', 'true')
  await page.locator('#evidence-tab-sdp').click()
  await page.locator('[data-action="compare"]').click()
  const half = async (side: string) => page.locator(`.half.${side}`).first().boundingBox()
  await expect(page.locator('.half.right').first()).toBeVisible()
  const [left, right] = [await half('left'), await half('right')]
  expect(right?.y).toBe(left?.y)
  expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0))
  await page.locator('#evidence-tab-timeline').click()
  await page.keyboard.press('Escape')
  await expect(folds).toHaveAttribute('aria-pressed', 'false')
  expect(complaints).toEqual([])
})
