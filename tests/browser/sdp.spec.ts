import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { unexplained } from '../support/sdpKnowledge'
import { captureSdp } from '../support/sdpScenes'
import { axeOn } from './axe'
import { expectStatus, watchPage } from './page'
import { DEEP } from './tags'
import type { StepId } from '../../machines/steps'

// HANDSHAKE_WRITE_SDP=1 writes this browser's descriptions as fixtures for the unit tests.
const FIXTURES = new URL('../unit/sdp/fixtures/', import.meta.url)
const KEPT = /\.(offer|answer)$|^call\./

const PANEL = '[data-panel="sdp"]'

async function open(page: Page, address: string, step: StepId) {
  await page.goto(`${address}/call/${step}/?tab=sdp`)
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, step, 'done')
  await expect(page.locator(`${PANEL} [role="tree"]`)).toBeVisible()
}

async function expectAccessible(page: Page) {
  const { violations } = await axeOn(page).include(PANEL).analyze()
  expect(violations).toEqual([])
}

test('every line this browser writes has a note, and every part of it a meaning @engine', async ({
  page,
  browserName,
}) => {
  await page.goto('en/call/')
  const captured = await page.evaluate(captureSdp)
  expect(captured.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['audio.offer', 'video.answer', 'data.offer', 'simulcast.offer', 'screen.answer']),
  )
  for (const { name, sdp } of captured) expect(unexplained(sdp), name).toEqual([])

  if (process.env['HANDSHAKE_WRITE_SDP'] === undefined) return
  const folder = new URL(`${browserName}/`, FIXTURES)
  mkdirSync(folder, { recursive: true })
  for (const { name, sdp } of captured) {
    if (KEPT.test(name)) writeFileSync(new URL(`${name}.sdp`, folder), sdp)
  }
})

test('a line is found, chosen by keyboard and explained, with the step that put it there', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await open(page, 'en', 'set-local-offer')
  const note = page.locator('[data-note]')
  const tree = page.getByRole('tree')

  await page.locator('[data-field="sdp-filter"]').fill('FINGERprint')
  await expect(page.locator(`${PANEL} [role="status"]`)).toHaveText(/^[12] of \d+ lines match$/)
  await expect(tree.locator('[data-line]').first()).toContainText('a=fingerprint:')
  await tree.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(note).toContainText('Hash of the DTLS certificate')
  await expect(note.locator('dl')).toContainText('sha-256')
  await note.getByRole('button', { name: 'Step 2' }).click()
  await expect(page).toHaveURL(/\/call\/add-tracks\//)
  expect(complaints).toEqual([])
})

test('pointing at a line shows its note; sections fold by mouse and by keyboard', async ({ page }) => {
  await open(page, 'zh', 'create-offer')
  const tree = page.getByRole('tree')
  const head = tree.getByRole('treeitem', { expanded: true })

  await tree.locator('[data-line]', { hasText: 'm=audio' }).hover()
  await expect(page.locator('[data-note]')).toContainText('第 2 步')
  await tree.locator('[data-line]', { hasText: 'a=setup:actpass' }).first().click()
  await page.locator('[data-field="sdp-filter"]').hover()
  await expect(page.locator('[data-note]')).toContainText('主动被动都可以')
  // A few lines are enough for axe, which is slow on many.
  await page.locator('[data-field="sdp-filter"]').fill('a=setup')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.locator('[data-field="sdp-filter"]').fill('')

  await expect(head).toHaveCount(3)
  await tree.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(head).toHaveCount(2)
  await page.locator('[data-action="fold-all"]').click()
  await expect(tree.locator('[data-line]')).toHaveCount(0)
})

test('drafts, answers and gathering are compared in words and lines', { tag: DEEP }, async ({ page }) => {
  await open(page, 'both', 'create-answer')
  await page.locator('[data-action="compare"]').click()

  await expect(page.locator('[data-preset="answer"]')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('[data-change="setup.active"]')).toContainText('The answerer chose active')
  const setup = page.locator('[data-row="changed"]', { hasText: 'a=setup:' }).first()
  await expect(setup).toContainText(/actpass.*active/)

  await page.locator('[data-preset="gather.caller"]').click()
  await expect(page.locator('[data-change="candidates.more"]')).toBeVisible()
  await expect(page.locator('[data-row="added"]', { hasText: 'a=candidate:' })).not.toHaveCount(0)
  await expectAccessible(page)

  const [left, right] = [page.locator(`${PANEL} select`).first(), page.locator(`${PANEL} select`).last()]
  await right.selectOption(await left.inputValue())
  await expect(page.locator('[data-change="identical"]')).toBeVisible()
})

test('on a phone the note stands below the lines, and nothing runs out sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('both/call/create-offer/?tab=sdp')
  await page.locator('#part-tab-peers').click()
  await page.locator('[data-action="run-to"]').click()
  await page.locator('#part-tab-evidence').click()
  const line = page.locator('[data-line]', { hasText: 'a=group:BUNDLE' })
  await line.click()
  const note = page.locator('[data-note]')
  await expect(note).toContainText('BUNDLE')
  const [above, below] = [await page.getByRole('tree').boundingBox(), await note.boundingBox()]
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height - 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
