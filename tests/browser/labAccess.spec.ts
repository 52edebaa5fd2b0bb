import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { axeOn } from './axe'
import { waitForHydration, watchPage } from './page'
import { CHROMIUM, DEEP } from './tags'
import { overflow, tooSmall } from './touch'

/* A lab from the map to its result: without a mouse, on a phone, and by the names that a screen reader says. */

const PHONE = { width: 390, height: 844 }
const goal = (page: Page, id: string) => page.locator(`[data-goal="${id}"]`)

/** Presses Tab, or Shift+Tab, until an element has the focus; no page has more stops than the limit. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key)
    if (await isThere()) return
  }
  throw new Error(`${key} does not come to ${target.toString()}`)
}

/** Axe in both themes: in the middle of a lab, and at its end. */
async function expectNoFault(page: Page, where: string) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axeOn(page).analyze()
    expect(violations, `${where}, ${colorScheme}`).toEqual([])
  }
}

test('a lab is solved without a mouse, from the map to the next lab @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/labs/')
  await waitForHydration(page)
  await tabTo(page, page.locator('.roads [data-lab="early-candidate"]'))
  await page.keyboard.press('Enter')

  // The guess.
  const tray = page.locator('[data-tray="caller"]')
  await expect(tray.locator('[data-message]').first()).toBeVisible()
  await tabTo(page, page.locator('[data-predict] [data-option="0"] input'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('[data-predict] [data-action="answer"]'))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-guess]')).toBeVisible()
  await expect(page.locator('[data-predict]')).toBeFocused()

  // A candidate is delivered too early, and the callee refuses it.
  await tabTo(page, tray.locator('[data-message] .head').first())
  await page.keyboard.press('Shift+D')
  await expect(goal(page, 'refused')).toHaveAttribute('data-met', 'true')

  // A message that leaves the tray gives the focus to the next one.
  await page.keyboard.press('X')
  await expect(tray.locator('[data-settled="1"]')).toHaveAttribute('data-state', 'dropped')
  await expect(tray.locator('.head[aria-expanded="true"]')).toBeFocused()

  // The callee's rule, and then the switch of the tray, back over its messages.
  await tabTo(page, page.locator('[data-rules="callee"] summary'))
  await page.keyboard.press('Enter')
  const arriving = page.locator('[data-rules="callee"] [data-rule="arriving"]')
  await tabTo(page, arriving)
  await page.keyboard.type('queue')
  await expect(arriving).toHaveValue('queued')
  await tabTo(page, tray.locator('[data-action="hold"]'), 'Shift+Tab')
  await page.keyboard.press('Space')

  // The result has the focus, and from it the question and the next lab are reached.
  const solved = page.locator('[data-solved]')
  await expect(solved.locator('h2')).toBeFocused()
  await tabTo(page, solved.locator('[data-why] [data-option="0"] input'))
  await page.keyboard.press('Space')
  await tabTo(page, solved.locator('[data-why] [data-action="answer"]'))
  await page.keyboard.press('Enter')
  await expect(solved.locator('[data-mark="explained"]')).toHaveAttribute('data-has', 'true')
  await expect(solved.getByRole('status')).toBeFocused()
  await tabTo(page, solved.locator('[data-door="next-lab"]'))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-lab-page="one-way"]')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a lab is solved by the names that a screen reader says', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/labs/')
  await waitForHydration(page)
  await page
    .getByRole('region', { name: 'Changing calls' })
    .getByRole('link', { name: 'Both call at once' })
    .click()

  const guess = page.getByRole('region', { name: 'First guess' })
  await guess.getByRole('radio', { name: 'Both succeed, and each takes its own offer back.' }).check()
  await guess.getByRole('button', { name: 'Lock in my guess' }).click()

  const fromCallee = page.getByRole('region', { name: 'From the callee' })
  await expect(fromCallee.getByRole('listitem')).not.toHaveCount(0)
  // What can be done with a message is offered once it is chosen.
  await fromCallee.getByRole('button', { name: /^Message 1 of the callee: offer/i }).click()
  await fromCallee.getByRole('button', { name: /^Drop: Message 1 of the callee: offer/i }).click()
  for (const end of ['caller', 'callee'])
    await page.getByRole('switch', { name: `Hold what the ${end} sends` }).click()

  const solved = page.getByRole('region', { name: 'Solved.' })
  await expect(solved).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Solved.' })).toBeFocused()
  await solved.getByRole('radio', { name: /^Different roles/ }).check()
  await solved.getByRole('button', { name: 'Check' }).click()
  await expect(solved.getByRole('status')).toContainText('The cause is the symmetry.')
  await expect(solved.getByRole('link', { name: 'One of them has to be polite' })).toBeVisible()
  expect(complaints).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true })

  test(`a lab is solved by touch ${CHROMIUM}`, async ({ page }) => {
    const { complaints } = watchPage(page)
    const expectFits = async (where: string) => {
      expect(await overflow(page), where).toBeLessThanOrEqual(0)
      expect(await tooSmall(page), where).toEqual({ targets: [], texts: [] })
    }
    const part = (name: string) => page.getByRole('tab', { name, exact: true })

    await page.goto('en/labs/')
    await waitForHydration(page)
    await expectFits('the map')
    await page.locator('.roads [data-lab="lost-answer"]').tap()
    await page.locator('[data-predict] [data-option="0"]').tap()
    await page.locator('[data-predict] [data-action="answer"]').tap()
    await expect(page.locator('[data-guess]')).toBeVisible()
    await expectFits('the story')

    await part('Bench').tap()
    const lost = page.locator('[data-tray="callee"] .dealt')
    await lost.locator('summary').tap()
    await expectFits('the bench')
    await lost.locator('[data-state="dropped"] [data-action="repeat"]').first().tap()
    await part('Evidence').tap()
    await expectFits('the evidence')
    await part('Hints').tap()
    await expectFits('the hints')

    await part('Bench').tap()
    const set = page.locator('[data-end="caller"] [data-operation="setRemoteDescription"]')
    if (!(await set.isVisible())) await page.locator('[data-end="caller"] [data-group="description"]').tap()
    await set.tap()
    await expect(page.locator('[data-solved]')).toBeVisible()
    await expectFits('the result')
    await page.locator('[data-door="go-on"]').tap()
    await expect(page.locator('[data-lab-page="early-candidate"]')).toBeVisible()
    expect(complaints).toEqual([])
  })
})

