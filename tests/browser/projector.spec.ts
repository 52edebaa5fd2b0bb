import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'
import { DEEP } from './tags'

const SIZES = [
  { width: 1920, height: 1080, least: 500 },
  { width: 1024, height: 768, least: 360 },
]
const note = (page: Page) => page.locator('[data-note-overlay]')
const evidence = (page: Page) => page.locator('[data-evidence]')
const typeSize = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))

/** Expects the evidence to be as high as it must be on each projector, with whole words on the main button. */
async function expectRoom(page: Page, moment: string) {
  for (const { width, height, least } of SIZES) {
    await page.setViewportSize({ width, height })
    const name = `${moment}, ${String(width)} px`
    await expect
      .poll(async () => (await evidence(page).boundingBox())?.height ?? 0, { message: name })
      .toBeGreaterThanOrEqual(least)
    const isCut = await nextButton(page).evaluate((it) =>
      [it, ...it.querySelectorAll('*')].some((part) => part.scrollHeight > part.clientHeight + 1),
    )
    expect(isCut, name).toBe(false)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      name,
    ).toBeLessThanOrEqual(0)
    expect(await typeSize(page), name).toBeGreaterThanOrEqual(19)
    expect(await typeSize(page), name).toBeLessThanOrEqual(22)
  }
}

test('a projector shows the step, the ends, the evidence and one sentence, and its keys show one alone', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('en/call/?tab=sdp')
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('.header [data-action="present"]').click()
  await expect(page.locator('.header')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 · Capture local media')
  await expect(page.locator('.present-line [data-step]')).toHaveCount(13)
  await expectRoom(page, 'before step 1')

  // The keys of a remote control.
  for (const [at, id] of (
    ['capture-media', 'add-tracks', 'create-offer', 'set-local-offer'] as const
  ).entries()) {
    await page.keyboard.press('PageDown')
    await expectStatus(page, id, 'done')
    await expect(nextButton(page)).toContainText(`Next ${String(at + 2)} `)
  }
  await page.keyboard.press('PageUp')
  await expectStatus(page, 'set-local-offer', 'ready')
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'set-local-offer', 'done')
  await expect(page.locator('[data-look-line]')).toHaveText(
    /^Look at\s*signalingState goes from stable to have-local-offer\.$/,
  )
  await expectRoom(page, 'after step 4')

  const ends = page.locator('[data-end="caller"]')
  await page.keyboard.press('s')
  await expect(evidence(page)).toBeHidden()
  await expect(ends).toBeVisible()
  await page.keyboard.press('e')
  await expect(evidence(page)).toBeVisible()
  await expect(ends).toBeHidden()
  await page.keyboard.press('e')
  await expect(ends).toBeVisible()

  await expect(note(page)).toBeHidden()
  await page.keyboard.press('n')
  await expect(note(page)).toBeVisible()
  await expect(evidence(page)).toBeVisible()
  await note(page).locator('[data-action="note-alone"]').click()
  await expect(ends).toBeHidden()
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(note(page)).toBeHidden()
  expect((await axeOn(page).analyze()).violations).toEqual([])

  await page.reload()
  await expect(page.locator('.present-line')).toBeVisible()
  await page.locator('.call-controls [data-action="present"]').click()
  await expect(page.locator('.header')).toBeVisible()
  // Without a projector these keys scroll what is read.
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'capture-media', 'ready')
  expect(complaints).toEqual([])
})

