import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { End } from '../../machines/steps'

/* What the browser tests of the bench and the labs find and press on the page. */

export const end = (page: Page, name: End): Locator => page.locator(`[data-end="${name}"]`)
/** A live state in the head of an end. */
export const state = (page: Page, name: End, which = 'signalingState'): Locator =>
  end(page, name).locator(`[data-state="${which}"]`)

export async function openGroup(page: Page, name: End, group: string): Promise<void> {
  const head = end(page, name).locator(`[data-group="${group}"]`)
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
}

/** Presses an operation of an end; its group is opened before. */
export async function press(page: Page, name: End, group: string, operation: string): Promise<void> {
  await openGroup(page, name, group)
  await end(page, name).locator(`[data-operation="${operation}"]`).click()
}

/** Presses an operation of an end, and waits for its outcome. */
export async function run(page: Page, name: End, group: string, operation: string): Promise<void> {
  await press(page, name, group, operation)
  const row = end(page, name).locator('li', { has: page.locator(`[data-operation="${operation}"]`) })
  await expect(row.locator('[data-outcome="done"], [data-outcome="refused"]')).toBeVisible()
}

export async function openBench(page: Page, language = 'en'): Promise<void> {
  await page.goto(`${language}/labs/bench/`)
  await expect(end(page, 'caller').locator('[data-operation="create"]')).toBeEnabled()
}
