import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { watchPage } from './page'
import {
  action,
  callTwo,
  chat,
  expectPicture,
  freshRoom,
  invite,
  join,
  joinTwo,
  member,
  state,
  write,
} from './roomPage'

test('two members meet, chat, call, send a snapshot and hang up @engine', async ({ context }) => {
  const { ming, lin } = await joinTwo(context)
  const { complaints } = watchPage(ming)
  await expect(ming.locator('[data-transport="relay"]').first()).toBeVisible()
  await write(ming, 'before the call')
  await expect(chat(lin)).toContainText(['before the call'])
  await callTwo(ming, lin)
  for (const page of [ming, lin])
    for (const which of ['local', 'remote'] as const) await expectPicture(page, which)

  await write(lin, 'straight to you')
  const last = chat(ming).last()
  await expect(last).toContainText('straight to you')
  await expect(last.locator('[data-via="channel"]')).toBeVisible()

  await action(ming, 'snapshot').click()
  const arrived = lin.locator('[data-transfer="snapshot"][data-own="false"]')
  await expect(arrived).toHaveAttribute('data-transfer-state', 'done')
  await expect(arrived.locator('canvas[data-drawn]')).toBeVisible()
  await expect(ming.locator('[data-transfer="snapshot"][data-own="true"]')).toHaveAttribute(
    'data-transfer-state',
    'done',
  )

  // The map: the app has taken every step, at both ends.
  for (const page of [ming, lin])
    await expect(page.locator('[data-step="set-remote-answer"]')).toHaveAttribute(
      'data-status',
      /done|inferred/,
    )
  await expect(ming.locator('[data-message="offer"][data-direction="out"]')).toHaveCount(1)

  await action(lin, 'hang-up').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'ended')
  await expect(ming.locator('[data-news]')).toContainText('Lin hung up')
  expect(complaints).toEqual([])
})

test('an invitation is refused, cancelled, and answered as busy @deep', async ({ context }) => {
  const { room, ming, lin } = await joinTwo(context)
  await invite(ming, 'Lin')
  await action(lin, 'refuse').click()
  await expect(ming.locator('[data-news]')).toContainText('Lin refused')
  await invite(ming, 'Lin')
  await expect(state(lin)).toHaveAttribute('data-state', 'invited')
  await ming.keyboard.press('Escape')
  await expect(state(lin)).toHaveAttribute('data-state', 'ended')
  await expect(lin.locator('[data-news]')).toContainText('took the invitation back')

  const ada = await context.newPage()
  await join(ada, room, 'Ada')
  await callTwo(ming, lin)
  await invite(ada, 'Lin')
  await expect(ada.locator('[data-news]')).toContainText('Lin is busy')
  await expect(state(lin)).toHaveAttribute('data-state', 'in-call')
  await expect(lin.locator('[data-note="missed"]')).toContainText('Ada')
})

test('a sealed room is read with its key only @deep', async ({ context }) => {
  const room = freshRoom()
  const [ming, lin, eve] = [await context.newPage(), await context.newPage(), await context.newPage()]
  const frames: string[] = []
  ming.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(String(payload)))
  })
  await ming.goto(`en/room/?room=${room}`)
  await ming.locator('[data-input="name"]').fill('Ming')
  await action(ming, 'seal').click()
  await action(ming, 'join').click()
  await expect(ming.locator('[data-sealed]')).toBeVisible()
  await expect(ming).toHaveURL(/#key=[\w-]{22}$/)
  await lin.goto(ming.url())
  await lin.locator('[data-input="name"]').fill('Lin')
  await action(lin, 'join').click()
  await expect(member(ming, 'Lin')).toBeVisible()
  await write(ming, 'only for those with the key')
  await expect(chat(lin)).toContainText(['only for those with the key'])
  expect(frames.join('')).not.toContain('only for those')
  await join(eve, room, 'Eve')
  await expect(eve.locator('[data-message="refused"]').first()).toBeVisible()
  await expect(chat(eve)).toHaveCount(0)
  await callTwo(ming, lin)
})

test('a name that is taken has two proposals, and markup stays text', async ({ context }) => {
  const { room, ming } = await joinTwo(context)
  const markup = '<img src=x onerror=globalThis.hacked=1>'
  const other = await context.newPage()
  await join(other, room, 'Ming')
  await expect(state(other)).toHaveAttribute('data-state', 'name-taken')
  await expect(action(other, 'use-name')).toHaveCount(2)
  await other.locator('[data-input="name"]').fill(markup)
  await action(other, 'rename').click()
  await expect(state(other)).toHaveAttribute('data-state', 'present')
  await expect(ming.locator('[data-member]', { hasText: markup })).toBeVisible()
  await write(other, `<script>globalThis.hacked = 1</script>${markup}`)
  await expect(chat(ming)).toContainText([markup])
  for (const page of [ming, other]) expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test('without a relay the room is one of this browser, and says so @deep', async ({ context }) => {
  await context.routeWebSocket(/\/relay$/, (socket) => socket.close())
  const { ming, lin } = await joinTwo(context)
  for (const page of [ming, lin])
    await expect(page.locator('[data-transport="broadcast"]').first()).toBeVisible()
  await callTwo(ming, lin)
})

for (const theme of ['light', 'dark'] as const)
  test(`the room has no fault of accessibility (${theme}) @chromium @deep`, async ({ context }) => {
    const { ming, lin } = await joinTwo(context)
    for (const page of [ming, lin]) await page.emulateMedia({ colorScheme: theme })
    const check = async (page: Page, at: string) => {
      const { violations } = await axeOn(page).analyze()
      expect(violations, at).toEqual([])
    }
    await check(ming, 'present')
    await invite(ming, 'Lin')
    await expect(action(lin, 'accept')).toBeFocused()
    await check(lin, 'invited')
    await action(lin, 'accept').click()
    await expect(state(ming)).toHaveAttribute('data-state', 'in-call')
    await write(ming, 'hello')
    await check(ming, 'in-call')
  })

test('on a phone everything can be reached @deep', async ({ context }) => {
  const room = freshRoom()
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  await ming.setViewportSize({ width: 390, height: 844 })
  await join(ming, room, 'Ming')
  await join(lin, room, 'Lin')
  await callTwo(ming, lin)
  await expectPicture(ming, 'remote')
  for (const tab of ['People', 'Messages', 'Evidence', 'Steps', 'Machine', 'Chat'])
    await ming.getByRole('tab', { name: tab }).first().click()
  const wide = await ming.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  await action(ming, 'hang-up').click()
  await expect(state(ming)).toHaveAttribute('data-state', 'ended')
})