test('for a talk, chosen steps wait for a question, a time runs, and a ring follows the pointer @deep', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('en/call/?tab=sdp')
  await expectStatus(page, 'capture-media', 'ready')
  await page.keyboard.press('f')
  const button = page.locator('[data-action="talk"]')
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Talk' })
  // All of it by keyboard.
  for (const step of ['create-offer', 'set-local-offer', 'gather-candidates'])
    await dialog.locator(`[data-stop="${step}"]`).press('Space')
  await dialog.locator('[data-stop-line="set-local-offer"]').fill('Who has to know the offer now?')
  await dialog.locator('[data-action="pointer-ring"]').press('Enter')
  await dialog.locator('[data-action="start-time"]').press('Enter')
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(button).toContainText('Stop: step 3')
  await expect(button.getByRole('timer')).toHaveText(/^0:0\d$/)
  await expect(page.locator('.present-line [data-step="create-offer"]')).toHaveAccessibleName(/stop point$/)
  await page.mouse.move(300, 200)
  const ring = await page.locator('[data-pointer-ring]').boundingBox()
  expect((ring?.x ?? 0) + (ring?.width ?? 0) / 2).toBeCloseTo(300, 0)
  expect((ring?.y ?? 0) + (ring?.height ?? 0) / 2).toBeCloseTo(200, 0)
  await expectRoom(page, 'with a stop point and the time')

  await page.keyboard.press('p')
  await expectStatus(page, 'add-tracks', 'done')
  const question = page.locator('[data-stop-question]')
  await expect(question.locator('[data-question]')).toBeVisible()
  await expect(evidence(page)).toBeHidden()
  await expectStatus(page, 'create-offer', 'ready')
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'create-offer', 'done')
  await expect(question).toBeHidden()
  // Its answer is shown when it is asked for.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^3 · /)
  await page.keyboard.press('a')
  await expect(question.locator('[data-stage="judged"]')).toContainText('The browser')

  await expect(nextButton(page)).toContainText('Ask first · before step 4')
  await page.keyboard.press('PageDown')
  await expect(question.locator('[data-own-question]')).toHaveText('Who has to know the offer now?')
  await expectStatus(page, 'set-local-offer', 'ready')
  await page.keyboard.press('Escape')
  await expect(evidence(page)).toBeVisible()
  await page.keyboard.press('PageDown')
  await expectStatus(page, 'set-local-offer', 'done')
  // Play that starts at a stop point goes on.
  await page.keyboard.press('p')
  await expectStatus(page, 'gather-candidates', 'done')
  await expect(button).toContainText('Talk')
  await page.keyboard.press('p')
})

test('on a projector the answer of a guess waits for A', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('en/call/set-local-offer/')
  await expectStatus(page, 'capture-media', 'ready')
  await page.keyboard.press('f')
  await expect(page.locator('.present-line')).toBeVisible()
  await page.keyboard.press('n')
  await note(page).locator('[data-action="run-with-pattern"]').click()
  await expectStatus(page, 'set-local-offer', 'done')
  const card = note(page).locator('[data-question]').first()
  await card.getByRole('radio').first().check({ force: true })
  await card.locator('[data-action="lock-guess"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'gather-candidates', 'done')
  const judged = note(page).locator('[data-question][data-stage="judged"]')
  await expect(judged).toBeVisible()
  await expect(judged.locator('[data-action="reveal-answer"]')).toBeVisible()
  await expect(judged.locator('[data-outcome]')).toHaveCount(0)
  await expect(note(page).locator('[data-action="show-verdict"]')).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(judged.locator('[data-outcome]')).toBeVisible()
})

test(
  'from 900 to 1179 px the note is a drawer, which opens by itself until the learner closes it',
  { tag: DEEP },
  async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await page.goto('zh/call/?tab=sdp')
    await expectStatus(page, 'capture-media', 'ready')
    const lesson = page.locator('#lesson')
    const opener = page.locator('[data-look-line] [data-action="note"]')
    // The learner has not read the note of step 1. The drawer covers neither the controls nor, without a click, the focus.
    await expect.poll(() => lesson.boundingBox()).toMatchObject({ x: 1024 - 360, width: 360 })
    const [drawer, bar] = [await lesson.boundingBox(), await page.locator('.call-controls').boundingBox()]
    expect((drawer?.y ?? 0) + (drawer?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1)
    await expect(lesson).not.toBeFocused()
    expect((await axeOn(page).analyze()).violations).toEqual([])
    // What a note links to is seen.
    await lesson.locator('a[data-evidence-link]').first().click()
    await expect(lesson).toBeHidden()
    await nextButton(page).click()
    await expectStatus(page, 'capture-media', 'done')
    await nextButton(page).click()
    await expectStatus(page, 'add-tracks', 'done')
    await expect(lesson).toBeVisible()

    await page.keyboard.press('Escape')
    await expect(lesson).toBeHidden()
    await expect(nextButton(page)).toBeFocused()
    await nextButton(page).click()
    await expectStatus(page, 'create-offer', 'done')
    await expect(page.locator('[data-look-line]')).toContainText('看这里')
    await expect(lesson).toBeHidden()
    await page.reload()
    await expectStatus(page, 'capture-media', 'ready')
    await expect(opener).toBeVisible()
    await expect(lesson).toBeHidden()

    // Asked for, it gets the focus, and gives it back.
    await opener.click()
    await expect(lesson).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
    await page.keyboard.press('n')
    await expect(lesson).toBeFocused()
    await page.keyboard.press('n')
    await expect(lesson).toBeHidden()
    // The skip link opens it.
    await page.getByRole('button', { name: '到课文' }).focus()
    await page.keyboard.press('Enter')
    await expect(lesson).toBeFocused()
  },
)
