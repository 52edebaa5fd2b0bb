import { expect } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'

/* What the tests of the room's page share: who is on it, and what they do there. */

export const state = (page: Page) => page.locator('main[data-state]')
export const member = (page: Page, name: string) => page.locator(`[data-member="${name}"]`)
export const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`)
export const chat = (page: Page) => page.locator('[data-chat]')
export const news = (page: Page) => page.locator('[data-news]')
export const inState = (page: Page, name: string | RegExp) =>
  expect(state(page)).toHaveAttribute('data-state', name)

let rooms = 0

/** A room that no other test enters. */
export const freshRoom = () =>
  `test-${String(Date.now() % 1_000_000)}-${String(process.pid)}-${String(rooms++)}`

export async function join(page: Page, room: string, name: string, language = 'en') {
  await page.goto(`${language}/room/?room=${room}`)
  await page.locator('[data-input="name"]').fill(name)
  await action(page, 'join').click()
}

export async function joinTwo(context: BrowserContext) {
  const room = freshRoom()
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  await join(ming, room, 'Ming')
  await expect(state(ming)).toHaveAttribute('data-state', 'alone')
  await join(lin, room, 'Lin')
  await expect(member(ming, 'Lin')).toBeVisible()
  await expect(member(lin, 'Ming')).toBeVisible()
  return { room, ming, lin }
}

export async function invite(from: Page, name: string) {
  await member(from, name).locator('[data-action="invite"]').click()
}

export async function callTwo(ming: Page, lin: Page) {
  await invite(ming, 'Lin')
  await expect(state(ming)).toHaveAttribute('data-state', 'inviting')
  await action(lin, 'accept').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'in-call')
}

/** Waits until a picture moves: its time goes on, and it has a size. */
export async function expectPicture(
  page: Page,
  which: 'local' | 'remote' | 'local-screen' | 'remote-screen',
) {
  await expect
    .poll(
      () =>
        page
          .locator(`[data-video="${which}"]`)
          .evaluate((video: HTMLVideoElement) => video.videoWidth > 0 && video.currentTime > 0),
      {
        message: `the picture ${which} moves at ${page.url()}`,
      },
    )
    .toBe(true)
}

export async function write(page: Page, text: string) {
  await page.locator('[data-input="chat"]').fill(text)
  await page.locator('[data-input="chat"]').press('Enter')
}
