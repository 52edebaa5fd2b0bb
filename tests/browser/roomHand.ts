import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { action } from './roomPage'

/* How tests make a room by hand: they carry an offer and its answer between two pages. */

/** How far the exchange of a page is. */
export const step = (page: Page) => page.locator('[data-hand]')

/** The description that a page hands out, as text. */
export const out = (page: Page) => page.locator('[data-output="description"]').inputValue()

/** Chooses the connection by hand, unless the address already brings a description. */
export async function enterByHand(page: Page, name: string, address = 'en/room/') {
  await page.goto(address)
  await page.locator('[data-input="name"]').fill(name)
  if (!address.includes('#')) {
    await page.locator('[data-transport-choice] summary').click()
    await page.locator('[data-transport-kind="hand"]').check()
  }
  await action(page, 'join').click()
}

export async function offer(page: Page) {
  await action(page, 'make-offer').click()
  await expect(step(page)).toHaveAttribute('data-hand', 'offering')
}

export async function take(page: Page, text: string) {
  await page.locator('[data-input="description"]').fill(text)
  await action(page, 'take').click()
}

/** Carries the whole exchange as text, and waits until both are in the room. */
export async function carryByHand(from: Page, to: Page) {
  await offer(from)
  await take(to, await out(from))
  await expect(step(to)).toHaveAttribute('data-hand', 'answering')
  await take(from, await out(to))
  for (const page of [from, to])
    await expect(page.locator('[data-transport="hand"]').first()).toHaveAttribute(
      'data-transport-status',
      'open',
    )
}
