import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import {
  chooseTheme,
  expectConnected,
  nextButton,
  restartIceIfOffered,
  waitForHydration,
  watchPage,
} from './page'
import { CHROMIUM } from './tags'
import { overflow, tooSmall } from './touch'

const part = (page: Page, name: string) => page.locator(`#part-tab-${name}`)
const size = { width: 390, height: 844 }

/** Elements that scroll vertically inside another one that scrolls, as names. */
const scrollsInScrolls = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (it: Element) =>
      /auto|scroll/.test(getComputedStyle(it).overflowY) && it.scrollHeight > it.clientHeight + 1
    const all = [...document.querySelectorAll('.phone *')].filter(
      (it) => it.localName !== 'pre' && scrolls(it),
    )
    return all
      .filter((it) => all.some((outer) => outer !== it && outer.contains(it)))
      .map((it) => it.className || it.localName)
  })

test('a phone shows one part at a time, one row of controls, and the rest behind ⋯', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.setViewportSize(size)
  await page.goto('en/call/')
  await expect(page.locator('.parts [role="tab"]')).toHaveText(['This step', 'Evidence', 'Map', 'Note'])
  await expect(page.locator('.call-controls > :is(button, a)')).toHaveCount(3)
  for (const button of await page.locator('.call-controls > button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48)
  }
  expect((await page.locator('.call-controls').boundingBox())?.height).toBeLessThanOrEqual(68)
  expect((await page.locator('.header').boundingBox())?.height).toBeLessThanOrEqual(50)

  // Everything that the row has no room for.
  const menu = page.locator('[data-call-menu]')
  for (const action of ['restart', 'hang-up', 'play', 'call-options'])
    await expect(page.locator(`[data-action="${action}"]`)).toHaveCount(0)
  await page.locator('[data-action="call-menu"]').click()
  await expect(menu.locator('[data-action="restart"]')).toHaveText('Restart')
  await expect(menu.locator('[data-action="hang-up"]')).toBeDisabled()
  await menu.locator('[data-action="call-options"]').click()
  await page.getByRole('switch', { name: 'Test pattern' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-question]')).toBeAttached()
  await page.locator('[data-action="call-menu"]').click()
  await menu.locator('[data-action="play"]').click()
  await expect(menu).toBeHidden()
  await page.locator('[data-action="play-on"]').click()

  // The step on screen: the end that acts with what changed, the other in one line.
  const caller = page.locator('[data-end="caller"]')
  await expect(caller.locator('[data-field="signalingState"]')).toHaveText('have-local-offer')
  // Play waits, because a call that connects leads on to the evidence.
  await page.keyboard.press('p')
  await expect(caller.locator('[data-field="signalingState"]')).toBeVisible()
  const callee = page.locator('[data-end="callee"]')
  await expect(callee.locator('[data-field="signalingState"]')).toBeHidden()
  await expect.poll(async () => (await callee.boundingBox())?.height).toBeLessThanOrEqual(48)
  await callee.getByRole('button', { name: 'All states' }).click()
  await expect(callee.locator('[data-field="signalingState"]')).toBeVisible()
  await page.locator('[data-action="call-menu"]').click()
  await menu.locator('select').selectOption('4')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')

  await restartIceIfOffered(page)
  await expectConnected(page)
  await part(page, 'steps').click()
  await page
    .locator('[data-step="create-offer"] button')
    .or(page.locator('button[data-step="create-offer"]'))
    .first()
    .click()
  await expect(part(page, 'peers')).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('#lesson h1')).toHaveText('Create the offer')
  expect(complaints).toEqual([])
})

test('on a phone the evidence has a part, an address opens it, and nothing scrolls in a scroll', async ({
  page,
}) => {
  await page.setViewportSize(size)
  await page.goto('both/call/create-offer/?tab=timeline')
  await expect(part(page, 'evidence')).toHaveAttribute('aria-selected', 'true')
  await part(page, 'lesson').click()
  await page.locator('[data-action="run-with-pattern"]').click()
  await expect(page.locator('[data-action="run-with-pattern"]')).toBeHidden()
  await part(page, 'evidence').click()
  expect((await page.locator('[data-evidence]').boundingBox())?.height).toBeGreaterThanOrEqual(500)
  for (const tab of ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats']) {
    await page.locator(`#evidence-tab-${tab}`).click()
    await expect(page.locator(`#evidence-panel-${tab}`)).not.toBeEmpty()
    expect(await scrollsInScrolls(page), tab).toEqual([])
    expect(await overflow(page), tab).toBeLessThanOrEqual(0)
  }
  for (const name of ['peers', 'steps', 'lesson']) {
    await part(page, name).click()
    expect(await scrollsInScrolls(page), name).toEqual([])
  }

  // So does a link of the note.
  await part(page, 'peers').click()
  await page.locator('#look-at a[data-evidence-link]').first().click()
  await expect(part(page, 'evidence')).toHaveAttribute('aria-selected', 'true')

  // What now? is a tab of the evidence, and the button leads to it from every part.
  await page.goto('en/call/connected/')
  await part(page, 'lesson').click()
  await page.locator('[data-action="run-with-pattern"]').click()
  await expect(nextButton(page)).toContainText('What now?', { timeout: 60_000 })
  await nextButton(page).click()
  await expect(page.locator('#evidence-tab-next')).toHaveAttribute('aria-selected', 'true')
  await part(page, 'peers').click()
  await nextButton(page).click()
  await expect(page.locator('#evidence-panel-next')).toBeVisible()
})

