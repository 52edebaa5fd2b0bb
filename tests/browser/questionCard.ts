import type { Locator, Page } from '@playwright/test'

/** The card of a question. */
export function card(page: Page, id: string): Locator {
  return page.locator(`[data-question="${id}"]`)
}

/** Chooses an option of a question and locks the guess. */
export async function guess(page: Page, id: string, option: string) {
  await card(page, id).locator(`[data-option="${option}"]`).check()
  await card(page, id).locator('[data-action="lock-guess"]').click()
}
