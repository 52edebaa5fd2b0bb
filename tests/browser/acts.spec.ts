import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { linesOf } from '../../src/predict/act'
import { QUESTIONS } from '../../src/predict/bank'
import { inCall, isTried } from '../../src/predict/question'
import type { Question } from '../../src/predict/question'
import { viewOf } from '../support/callLog'
import { axeOn } from './axe'
import { chooseTheme, expectConnected, watchPage } from './page'

const TRIED = QUESTIONS.filter(isTried)
const byId = (id: string) => TRIED.find((question) => question.id === id)!

/** Opens the note that asks a question, and shows the question. */
async function show(page: Page, { id, at }: Question, reading = 'en'): Promise<Locator> {
  await page.goto(`${reading}/call/${at}/`)
  await turnTo(page, id)
  return page.locator(`[data-question="${id}"]`)
}

async function turnTo(page: Page, id: string) {
  // The question about the next step comes first, and that of the note itself after it.
  const shown = page.locator('[data-question]').last()
  await expect(shown).toBeVisible()
  while ((await shown.getAttribute('data-question')) !== id) {
    const before = (await shown.getAttribute('data-question')) ?? ''
    await shown.locator('[data-action="another-question"]').click()
    await expect(shown).not.toHaveAttribute('data-question', before)
  }
}

/** Enters a guess; by keyboard, unless it is a choice. */
async function act(card: Locator, question: Question, guess: string) {
  const lines = linesOf(guess)
  if (question.act === undefined) await card.locator(`[data-option="${guess}"]`).check()
  else if (question.act.kind === 'line') await card.locator('[data-act="line"]').fill(guess)
  else if (question.act.kind === 'form') {
    for (const [row, line] of lines.entries())
      await card.locator('[data-act="choice"]').nth(row).selectOption(line)
  } else {
    for (const [place, line] of lines.entries()) {
      const places = () =>
        card.locator('li[data-line]').evaluateAll((all) => all.map((one) => one.getAttribute('data-line')))
      for (let now = (await places()).indexOf(line); now > place; now--) {
        await card.locator('li[data-line]').nth(now).locator('[data-action="move-up"]').press('Enter')
        await expect.poll(async () => (await places()).indexOf(line)).toBe(now - 1)
      }
    }
  }
}

const outcome = (card: Locator) => card.locator('[data-outcome]')
const seen = (card: Locator) => card.locator('[data-seen]')

test('the answers stored as right are judged right by this browser @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  for (const question of TRIED) {
    const solution = inCall(question.solution, viewOf([]).trace)
    if (solution === null) continue
    const card = await show(page, question)
    await act(card, question, solution)
    await card.locator('[data-action="lock-guess"]').click()
    await expect(outcome(card), question.id).toHaveAttribute('data-outcome', 'right')
    await expect(seen(card), question.id).not.toBeEmpty()
  }
  expect(complaints).toEqual([])
})

test('lines in a wrong order are run, judged, and corrected by keyboard', async ({ page }) => {
  const question = byId('order-callee')
  const card = await show(page, question)
  const late = ['await pc.setRemoteDescription(offer)', 'pc.ontrack = show', 'pc.addTrack(track, stream)']
  const rest = ['await pc.setLocalDescription()', 'send(pc.localDescription)']
  await act(card, question, [...late, ...rest].join('\n'))
  await card.locator('[data-action="lock-guess"]').press('Enter')
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'wrong')
  await expect(seen(card)).toHaveText('a=sendrecv, track × 0')
  await expect(card).toContainText('events are not repeated')

  await card.locator('[data-action="try-again"]').press('Enter')
  const handler = card.locator('li[data-line="pc.ontrack = show"]')
  await handler.locator('[data-action="move-up"]').press('Enter')
  // It is the first line now: its button up is disabled, and the focus has moved to the other button.
  await expect(handler.locator('[data-action="move-down"]')).toBeFocused()
  await expect(card.getByRole('status').filter({ hasText: 'now line 1 of 5' })).toHaveCount(1)
  await card.locator('[data-action="lock-guess"]').press('Enter')
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'right')
})

