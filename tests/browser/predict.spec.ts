import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { LESSON_IDS } from '../../src/lessons/lessonIds'
import { QUESTIONS, questionsOf } from '../../src/predict/bank'
import { isWatched } from '../../src/predict/question'
import { expectConnected, expectStatus, nextButton, watchPage } from './page'

function card(page: Page, id: string): Locator {
  return page.locator(`[data-question="${id}"]`)
}

async function guess(page: Page, id: string, option: string) {
  await card(page, id).locator(`[data-option="${option}"]`).check()
  await card(page, id).locator('[data-action="lock-guess"]').click()
}

async function expectNoViolations(page: Page, selector: string) {
  expect((await new AxeBuilder({ page }).include(selector).analyze()).violations).toEqual([])
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

  // The next step's question stands below, and is judged in that step's note.
  await guess(page, 'negotiationneeded-count', 'once')
  await nextButton(page).click()
  const right = card(page, 'negotiationneeded-count')
  await expect(right.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'right')
  await expect(right.locator('[data-seen]')).toHaveText('negotiationneeded × 1')
  await page.locator('[data-action="show-verdict"]').click()
  await expect(right).toBeFocused()

  expect(complaints).toEqual([])
})

/** What the specification leaves open, or what browsers do differently. Everything else is the same everywhere. */
const OPEN = ['candidate-sections', 'callee-ice-early', 'ice-or-connection']
const USUAL: Record<string, string> = {
  'tracks-captured': 'two',
  'connection-yet': 'none',
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

test('every question for the browser finds its answer in this browser', async ({ page }) => {
  const { complaints } = watchPage(page)
  expect([...Object.keys(USUAL), ...OPEN].sort()).toEqual(
    QUESTIONS.filter(isWatched)
      .map(({ id }) => id)
      .sort(),
  )
  await page.goto('en/call/connected/')
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  await page.locator('[data-action="hang-up"]').click()
  await expect(page).toHaveURL(/\/en\/call\/hang-up\//)

  const found: Record<string, string | null> = {}
  for (const lesson of [...LESSON_IDS].reverse()) {
    for (const question of questionsOf(lesson)) {
      const asked = card(page, question.id)
      await expect(asked).toBeVisible()
      if (isWatched(question)) {
        await asked.locator('[data-action="reveal"]').click()
        await expect(asked, question.id).toHaveAttribute('data-stage', 'judged')
        await expect(asked.locator('[data-seen]')).not.toBeEmpty()
        found[question.id] = await asked.locator('[data-mark="true"] input').getAttribute('data-option')
      }
      if (questionsOf(lesson).length > 1) await asked.locator('[data-action="another-question"]').click()
    }
    const previous = page.getByRole('link', { name: 'Previous' })
    if (lesson !== LESSON_IDS[0]) await previous.click()
  }

  for (const id of OPEN) delete found[id]
  expect(found).toEqual(USUAL)
  expect(complaints).toEqual([])
})

test('axe finds nothing on a question that is open, locked, judged, and judged by the bank', async ({
  page,
}) => {
  for (const theme of ['light', 'dark']) {
    await page.addInitScript((chosen) => {
      localStorage.setItem('handshake.theme', chosen)
    }, theme)
    await page.goto('both/call/')
    const asked = card(page, 'tracks-captured')
    await expect(asked).toBeVisible()
    await expectNoViolations(page, '[data-question]')
    await guess(page, 'tracks-captured', 'one')
    await expectNoViolations(page, '[data-question]')
    await nextButton(page).click()
    await expect(asked).toHaveAttribute('data-stage', 'judged')
    await expectNoViolations(page, '.note')
    await asked.locator('[data-action="another-question"]').click()
    await card(page, 'connection-yet').locator('[data-action="another-question"]').click()
    await guess(page, 'capture-needed', 'no')
    await expect(card(page, 'capture-needed')).toHaveAttribute('data-stage', 'judged')
    await expectNoViolations(page, '[data-question="capture-needed"]')
  }
})

test('the next visit offers to go on where this one stopped, and does', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/set-local-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'set-local-offer', 'done')

  await page.goto('en/call/')
  await expect(page.getByText('Last time you got to step 4')).toBeVisible()
  // It is in nobody's way: the call can be begun as ever.
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="resume"]').click()
  await expectStatus(page, 'set-local-offer', 'done')
  await expect(page.locator('[data-action="resume"]')).toHaveCount(0)

  await page.goto('en/call/')
  await page.locator('[data-action="decline-resume"]').click()
  await page.reload()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(page.locator('[data-action="resume"]')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('progress counts, exports and forgets, by keyboard', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('handshake.progress') === null)
      localStorage.setItem('handshake.progress', '{"version":1,"steps":[')
  })
  await page.goto('en/call/')
  await guess(page, 'tracks-captured', 'two')
  await nextButton(page).click()
  await expect(card(page, 'tracks-captured')).toHaveAttribute('data-stage', 'judged')

  await page.locator('header [data-action="progress"]').press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('[data-progress="steps"]')).toContainText('1 of 13')
  await expect(dialog.locator('[data-progress="predictions"]')).toContainText(
    `1 of ${String(QUESTIONS.length)}`,
  )
  await expect(dialog.locator('[data-progress="sum"]')).toContainText('1 right, 0 not')
  await expectNoViolations(page, 'dialog')

  const download = page.waitForEvent('download')
  await dialog.locator('[data-action="export-progress"]').press('Enter')
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as unknown
  expect(saved).toEqual({
    kind: 'handshake-progress',
    version: 1,
    steps: ['capture-media'],
    read: [],
    predictions: { 'tracks-captured': { right: 1, wrong: 0 } },
    last: 'capture-media',
  })

  await dialog.locator('[data-action="erase-progress"]').press('Enter')
  await expect(dialog.locator('[data-action="keep-progress"]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.locator('[data-progress="steps"]')).toContainText('0 of 13')
  await expect(dialog.getByRole('status')).toHaveText('Erased.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
