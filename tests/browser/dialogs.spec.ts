import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'
import { DEEP } from './tags'

/** A call that has run its first steps, with the test pattern. */
async function openCall(page: Page) {
  await page.goto('/en/call/')
  await page.locator('[data-action="test-pattern"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
}

const opener = (page: Page) => page.locator('[data-action="recordings"]')
const dialog = (page: Page) => page.locator('dialog[open]')

/** A point outside a dialog's sheet, and one inside. */
async function pointsOf(sheet: Locator) {
  const box = (await sheet.boundingBox())!
  return {
    outside: { x: box.x / 2, y: box.y + 40 },
    inside: { x: box.x + box.width / 2, y: box.y + 30 },
  }
}

test('R asks before it ends a running call, and no key reaches the page behind the question', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await openCall(page)
  await nextButton(page).focus()
  const ask = page.locator('[data-dialog="restart"]')

  await page.keyboard.press('r')
  await expect(ask).toBeVisible()
  await expect(page.getByRole('alertdialog', { name: 'Start the call again?' })).toBeVisible()
  await expect(page.locator('[data-action="keep-call"]')).toBeFocused()
  for (const key of ['ArrowRight', 'r', 'p', 'ArrowLeft']) await page.keyboard.press(key)
  await expectStatus(page, 'capture-media', 'done')
  await expectStatus(page, 'add-tracks', 'ready')
  expect((await axeOn(page).include('[data-dialog="restart"]').analyze()).violations).toEqual([])

  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  await expect(nextButton(page)).toBeFocused()
  await expectStatus(page, 'capture-media', 'done')

  await page.keyboard.press('r')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(ask).toBeHidden()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(nextButton(page)).toBeFocused()

  // The way back: the log of the call, which says that it is no file.
  await page.locator('[data-undo="restarted"] [data-action="undo"]').click()
  await expect(page.locator('[data-banner="recording"] [data-unsaved]')).toHaveText(
    'The call you just ended (not saved)',
  )
  await expectStatus(page, 'capture-media', 'done')
  expect((await axeOn(page).include('[data-banner="recording"]').analyze()).violations).toEqual([])
  await page.locator('[data-action="close-recording"]').click()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(page.locator('[data-undo]')).toHaveCount(0)
  // Nothing has begun, so nothing is asked.
  await page.keyboard.press('r')
  await expectStatus(page, 'capture-media', 'ready')
  await expect(ask).toBeHidden()
  expect(complaints).toEqual([])
})

test('no single key acts on the call while Recordings is open, also after a click on its text', async ({
  page,
}) => {
  await openCall(page)
  await opener(page).click()
  await page.locator('dialog[open] .lead').click()
  for (const key of ['r', 'ArrowRight', 'p', '/', '?']) await page.keyboard.press(key)
  await expect(dialog(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expectStatus(page, 'capture-media', 'done')
  await expectStatus(page, 'add-tracks', 'ready')
})

test('single keys can be switched off, and stay off after a reload', { tag: DEEP }, async ({ page }) => {
  await openCall(page)
  await expect(page.locator('[data-action="play"] kbd')).toHaveText('P')
  await page.keyboard.press('?')
  const toggle = page.locator('[data-action="single-keys"]')
  await expect(toggle).toHaveAttribute('aria-checked', 'true')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-checked', 'false')
  await expect(page.locator('dialog[open] kbd')).toHaveText([
    '→',
    'Space',
    '←',
    'Home',
    'End',
    'PageDown',
    'PageUp',
  ])
  expect((await axeOn(page).include('dialog').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('r')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('[data-action="play"] kbd')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expectStatus(page, 'add-tracks', 'done')

  await page.reload()
  await expect(page.locator('[data-action="play"]')).toBeVisible()
  await page.keyboard.press('?')
  await page.keyboard.press('t')
  await expect(dialog(page)).toHaveCount(0)
  // The button still opens the switch, and the menu that it stands in gets the focus back.
  const more = page.locator('[data-action="header-menu"]')
  await more.press('Enter')
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused()
  await page.keyboard.press('Enter')
  await toggle.click()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.locator('dialog[open] input[type="search"]')).toBeVisible()
})

test('a press that begins in a dialog and ends outside does not close it, and typed text stays @engine', async ({
  page,
}) => {
  await page.goto('/en/call/')
  await page.locator('[data-action="ice-servers"]').click()
  await page.locator('dialog[open] [data-action="add-server"]').click()
  const field = page.locator('dialog[open] textarea, dialog[open] input').first()
  await field.fill('stun:192.0.2.1:3478')
  const { outside, inside } = await pointsOf(dialog(page))

  await field.hover()
  await page.mouse.down()
  await page.mouse.move(outside.x, outside.y, { steps: 4 })
  await page.mouse.up()
  await expect(field).toHaveValue('stun:192.0.2.1:3478')

  await page.mouse.move(outside.x, outside.y)
  await page.mouse.down()
  await page.mouse.move(inside.x, inside.y, { steps: 4 })
  await page.mouse.up()
  await expect(field).toHaveValue('stun:192.0.2.1:3478')

  await page.mouse.click(outside.x, outside.y)
  await expect(dialog(page)).toHaveCount(0)
})

test('Recordings returns the focus to its button, however it is closed', async ({ page }) => {
  await openCall(page)
  const ways: [string, () => Promise<void>][] = [
    ['its button', () => page.locator('dialog[open] header button').click()],
    ['Escape', () => page.keyboard.press('Escape')],
    [
      'a press outside',
      async () => {
        const { outside } = await pointsOf(dialog(page))
        await page.mouse.click(outside.x, outside.y)
      },
    ],
    ['opening a recording', () => page.locator('dialog[open] [data-example]').first().click()],
  ]
  for (const [way, close] of ways) {
    await opener(page).focus()
    await page.keyboard.press('Enter')
    await expect(dialog(page), way).toHaveCount(1)
    await close()
    await expect(dialog(page), way).toHaveCount(0)
    await expect(opener(page), way).toBeFocused()
  }
})

test('a phone shows each part of the call in one main landmark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/en/call/')
  for (const part of ['steps', 'lesson', 'peers']) {
    await page.locator(`#part-tab-${part}`).click()
    await expect(page.getByRole('main')).toHaveCount(1)
    await expect(page.getByRole('main').locator(`#part-tab-${part}`)).toBeVisible()
  }
})