for (const [where, viewport] of Object.entries({ laptop: { width: 1280, height: 720 }, phone: PHONE }))
  test(`no part of a lab has a fault of accessibility, on a ${where} ${DEEP} ${CHROMIUM}`, async ({
    page,
  }) => {
    const show = async (name: string) => {
      if (where === 'phone') await page.getByRole('tab', { name }).click()
    }
    await page.setViewportSize(viewport)
    await page.goto('en/labs/hang-up/')
    await page.locator('[data-predict] [data-option="0"]').click()
    await page.locator('[data-predict] [data-action="answer"]').click()
    await show('Hints')
    await page.locator('[data-action="hint"]').click()
    await expectNoFault(page, 'the hints')
    await show('Bench')
    const operation = async (end: string, name: string) => {
      if (where === 'phone') await page.locator(`input[value="${end}"]`).check()
      const head = page.locator(`[data-end="${end}"] [data-group="close"]`)
      if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
      await page.locator(`[data-end="${end}"] [data-operation="${name}"]`).click()
    }
    await operation('caller', 'send-bye')
    await expectNoFault(page, 'the bench')
    await show('Evidence')
    await expectNoFault(page, 'the evidence')
    await show('Bench')
    // One after the other: an end that is not told in time sees the connection fail.
    await operation('caller', 'close')
    await operation('callee', 'close')
    await expect(page.locator('[data-solved]')).toBeVisible()
    await expectNoFault(page, 'the result')
    await page.locator('[data-why] [data-option="1"]').click()
    await page.locator('[data-why] [data-action="answer"]').click()
    await expect(page.locator('[data-reason]')).toBeVisible()
    await expectNoFault(page, 'the reason')
  })
