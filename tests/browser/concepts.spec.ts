import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { CONCEPTS } from '../../src/lessons/conceptIds'
import { axeOn } from './axe'
import { expectHeld, keepLedger, NOTHING, readLedger } from './ledger'
import { chooseTheme, expectStatus, waitForHydration, watchPage } from './page'
import { bare, readPaper } from './paper'

const READINGS = ['zh', 'en', 'both'] as const
const THEMES = ['light', 'dark'] as const

async function openSearch(page: Page) {
  await page.locator('[data-action="search"]').click()
  const field = page.getByRole('dialog').getByRole('searchbox')
  await expect(field).toBeVisible()
  return field
}

for (const reading of READINGS) {
  test(`every concept opens in ${reading}: headings, figures, links to the steps, no complaints${reading === 'both' ? '' : ' @deep'}`, async ({
    page,
  }) => {
    const { complaints } = watchPage(page)
    await page.goto(`${reading}/concepts/`)
    for (const { id, steps } of CONCEPTS) {
      await page.locator(`main a[href$="/${reading}/concepts/${id}/"]`).first().click()
      await expect(page).toHaveURL(new RegExp(`/${reading}/concepts/${id}/$`))
      await expect(page.locator('article h1')).not.toBeEmpty()
      await expect(page.locator('article h2').first()).toBeVisible()
      await expect(page.locator('figure figcaption').first()).toBeVisible()
      for (const step of steps) {
        await expect(page.locator(`.live a[href$="/${reading}/call/${step}/"]`)).toBeVisible()
      }
    }
    expect(complaints).toEqual([])
  })
}

test('figures show an example first, and the learner’s own values once there are some', async ({ page }) => {
  await page.goto('en/call/set-local-offer/')
  await page.getByRole('navigation').getByRole('link', { name: 'Concepts' }).click()
  await expect(page).toHaveURL(/\/concepts\/$/)
  await page.locator('main a[href$="/concepts/sdp/"]').click()
  const anatomy = page.locator('[data-figure="sdp-anatomy"]')
  await expect(anatomy.locator('[data-live="false"]')).toBeVisible()

  await page.locator('.live a[href$="/call/set-local-offer/"]').click()
  await page.locator('[data-action="run-to"]').click()
  await expect(page.locator('[data-step="set-local-offer"]')).toHaveAttribute('data-status', 'done')
  await page.locator('.related a[href$="/concepts/sdp/"]').click()

  await expect(anatomy.locator('[data-live="true"]')).toBeVisible()
  await expect(anatomy).toContainText('m=video')
  await expect(page.locator('[data-figure="description-slots"] .here')).toContainText('after step 4')
})

test('pages of text show that a call continues, and can hang it up @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await keepLedger(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const line = page.getByRole('region', { name: '你的通话' })
  const open = (path: string) => page.locator(`nav a[href$="/both/${path}/"]`).first().click()

  await test.step('without a call no line is shown, and its code is not loaded', async () => {
    await page.goto('both/concepts/ice/')
    await expect(page.locator('article h1')).not.toBeEmpty()
    await expect(line).toHaveCount(0)
    expect(asked.filter((url) => url.includes('RunningCall'))).toEqual([])
  })

  await open('call')
  await expectStatus(page, 'capture-media', 'ready')
  await open('concepts')
  await expect(page.locator('main h1')).toBeVisible()
  await expect(line).toHaveCount(0)

  await open('call')
  await page.locator('[data-step="add-tracks"]').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await expectStatus(page, 'add-tracks', 'done')
  await expect(line).toHaveCount(0)

  await test.step('the line stays from page to page', async () => {
    await open('concepts')
    await expect(line).toContainText('摄像头和麦克风都开着')
    await expect(line).toContainText('camera and microphone are on')
    await open('glossary')
    await expect(line).toBeVisible()
    expect((await axeOn(page).include('.running').analyze()).violations).toEqual([])
    expect((await readLedger(page)).tracks).toBeGreaterThan(NOTHING.tracks)
  })

  await test.step('hanging up releases all of it, says so, and keeps what happened', async () => {
    await line.locator('[data-action="end-call"]').click()
    await expect(line.getByRole('status')).toContainText('camera and microphone are released')
    await expectHeld(page)
    await line.getByRole('link').click()
    await expect(page.locator('[data-banner="closed-self"]')).toBeVisible()
    await open('concepts')
    await expect(page.locator('main h1')).toBeVisible()
    await expect(line).toHaveCount(0)
  })
  expect(complaints).toEqual([])
})

