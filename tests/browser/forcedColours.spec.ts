import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { expectStatus, nextButton } from './page'

const style = (locator: Locator, property: string, pseudo?: string) =>
  locator
    .first()
    .evaluate((element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name), [
      property,
      pseudo,
    ] as const)

test('forced colours still show what is chosen, done, next and just changed', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('en/call/')
  await page.locator('[data-action="test-pattern"]').click()

  const track = (on: boolean) => page.locator(`[role="switch"][aria-checked="${String(on)}"] > .track`)
  await page.locator('[data-action="trickle"]').click()
  expect(await style(track(true), 'background-color')).not.toBe(await style(track(false), 'background-color'))

  const choice = (is: string) => page.locator(`.segmented input${is} + span`)
  expect(await style(choice(':checked'), 'background-color')).not.toBe(
    await style(choice(':not(:checked)'), 'background-color'),
  )
  const tab = (state: string) => page.locator(`[role="tab"][data-state="${state}"]`)
  expect(await style(tab('active'), 'border-bottom-color')).not.toBe(
    await style(tab('inactive'), 'border-bottom-color'),
  )

  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await nextButton(page).click()
  await expectStatus(page, 'add-tracks', 'done')
  const mark = (id: string) => page.locator(`[data-tick="${id}"]`)
  const marks = await Promise.all(
    ['add-tracks', 'create-offer', 'send-offer'].map(async (id) =>
      [
        await style(mark(id), 'background-color', '::before'),
        await style(mark(id), 'border-top-color', '::before'),
      ].join(),
    ),
  )
  expect(new Set(marks).size).toBe(3)
  expect(await style(page.locator('.chip.changed'), 'background-color', '::before')).not.toBe(
    await style(page.locator('body'), 'background-color'),
  )
})