test('a line is refused in the browser’s own words, and a corrected one tried with Enter', async ({
  page,
  browserName,
}) => {
  const card = await show(page, byId('mend-setup'))
  const field = card.getByLabel('Mend the line here')
  await field.fill('a=setup:actpass ')
  await field.press('Enter')
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'wrong')
  await expect(seen(card)).toContainText(
    browserName === 'firefox'
      ? 'InvalidAccessError: Invalid answer, illegal setup attribute "actpass"'
      : 'Answerer must use either active or passive value for setup attribute',
  )
  await card.locator('[data-action="try-again"]').click()
  await field.fill('a=setup:passive')
  await field.press('Enter')
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'right')
})

test('a call is judged by the state that the learner’s own connection is in', async ({ page }) => {
  const question = byId('refused-now')
  const card = await show(page, question)
  await expect(card.locator('pre')).toHaveText('pc.signalingState // "stable"')
  await page.locator('[data-action="run-to"]').click()
  await expect(card.locator('pre')).toHaveText('pc.signalingState // "have-remote-offer"')
  // Refused in stable, but no longer.
  await act(card, question, 'create-answer')
  await card.locator('[data-action="lock-guess"]').click()
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'wrong')
  await expect(seen(card)).toHaveText('signalingState = "have-remote-offer"')
  await card.locator('[data-action="try-again"]').click()
  await act(card, question, 'create-offer')
  await card.locator('[data-action="lock-guess"]').click()
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'right')
  await expect(seen(card)).toContainText('InvalidStateError')
})

test('the pair is chosen from the learner’s own candidates, and judged by getStats()', async ({ page }) => {
  const question = byId('choose-pair')
  await page.goto('en/call/connected/')
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  await turnTo(page, question.id)
  const card = page.locator(`[data-question="${question.id}"]`)
  const choices = card.locator('[data-act="choice"]')
  await choices.nth(0).selectOption({ index: 1 })
  await choices.nth(1).selectOption({ index: 1 })
  await card.locator('[data-action="lock-guess"]').click()
  await expect(seen(card)).toHaveText(/^\w+ :\d+ \w+ ↔ \w+ :\d+ \w+$/)
  const ports = [...((await seen(card).textContent()) ?? '').matchAll(/:(\d+)/g)].map(([, port]) => port)
  if ((await outcome(card).getAttribute('data-outcome')) === 'wrong') {
    await card.locator('[data-action="try-again"]').click()
    for (const [row, port] of ports.entries()) {
      const texts = await choices.nth(row).locator('option').allTextContents()
      await choices.nth(row).selectOption(texts.find((text) => text.includes(`:${port ?? ''} `)) ?? '')
    }
    await card.locator('[data-action="lock-guess"]').click()
  }
  await expect(outcome(card)).toHaveAttribute('data-outcome', 'right')
})

test('axe finds nothing on a task of each kind, open and judged, and a phone shows all of it @deep', async ({
  page,
}) => {
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    for (const id of ['order-callee', 'mend-candidate', 'agreed-directions', 'send-candidate']) {
      const question = byId(id)
      const card = await show(page, question, 'both')
      const wrong = {
        'order-callee': 'x',
        'mend-candidate': 'candidate',
        'agreed-directions': 'inactive\ninactive\ninactive',
        'send-candidate': 'text',
      }[id]
      const axe = () => axeOn(page).include('[data-question]').analyze()
      expect((await axe()).violations).toEqual([])
      if (question.act?.kind === 'order') await card.locator('[data-action="move-down"]').first().click()
      else await act(card, question, wrong ?? '')
      await card.locator('[data-action="lock-guess"]').click()
      await expect(outcome(card)).toHaveAttribute('data-outcome', 'wrong')
      expect((await axe()).violations).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      await page.locator('#part-tab-lesson').click()
      await expect(card).toBeVisible()
      const tooWide = await card.evaluate((one) => one.scrollWidth - one.clientWidth)
      expect(tooWide, id).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1280, height: 720 })
    }
  }
})
