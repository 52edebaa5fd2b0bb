import { expect, test } from '@playwright/test'
import { CASES } from '../../scripts/nat/cases.mjs'
import { runCommand } from '../../scripts/nat/command.mjs'
import { missingNeeds } from '../../scripts/nat/needs.mjs'
import { runCase } from '../../scripts/nat/runCase.mjs'
import { prepareTools } from '../../scripts/natBench.mjs'
import { readRecording } from '../../src/recording/readRecording'
import { axeOn } from './axe'
import { waitForHydration, watchPage } from './page'

// It needs Linux, root, nftables, tcpdump and coturn; the recordings are tested everywhere.
if (missingNeeds().length === 0)
  test('the bench makes one call through real NATs, and leaves nothing behind @deep @chromium', async () => {
    const { 'hole-punched': each } = CASES
    if (each === undefined) throw new Error('the case is missing')
    const tools = await prepareTools(new AbortController().signal)
    const { text } = await runCase(each, tools)
    const result = readRecording(text)
    expect(result.ok && result.recording.packets?.length).toBeGreaterThan(10)
    expect(await runCommand('ip', ['netns', 'list'])).not.toContain('nat-')
  })

test('a recording of a real network opens from the list, with its packets, where they were dropped, and their bytes', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('/en/call/')
  await waitForHydration(page)
  await page.locator('[data-action="recordings"]').click()
  await page.locator('[data-example="symmetric-failed"]').click()
  const banner = page.locator('[data-banner="recording"]')
  await expect(banner).toContainText('Symmetric and symmetric: failed')
  await expect(banner).toContainText('addresses of a test network')
  await page.getByRole('button', { name: 'Got it' }).click()
  await page.getByRole('radio', { name: /^Packets \d/ }).check()
  await page.locator('.list [data-fate="not-in"]').first().click()
  const packet = page.locator('[data-packet]')
  await expect(packet).toContainText('outside the callee’s NAT')
  await expect(packet).toContainText('203.0.113.')
  await expect(packet.locator('[data-range="stun-type"]')).toBeVisible()
  expect((await axeOn(page).include('.panel.ice').analyze()).violations).toEqual([])
  expect(complaints).toEqual([])
})

test('a concept leads to the recording of what it tells', async ({ page }) => {
  await page.goto('/en/concepts/nat/')
  await waitForHydration(page)
  await page.locator('[data-recording-link="symmetric-failed"]').click()
  await expect(page.locator('[data-banner="recording"]')).toContainText('Symmetric and symmetric: failed')
})
