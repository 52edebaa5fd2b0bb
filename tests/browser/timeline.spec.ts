import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { STEPS } from '../../machines/steps'
import { axeOn } from './axe'
import { expectConnected, expectStatus, field, nextButton, repairIfOffered, watchPage } from './page'
import { DEEP } from './tags'

const PANEL = '[role="tabpanel"]:not([hidden])'
/** The arrow of the state chart that the end follows in a step. */
const TAKES: Partial<Record<(typeof STEPS)[number]['id'], string>> = {
  'set-local-offer': 'stable have-local-offer',
  'set-remote-offer': 'stable have-remote-offer',
  'set-local-answer': 'have-remote-offer stable',
  'set-remote-answer': 'have-local-offer stable',
}

/** Keeps the files that the page saves: the driver of an installed Firefox reports no downloads. */
async function keepSaved(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const saved: Blob[] = []
    const createUrl = URL.createObjectURL.bind(URL)
    Object.assign(globalThis, { saved })
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) saved.push(file)
      return createUrl(file)
    }
  })
}

async function savedText(page: Page, type: string): Promise<string> {
  return page.evaluate((wanted) => {
    const { saved } = globalThis as unknown as { saved: Blob[] }
    return saved.findLast((file) => file.type === wanted)?.text() ?? ''
  }, type)
}

async function expectNoViolations(page: Page, what: string): Promise<void> {
  const { violations } = await axeOn(page).include(PANEL).analyze()
  expect(violations, what).toEqual([])
}

test('the slots view follows every step: states, arrows, slots @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/?tab=sdp&view=slots')
  const taken = { caller: '', callee: '' }
  for (const { id, end } of STEPS) {
    await expectStatus(page, id, 'ready')
    await nextButton(page).click()
    await expectStatus(page, id, 'done')
    const arrow = TAKES[id]
    if (arrow !== undefined) {
      taken[end] = arrow
      await expect(page.locator(`[data-words="${end}"]`)).toContainText('just now')
    }
    for (const side of ['caller', 'callee'] as const) {
      const state = (await field(page, side, 'signalingState').textContent())?.trim() ?? ''
      const lit = page.locator(`[data-state][data-here~="${side}"]`)
      if (state === '–') await expect(lit).toHaveCount(0)
      else await expect(lit).toHaveAttribute('data-state', state)
      const arrows = page.locator(`[data-arrow][data-takers~="${side}"]`)
      if (taken[side] === '') await expect(arrows).toHaveCount(0)
      else await expect(arrows).toHaveAttribute('data-arrow', taken[side])
    }
  }
  // The offer moved and the answer arrived: both are current, nothing is pending.
  const caller = page.getByRole('table', { name: /slots of the Caller/ })
  await expect(caller.locator('[data-arrival="moved"]')).toHaveAttribute(
    'data-slot',
    'currentLocalDescription',
  )
  await expect(caller.locator('[data-arrival="filled"]')).toHaveAttribute(
    'data-slot',
    'currentRemoteDescription',
  )
  await expect(page.locator('[data-operation="setLocalDescription(offer)"]')).toContainText(
    'have-local-offer',
  )
  await expect(page.locator('[data-operation="createAnswer()"]')).not.toContainText('✓')
  await expectNoViolations(page, 'slots')

  // An older address opens the tab; a slot opens its text, and a button returns.
  await expect(page.locator('#evidence-tab-slots')).toHaveAttribute('aria-selected', 'true')
  await caller.locator('[data-slot="currentRemoteDescription"]').click()
  await expect(page.locator(PANEL)).toContainText('a=setup:active')
  await page.locator('[data-action="slots"]').click()
  await expect(caller).toBeVisible()

  await repairIfOffered(page)
  await page.locator('[data-action="hang-up"]').click()
  // A repair may have started the call again, which closes the slots.
  await page.locator('[data-end="caller"] dl button').first().click()
  await expect(page.locator('[data-state="closed"]')).toHaveAttribute('data-here', 'caller callee')
  expect(complaints).toEqual([])
})

test('the slots of a peer card open the slots view, which says when it fills', async ({ page }) => {
  await page.goto('zh/call/')
  await page.locator('[data-end="callee"] dl button').first().click()
  await expect(page).toHaveURL(/tab=slots/)
  await expect(page.locator(PANEL)).toContainText('第 7 步')
  await expectNoViolations(page, 'before the first step')
})

test('the timeline draws the call: steps fold, items show their log, files are saved @deep', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await keepSaved(page)
  await page.goto('en/call/connected/?tab=timeline')
  await expect(page.locator(PANEL)).toContainText('From step 1 on')
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)

  const sections = page.locator('[data-section]')
  await expect(sections).toHaveCount(STEPS.length + 2)
  await expect(page.locator('[data-section="connected"]')).toHaveAttribute('aria-expanded', 'true')
  const offer = page.locator('[data-section="set-local-offer"]')
  await expect(offer).toHaveAttribute('aria-expanded', 'false')
  await offer.focus()
  await page.keyboard.press('Enter')
  await expect(offer).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'The log of this item' })).toContainText('"step.run"')
  await expectNoViolations(page, 'drawing')

  await page.locator('[data-action="fold-all"]').click()
  await expect(page.locator('[data-section][aria-expanded="false"]')).toHaveCount(0)
  await expect(page.locator('[data-promise="done"]')).toHaveCount(11)

  await page.locator('[data-action="save-svg"]').click()
  const svg = await savedText(page, 'image/svg+xml')
  // A separate page: the app's policy forbids parsing of text and foreign scripts.
  const renderer = await page.context().newPage()
  const isSound = await renderer.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    return parsed.querySelector('parsererror') === null && parsed.querySelectorAll('text').length > 50
  }, svg)
  expect(isSound).toBe(true)
  expect(svg).toContain('setRemoteDescription()')
  expect(svg).not.toMatch(/var\(|class=|<style|tabindex/)

  await page.locator('[data-action="save-mermaid"]').click()
  const mermaid = await savedText(page, 'text/plain')
  await page.getByRole('radio', { name: 'List' }).check({ force: true })
  await expect(page.locator('[data-item="call"]')).not.toHaveCount(0)
  await expectNoViolations(page, 'list')
  expect(complaints).toEqual([])

  // The learner's own call, through Mermaid's own parser and renderer.
  await renderer.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' })
  const drawn = await renderer.evaluate(async (text) => {
    const { mermaid: drawer } = globalThis as unknown as {
      mermaid: { render(id: string, text: string): Promise<{ svg: string }> }
    }
    return (await drawer.render('call', text)).svg
  }, mermaid)
  expect(drawn).toContain('setRemoteDescription()')
})

test('on a phone the timeline is a list, and nothing scrolls sideways', { tag: DEEP }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('both/call/set-local-offer/?tab=timeline')
  await page.locator('#part-tab-peers').click()
  await page.locator('[data-action="run-to"]').first().click()
  await page.locator('#part-tab-evidence').click()
  await expect(page.locator('[data-section="set-local-offer"]')).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('radio', { name: '列表' })).toBeChecked()
  for (const view of ['timeline', 'slots']) {
    await page.goto(`both/call/set-local-offer/?tab=${view}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, view).toBeLessThanOrEqual(0)
  }
})
