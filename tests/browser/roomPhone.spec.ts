import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { action, chat, freshRoom, invite, join, joinTwo, member, state, write } from './roomPage'

/* The room on small phones: nothing is cut off at the side, and every part can be reached. */

/** Expects a part to be whole between the sides of the screen. */
async function expectWhole(page: Page, part: Locator) {
  const box = (await part.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width)
}

for (const width of [320, 390])
  test(`at ${String(width)} px the list, the chat and the machine are whole @deep`, async ({ context }) => {
    const { ming, lin } = await joinTwo(context)
    await ming.setViewportSize({ width, height: 720 })
    await expectWhole(ming, member(ming, 'Lin').locator('[data-action="invite"]'))
    await expectWhole(ming, action(ming, 'copy-link'))
    await invite(ming, 'Lin')
    await action(lin, 'accept').click()
    await expect(state(ming)).toHaveAttribute('data-state', 'in-call')
    await write(ming, 'from a phone')
    await expect(chat(lin)).toContainText(['from a phone'])
    await expectWhole(ming, ming.locator('[data-input="chat"]'))
    await ming.getByRole('tab', { name: 'Machine', exact: true }).click()
    await expect(ming.getByRole('tabpanel').getByText('The state now: in-call')).toBeVisible()
    await expectWhole(ming, action(ming, 'hang-up'))
  })

test('a room that is full shows the way out at once @deep', async ({ context, baseURL }) => {
  const room = freshRoom()
  const host = await context.newPage()
  await host.goto('en/room/')
  // As many members as the relay lets in, without pages of their own.
  await host.evaluate(
    async ([address, name]) => {
      for (let n = 0; n < 40; n += 1)
        await new Promise<void>((resolve) => {
          const socket = new WebSocket(address)
          const frame = { type: 'join', v: 1, room: name, member: `m${String(n)}`, key: 'k', received: 0 }
          socket.onopen = () => socket.send(JSON.stringify(frame))
          socket.onmessage = () => resolve()
        })
    },
    [`${baseURL!.replace('http', 'ws')}/relay`, room] as const,
  )
  const page = await context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  await join(page, room, 'Ming')
  await expect(state(page)).toHaveAttribute('data-state', 'full')
  await expect(page.locator('[data-news]')).toContainText('This room is full')
  expect((await page.locator('h1').boundingBox())!.y).toBeLessThan(120)
  await expect(page.locator('[data-input="chat"]')).toHaveCount(0)
  await action(page, 'other-room').click()
  await expect(page.locator('[data-input="room"]')).toBeVisible()
})
