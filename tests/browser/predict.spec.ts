import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { CONCEPT_IDS } from '../../src/lessons/conceptIds'
import { LESSON_IDS } from '../../src/lessons/lessonIds'
import { QUESTIONS, questionsOf } from '../../src/predict/bank'
import { isWatched } from '../../src/predict/question'
import { axeOn } from './axe'
import {
  expectConnected,
  expectFrames,
  expectStatus,
  field,
  nextButton,
  watchPage,
  chooseTheme,
} from './page'
import { card, guess } from './questionCard'

async function expectNoViolations(page: Page, selector: string) {
  expect((await axeOn(page).include(selector).analyze()).violations).toEqual([])
}

test('a wrong guess and a right one are judged by what this browser did', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/')

  await guess(page, 'tracks-captured', 'one')
  await expect(card(page, 'tracks-captured')).toHaveAttribute('data-stage', 'locked')
  await nextButton(page).click()
  const wrong = card(page, 'tracks-captured')
  await expect(wrong.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'wrong')
  await expect(wrong.locator('[data-seen]')).toHaveText('stream.getTracks(): audio, video')

  // The next step's question is below, and is judged in that step's note.
  await guess(page, 'negotiationneeded-count', 'once')
  await nextButton(page).click()
  const right = card(page, 'negotiationneeded-count')
  await expect(right.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'right')
  await expect(right.locator('[data-seen]')).toHaveText('negotiationneeded × 1')
  await page.locator('[data-action="show-verdict"]').click()
  await expect(right).toBeFocused()

  expect(complaints).toEqual([])
})

/**
 * Questions that the specification leaves open, or where browsers differ. All others have the same answer everywhere.
 */
const OPEN = ['candidate-sections', 'callee-ice-early', 'ice-or-connection', 'connect-order']
const USUAL: Record<string, string> = {
  'tracks-captured': 'two',
  'connection-yet': 'none',
  // Firefox omits the event if the offer follows at full speed: at most one in both browsers.
  'negotiationneeded-count': 'once',
  'mid-after-add': 'null',
  'create-offer-changes': 'nothing',
  'offer-candidates': 'none',
  'offer-setup': 'actpass',
  'state-after-local-offer': 'have-local-offer',
  'gathering-at-promise': 'new',
  'local-offer-slot': 'pending',
  'host-without-server': 'found',
  'caller-after-send': 'have-local-offer',
  'callee-after-send': 'none',
  'callee-event-order': 'state',
  'track-muted': 'muted',
  'callee-gathering': 'new',
  'callee-direction': 'recvonly',
  'callee-transceivers': 'two',
  'callee-direction-after': 'sendrecv',
  'answer-setup': 'active',
  'answer-sections': 'same',
  'state-after-create-answer': 'have-remote-offer',
  'callee-slots': 'answer-offer',
  'caller-meanwhile': 'have-local-offer',
  'caller-after-answer-sent': 'have-local-offer',
  'answer-in-slot': 'none',
  'caller-slots': 'offer-answer',
  'connected-at-promise': 'not-yet',
  'completed-state': 'unseen',
  'agreed-direction': 'sendrecv',
  'state-after-close': 'closed',
  'callee-after-bye': 'closed',
}

/** In the page: reveals the answer of each question of a note. By script, because a hundred clicks take a minute. */
async function revealAll(count: number) {
  const drawn = () => new Promise((resolve) => setTimeout(resolve))
  const all: { id: string; stage: string; seen: string; option: string | null }[] = []
  for (let place = 0; place < count; place++) {
    const shown = document.querySelector<HTMLElement>('[data-question]')
    shown?.querySelector<HTMLElement>('[data-action="reveal"]')?.click()
    await drawn()
    all.push({
      id: shown?.dataset['question'] ?? '',
      stage: shown?.dataset['stage'] ?? '',
      seen: shown?.querySelector('[data-seen]')?.textContent ?? '',
      option: shown?.querySelector<HTMLElement>('[data-mark="true"] input')?.dataset['option'] ?? null,
    })
    shown?.querySelector<HTMLElement>('[data-action="another-question"]')?.click()
    await drawn()
  }
  return all
}

