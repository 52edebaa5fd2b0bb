import { expect, test } from '@playwright/test'
import { findTurnServer } from '../../scripts/browsers.mjs'
import { startTurn } from '../../scripts/turn.mjs'
import { expectConnected, waitForHydration, watchPage } from './page'

const coturn = findTurnServer()

// Firefox asks no server on its own machine without a preference that these tests do not set.
if (coturn !== undefined)
  test('the server of `npm run turn` relays the call of a learner who fills in its three lines @chromium', async ({
    page,
  }) => {
    const { complaints } = watchPage(page)
    const turn = await startTurn(coturn)
    try {
      await page.goto('/en/call/connected/')
      await waitForHydration(page)
      await page.locator('[data-action="ice-servers"]').click()
      for (const name of ['username', 'credential'] as const)
        await page.locator(`[name="${name}"]`).fill(turn[name])
      await page.locator('[name="urls"]').fill(turn.url)
      await page.locator('[data-action="relay-only"]').click()
      await page.locator('[data-action="apply"]').click()
      await page.locator('[data-action="run-to"]').click()
      await expectConnected(page)
      await page.getByRole('tab', { name: /ICE/ }).click()
      await expect(page.locator('.panel.ice')).toContainText('relay')
      expect(complaints).toEqual([])
    } finally {
      await turn.close()
    }
  })