test('a phone on its side: a rail of tabs, panes beside each other, no header', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await page.goto('zh/call/')
  await expect(page.locator('.header')).toBeHidden()
  // The app replaces the columns of the rendered page.
  await waitForHydration(page)
  await expect(page.locator('.phone')).toBeVisible()
  const rail = await page.locator('.parts').boundingBox()
  expect(rail).toMatchObject({ x: 0, y: 0, width: 44 })
  const [peers, note] = [
    await page.locator('.peers').last().boundingBox(),
    await page.locator('#lesson').boundingBox(),
  ]
  expect(note?.x).toBeGreaterThanOrEqual((peers?.x ?? 0) + (peers?.width ?? 0) - 1)
  expect(note?.height).toBeGreaterThanOrEqual(320)
  await part(page, 'evidence').click()
  expect((await page.locator('[data-evidence]').boundingBox())?.height).toBeGreaterThanOrEqual(240)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  // What the header offers is behind ⋯.
  const menu = page.locator('[data-call-menu]')
  await page.locator('[data-action="call-menu"]').click()
  await menu.getByRole('radio', { name: 'EN' }).check({ force: true })
  await expect(page).toHaveURL(/\/en\/call\//)
  const theme = menu.locator('[data-action="menu-theme"]')
  await expect(theme).toHaveText('Theme: follows the system')
  await theme.click()
  await expect(theme).toHaveText('Theme: light')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await menu.locator('[data-action="menu-recordings"]').click()
  await expect(menu).toBeHidden()
  await expect(page.getByRole('dialog')).toContainText('Recordings')
  await page.keyboard.press('Escape')
  await page.locator('[data-action="call-menu"]').click()
  await page.locator('[data-action="menu-search"]').click()
  await expect(page.locator('input[type=search]')).toBeFocused()
})

// An installed Firefox cannot pretend to be a touch screen.
test.describe('with a finger', { tag: CHROMIUM }, () => {
  test.use({ hasTouch: true, isMobile: true, viewport: size })

  test('targets are 44 px, text is 16 px and none is under 12; axe finds nothing @deep', async ({ page }) => {
    await chooseTheme(page, 'dark')
    await page.goto('en/call/')
    for (const next of [2, 3, 4]) {
      await nextButton(page).tap()
      await expect(nextButton(page)).toContainText(`Next ${String(next)} `)
    }
    await page.locator('[data-end="caller"] .unfold').tap()
    for (const name of ['peers', 'evidence', 'steps', 'lesson']) {
      await part(page, name).tap()
      if (name === 'evidence') await expect(page.locator('[data-evidence] input').first()).toBeVisible()
      if (name === 'lesson') await expect(page.locator('[data-question]').first()).toBeVisible()
      expect(await tooSmall(page), name).toEqual({ targets: [], texts: [] })
      expect((await axeOn(page).analyze()).violations, name).toEqual([])
    }
    for (const [action, opened] of [
      ['call-menu', '[data-call-menu]'],
      ['header-menu', '#header-menu'],
    ] as const) {
      await page.locator(`[data-action="${action}"]`).tap()
      await expect(page.locator(opened)).toBeVisible()
      expect(await tooSmall(page), action).toEqual({ targets: [], texts: [] })
      await page.keyboard.press('Escape')
    }
    await part(page, 'peers').tap()
    const lead = page.locator('#lesson article p').first()
    expect(await lead.evaluate((it) => getComputedStyle(it).fontSize)).toBe('16px')
  })

  test('the longest step, in both languages, and a call that was hung up fit one screen', async ({
    page,
  }) => {
    const below = () => page.locator('.body.peers').evaluate((body) => body.scrollHeight - body.clientHeight)
    await page.goto('both/call/set-remote-offer/')
    await page.locator('[data-action="run-with-pattern"]').tap()
    await expect(nextButton(page)).toContainText('下一步 8')
    await expect(page.locator('[data-question]').first()).toBeAttached()
    await expect.poll(below).toBeLessThanOrEqual(0)
    // The end that does not act is one line.
    expect((await page.locator('[data-end="caller"]').boundingBox())?.height).toBeLessThanOrEqual(48)
    await page.locator('[data-action="call-menu"]').tap()
    await page.locator('[data-call-menu] [data-action="hang-up"]').tap()
    await expect(page.locator('#lesson h1')).toHaveText('挂断')
    await expect.poll(below).toBeLessThanOrEqual(0)
  })
})