test('a collision is shown moment by moment, by click and by key, and where nobody gives way', async ({
  page,
}) => {
  await page.goto('en/concepts/perfect-negotiation/')
  const figure = page.locator('[data-figure="glare"]')
  await figure.locator('[data-action="glare-next"]').click()
  await expect(figure.getByRole('status')).toContainText('cross on the way')
  for (let moment = 0; moment < 4; moment++) await page.keyboard.press('ArrowRight')
  await expect(figure.locator('.polite .fig-chip').first()).toHaveText('stable')
  await expect(figure.locator('.impolite .fig-chip').first()).toHaveText('stable')
  await page.keyboard.press('ArrowLeft')
  await expect(figure.locator('.impolite .fig-chip').first()).toHaveText('have-local-offer')

  await figure.locator('label', { hasText: 'Both impolite' }).click()
  await expect(figure.getByRole('status')).toContainText('Both ends want a change')
  await expect(figure.locator('.fig-name')).toHaveText(['Impolite peer', 'Impolite peer'])
  await figure.locator('[data-action="glare-next"]').click()
  for (let moment = 0; moment < 3; moment++) await page.keyboard.press('ArrowRight')
  await expect(figure.getByRole('status')).toContainText('No error, no event')
  for (const end of ['.polite', '.impolite'])
    await expect(figure.locator(`${end} .fig-chip`).first()).toHaveText('have-local-offer')
})

test('the sections of a text are listed, and the one being read is marked; a guess at its end; a link to a step', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('zh/concepts/sdp/')
  const sections = page.locator('nav.all .here + .sections a')
  const headings = await page.locator('article h2').allTextContents()
  expect((await sections.allTextContents()).map((text) => text.trim())).toEqual(
    headings.map((text) => text.trim()),
  )
  const marked = page.locator('nav.all [aria-current="location"]')
  await expect(marked).toHaveCount(0)
  await sections.nth(2).click()
  await expect(page).toHaveURL(/#slots$/)
  await expect(page.locator('#slots')).toBeInViewport()
  await expect(marked).toHaveText(headings[2]?.trim() ?? '')
  // The same section again, after reading on.
  await page.locator('article [data-step-link="set-local-answer"]').last().scrollIntoViewIfNeeded()
  await page.locator('#modern').scrollIntoViewIfNeeded()
  await sections.nth(2).click()
  await expect(marked).toHaveText(headings[2]?.trim() ?? '')

  await page.locator('[data-action="concept-guess"]').click()
  const card = page.locator('article [data-question]')
  await expect(card).toBeFocused()
  await card.locator('[data-option]').first().check()
  await card.locator('[data-action="lock-guess"]').click()
  await expect(card.locator('[data-outcome]')).toBeVisible()
  await expect(card.locator('[data-mark="true"]')).toHaveCount(1)
  expect((await axeOn(page).include('article .guess').analyze()).violations).toEqual([])
  const first = await card.getAttribute('data-question')
  await card.locator('[data-action="another-question"]').click()
  await expect(card).not.toHaveAttribute('data-question', first ?? '')
  await expect(card.locator('[data-outcome]')).toHaveCount(0)

  await page.locator('article [data-step-link="set-local-answer"]').first().click()
  await expect(page).toHaveURL(/\/zh\/call\/set-local-answer\/$/)
})

test('a term says what it means on hover and on focus, and Escape sends it away', async ({ page }) => {
  await page.goto('en/concepts/ice/')
  const term = page.locator('article a[data-term]').first()
  const meaning = page.locator('.term-popover')
  await term.hover()
  await expect(meaning).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(meaning).toBeHidden()
  await term.focus()
  await expect(meaning).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(meaning).toBeHidden()
})