test('every question for the browser finds its answer in this browser @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  expect([...Object.keys(USUAL), ...OPEN].sort()).toEqual(
    QUESTIONS.filter(isWatched)
      .map(({ id }) => id)
      .sort(),
  )
  await page.goto('en/call/connected/')
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  // The list of connection events ends with the first packets of media.
  for (const end of ['caller', 'callee'] as const) await expectFrames(page, end)
  await page.locator('[data-action="hang-up"]').click()
  await expect(page).toHaveURL(/\/en\/call\/hang-up\//)
  // The callee closes when the bye arrives, and one question is about that.
  await expect(field(page, 'callee', 'connectionState')).toHaveText('closed')

  const found: Record<string, string | null> = {}
  for (const lesson of [...LESSON_IDS].reverse()) {
    const asked = questionsOf(lesson)
    await expect(card(page, asked[0]?.id ?? '')).toBeVisible()
    for (const { id, stage, seen, option } of await page.evaluate(revealAll, asked.length)) {
      const isForBrowser = asked.some((question) => question.id === id && isWatched(question))
      if (!isForBrowser) continue
      expect({ id, stage, hasSeen: seen !== '' }).toEqual({ id, stage: 'judged', hasSeen: true })
      found[id] = option
    }
    if (lesson !== LESSON_IDS[0]) await page.getByRole('link', { name: 'Previous' }).click()
  }

  expect(Object.keys(found).sort()).toEqual([...Object.keys(USUAL), ...OPEN].sort())
  expect(found).toMatchObject(USUAL)
  expect(complaints).toEqual([])
})

test('axe finds nothing on a question that is open, locked, judged, and judged by its stored answer @deep', async ({
  page,
}) => {
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await page.goto('both/call/')
    const asked = card(page, 'tracks-captured')
    await expect(asked).toBeVisible()
    await expectNoViolations(page, '[data-question]')
    await guess(page, 'tracks-captured', 'one')
    await expectNoViolations(page, '[data-question]')
    await nextButton(page).click()
    await expect(asked).toHaveAttribute('data-stage', 'judged')
    await expectNoViolations(page, '.lesson')
    await asked.locator('[data-action="another-question"]').click()
    // A question of a step that ran without a guess is folded.
    await page.locator('[data-missed] > summary').click()
    await card(page, 'connection-yet').locator('[data-action="another-question"]').click()
    await guess(page, 'capture-needed', 'no')
    await expect(card(page, 'capture-needed')).toHaveAttribute('data-stage', 'judged')
    await expectNoViolations(page, '[data-question="capture-needed"]')
  }
})

test('the last concept leads on, to the errors', async ({ page }) => {
  await page.goto(`zh/concepts/${CONCEPT_IDS.at(-1) ?? ''}/`)
  await page.locator('.foot .next').click()
  await expect(page).toHaveURL(/\/zh\/errors\/$/)
})

test('a note is short first: the next question, a missed one in a line, and folds that an address opens', async ({
  page,
  browserName,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/')
  await page.locator('[data-action="test-pattern"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await expect(page.locator('.lesson .look-at')).toBeVisible()
  // The card of the next step, and only a line about the step that ran without a guess.
  await expect(page.locator('[data-question]:visible')).toHaveCount(1)
  await expect(page.locator('[data-question]').first()).toHaveAttribute(
    'data-question',
    'negotiationneeded-count',
  )
  await page.locator('[data-missed] summary').click()
  await expect(page.locator('[data-question]:visible')).toHaveCount(2)

  const mistake = page.locator('.lesson .mistake')
  await expect(mistake).toBeHidden()
  // What is folded has not been read: the mark at the end of the text is not there.
  await expect(page.locator('article > .mark')).toHaveCount(0)
  for (const id of ['how', 'mistake', 'why']) await page.locator(`[data-fold="${id}"] > summary`).click()
  await expect(page.locator('article > .mark')).toHaveCount(1)
  expect((await axeOn(page).include('.lesson').analyze()).violations).toEqual([])

  await page.goto('zh/call/create-offer/#mistake')
  await expect(mistake).toBeVisible()
  await expect(page.locator('[data-fold="how"]')).not.toHaveAttribute('open')
  const why = page.locator('[data-fold="why"] .spec li').first()
  expect(await why.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(
    false,
  )
  // Firefox ignores Playwright's emulateMedia().
  if (browserName === 'chromium') {
    await page.emulateMedia({ media: 'print' })
    expect(await why.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(
      true,
    )
  }
  expect(complaints).toEqual([])
})
