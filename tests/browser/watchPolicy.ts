import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { watchPage } from './page'

export const TABS = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats'] as const

/** Reports everything that the page's policy refuses, and every foreign script that ran, as complaints. */
export async function watchPolicy(page: Page): Promise<{ complaints: string[] }> {
  await page.addInitScript(() => {
    const complain = (text: string) => {
      setTimeout(() => {
        throw new Error(text)
      })
    }
    Object.assign(globalThis, {
      ran: () => {
        complain('a script from outside ran')
      },
    })
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      complain(`refused by policy: ${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return watchPage(page)
}

export async function openTab(page: Page, tab: (typeof TABS)[number]): Promise<void> {
  await page.locator(`[role="tab"][data-tab="${tab}"]`).click()
  await expect(page.locator(`#evidence-panel-${tab}`)).not.toBeEmpty()
}

export async function closeDialog(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible()
  // Not Escape: in a search field that first empties the field.
  await page.getByRole('dialog').locator('header button').click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