test('the meaning of a term stays inside the window @deep', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 })
  await page.goto('both/concepts/ice/')
  await waitForHydration(page)
  const meaning = page.locator('.term-popover')
  const terms = await page.locator('article a[data-term]').all()
  expect(terms.length).toBeGreaterThan(5)
  for (const term of terms) {
    await term.focus()
    await expect(meaning).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
  }
})

test('a listing takes the room beside the text before it scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('en/concepts/whole-call/')
  const listings = page.locator('article pre')
  await expect.poll(() => listings.count()).toBeGreaterThan(4)
  const cut = await listings.evaluateAll(
    (found) => found.filter((listing) => listing.scrollWidth > listing.clientWidth).length,
  )
  expect(cut).toBe(0)
})

test('a concept can be read without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('en/concepts/nat/')
  await expect(page.locator('h1')).toContainText('NAT')
  await expect(page.locator('h2#punching')).toHaveText('Hole punching')
  await expect(page.locator('figure figcaption')).toContainText('simulation')
  await context.close()
})

test('print shows the whole text and nothing else', async ({ page }, testInfo) => {
  await page.goto('en/concepts/ice/')
  const article = page.locator('article')
  await expect(article.locator('figure .fig')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  if (await page.evaluate(() => matchMedia('print').matches)) {
    await expect(page.locator('header').first()).toBeHidden()
    await expect(page.locator('nav.all')).toBeHidden()
    const cut = await page.locator('main > .text').evaluate((text) => text.scrollHeight - text.clientHeight)
    expect(cut).toBeLessThanOrEqual(1)
    return
  }

  // Playwright cannot emulate print media in an installed Firefox, so the test prints to a file and reads it.
  const sheets = await readPaper(page, testInfo.outputPath('ice.pdf'))
  const paper = sheets.join('')
  const first = bare(await article.locator('h1').innerText())
  const last = bare(await article.locator('section').last().locator('p').last().innerText())
  expect(paper.slice(0, first.length)).toBe(first)
  expect(paper.slice(-last.length)).toBe(last)
  // A line cut by a sheet's edge is on both sheets, so its paragraph is not found.
  const textsOf = async (parts: string) => (await article.locator(parts).allInnerTexts()).map(bare)
  const parts = await textsOf('section :is(h2, p, li, figcaption)')
  expect(parts.filter((part) => !paper.includes(part))).toEqual([])
  const figure = await textsOf('figure :is(li, figcaption)')
  expect(sheets.filter((sheet) => figure.every((part) => sheet.includes(part)))).toHaveLength(1)
  const headings = await textsOf('h2')
  expect(headings.filter((heading) => sheets.some((sheet) => sheet.endsWith(heading)))).toEqual([])
})

test('pages to read need no scrolling sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['sdp/', 'ice/', 'perfect-negotiation/', '']) {
    await page.goto(`both/concepts/${path}`)
    await expect(page.locator('main h1')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

for (const theme of THEMES) {
  test(`axe finds nothing on the pages to read, nor in the search: ${theme}${theme === 'light' ? ' @deep' : ''}`, async ({
    page,
  }) => {
    await chooseTheme(page, theme)
    await page.goto('both/concepts/security/')
    await expect(page.locator('[data-figure="security-layers"] .fig')).toBeVisible()
    expect((await axeOn(page).include('main').analyze()).violations).toEqual([])
    for (const id of ['sdp', 'ice', 'perfect-negotiation']) {
      await page.goto(`both/concepts/${id}/`)
      await expect(page.locator('figure .fig').first()).toBeVisible()
      expect((await axeOn(page).include('figure').analyze()).violations, id).toEqual([])
    }
    await page.goto('both/concepts/')
    await expect(page.locator('main h1')).toBeVisible()
    expect((await axeOn(page).analyze()).violations).toEqual([])
    await (await openSearch(page)).fill('打洞')
    await expect(page.locator('[data-result]').first()).toBeVisible()
    const dialog = await axeOn(page).include('dialog[open]').analyze()
    expect(dialog.violations).toEqual([])
    await page.goto('both/glossary/')
    await page.getByRole('searchbox').fill('ICE')
    await expect(page.locator('main dl > div').first()).toBeVisible()
    expect((await axeOn(page).include('main').analyze()).violations).toEqual([])
  })
}
