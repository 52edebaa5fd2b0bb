import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { expectStatus, nextButton } from './page'
import { action, invite, joinTwo, state, write } from './roomPage'

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

test('forced colours show every control of the room, and which of them are on @deep @chromium', async ({
  context,
}) => {
  const { ming, lin } = await joinTwo(context)
  for (const page of [ming, lin]) await page.emulateMedia({ forcedColors: 'active' })
  const expectEdge = async (control: Locator) => {
    const [width, line, edge] = await Promise.all(
      ['border-top-width', 'border-top-style', 'border-top-color'].map((name) => style(control, name)),
    )
    const name = (await control.first().getAttribute('data-action')) ?? ''
    expect(parseFloat(width ?? '0'), name).toBeGreaterThan(0)
    expect(line, name).not.toBe('none')
    expect(edge, name).not.toBe(await style(ming.locator('body'), 'background-color'))
  }
  await invite(ming, 'Lin')
  for (const name of ['accept', 'refuse']) await expectEdge(action(lin, name))
  await expectEdge(action(ming, 'cancel'))
  await action(lin, 'accept').click()
  await expect(state(ming)).toHaveAttribute('data-state', 'in-call')
  for (const name of ['mute', 'camera', 'screen', 'snapshot', 'file', 'hang-up', 'inspect', 'copy-link'])
    await expectEdge(action(ming, name))
  await expectEdge(ming.locator('[data-input="chat"]'))
  await write(ming, 'hello')
  await expectEdge(ming.locator('[data-chat] .text'))
  await expectEdge(ming.locator('[aria-current="step"] code'))

  const before = await style(action(ming, 'mute'), 'background-color')
  await action(ming, 'mute').click()
  await expect(action(ming, 'mute')).toHaveAttribute('aria-pressed', 'true')
  expect(await style(action(ming, 'mute'), 'background-color')).not.toBe(before)
})
