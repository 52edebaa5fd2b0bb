import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { STEPS, stepIndex } from '../../machines/steps'
import type { End } from '../../machines/steps'
import { end as endOf, openBench, press } from './benchPage'
import {
  expectConnected,
  expectFrames,
  expectStatus,
  field,
  nextButton,
  refusePlaceholder,
  step,
  watchPage,
} from './page'

/** Milliseconds that a reader takes: four times what Firefox allows. */
const READING = 20_000

/** With two tabs: more than the 5 s that Firefox allows, and than the 11 s of one pair that never answers. */
const READING_BESIDE = 14_000

const banner = (page: Page, kind: string) => page.locator(`[data-banner="${kind}"]`)
const next = (page: Page) => nextButton(page).dispatchEvent('click')

async function runTo(page: Page, id: 'create-answer' | 'set-local-answer') {
  await step(page, id).click()
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, id, 'done')
}

async function openTab(page: Page, id: 'ice' | 'wire' | 'sdp') {
  await page.locator(`#evidence-tab-${id}`).click()
}

/** Waits, by the page's own clock, for a reader's time; nothing on the page may have failed meanwhile. */
async function readOn(page: Page, reading = READING) {
  const began = await page.evaluate(() => performance.now())
  await expect
    .poll(
      async () => {
        await expect(field(page, 'callee', 'iceConnectionState')).not.toHaveText('failed')
        return page.evaluate((from) => performance.now() - from, began)
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(reading)
}

for (const media of ['camera', 'test-pattern'] as const) {
  test(`a reader may take twenty seconds after step 10, with the ${media} @deep`, async ({
    page,
    browserName,
  }) => {
    const { complaints } = watchPage(page)
    await page.goto('both/call/')
    if (media === 'test-pattern') await page.locator('[data-action="test-pattern"]').click()
    await runTo(page, 'set-local-answer')

    if (browserName === 'firefox') {
      await expect(field(page, 'callee', 'iceConnectionState')).toHaveText('checking')
      await expect(banner(page, 'held')).toContainText('placeholder')
    }
    await readOn(page)

    await openTab(page, 'ice')
    const placeholder = page.locator('[data-placeholder="candidate"]')
    if (browserName === 'firefox') {
      // It came last, and only visible rows are drawn.
      await page.getByRole('listbox').press('End')
      await expect(placeholder).toBeVisible()
      const note = page.locator('[data-placeholder="note"]')
      await expect(note).toContainText('placeholder of this app, not a candidate of the other end')
      await expect(note).toContainText('占位候选：本应用所加，不是对方的候选')
      await openTab(page, 'wire')
      await expect(page.locator('[data-placeholder="wire"]')).toContainText('did not cross the wire')
    } else {
      await page.getByRole('listbox').press('End')
      await expect(page.locator('[data-candidate][aria-selected="true"]')).toBeVisible()
      await expect(placeholder).toHaveCount(0)
      await expect(banner(page, 'held')).toHaveCount(0)
      await openTab(page, 'wire')
      await expect(page.locator('[data-placeholder="wire"]')).toHaveCount(0)
    }

    for (const id of ['send-answer', 'receive-answer', 'set-remote-answer'] as const) {
      await expectStatus(page, id, 'ready')
      await next(page)
      await expectStatus(page, id, 'done')
    }
    await expectConnected(page)
    for (const end of ['caller', 'callee'] as const) await expectFrames(page, end)
    await expect(banner(page, 'connected')).toBeVisible()
    expect(complaints).toEqual([])
  })
}

test('in two tabs, too, a reader between steps 10 and 11 keeps the call @deep', async ({
  context,
  browserName,
}) => {
  const tabs = { caller: await context.newPage(), callee: await context.newPage() }
  const watched = [watchPage(tabs.caller), watchPage(tabs.callee)]
  for (const end of ['caller', 'callee'] as const) await tabs[end].goto(`both/call/?room=patience&end=${end}`)
  for (const end of ['caller', 'callee'] as const)
    await expect(tabs[end].locator('[data-room]')).toHaveAttribute('data-room', /^(?:together|returned)$/)

  async function walk(steps: readonly (typeof STEPS)[number][]) {
    for (const { id, end } of steps) {
      await expectStatus(tabs[end], id, 'ready')
      await next(tabs[end])
      for (const tab of Object.values(tabs)) await expectStatus(tab, id, 'done')
    }
  }

  const pause = stepIndex('send-answer')
  await walk(STEPS.slice(0, pause))
  const ice = field(tabs.callee, 'callee', 'iceConnectionState')
  if (browserName === 'firefox') await expect(ice).toHaveText('checking')
  await readOn(tabs.callee, READING_BESIDE)
  if (browserName === 'firefox') await expect(ice).toHaveText('checking')

  await walk(STEPS.slice(pause))
  for (const end of ['caller', 'callee'] as const) {
    await expect(field(tabs[end], end, 'connectionState')).toHaveText('connected')
    // Firefox draws no video in a background tab.
    await tabs[end].bringToFront()
    await expectFrames(tabs[end], end)
  }
  expect(watched.flatMap(({ complaints }) => complaints)).toEqual([])
})

test('where a placeholder is needed and refused, later calls say so before step 10 and run the rest with one click @engine', async ({
  page,
  browserName,
}) => {
  await refusePlaceholder(page)
  await page.goto('both/call/')
  await runTo(page, 'set-local-answer')
  if (browserName === 'firefox')
    await expect(banner(page, 'not-held').or(banner(page, 'grace'))).toBeVisible()
  else await expect(field(page, 'callee', 'iceConnectionState')).toHaveText('connected')
  await page.reload()

  await runTo(page, 'create-answer')
  if (browserName !== 'firefox') {
    await expect(page.locator('[data-banner]')).toHaveCount(0)
    return
  }
  const told = banner(page, 'ice-deadline')
  await expect(told).toBeVisible()
  const news = page.locator('[data-news="ice-deadline"]')
  await expect(news).toContainText('Read these lessons first')
  const links = news.locator('[data-read-first]')
  await expect(links).toHaveCount(4)
  await links.first().click()
  await expect(page).toHaveURL(/call\/set-local-answer\//)
  await page.locator('[data-action="run-on"]').click()
  await expectStatus(page, 'set-remote-answer', 'done')
  await expectConnected(page)
  for (const end of ['caller', 'callee'] as const) await expectFrames(page, end)
})

async function runOnBench(page: Page, end: End, group: string, operation: string) {
  await press(page, end, group, operation)
  const row = endOf(page, end).locator('li', { has: page.locator(`[data-operation="${operation}"]`) })
  await expect(row.locator('[data-outcome="done"]')).toBeVisible()
}

async function toggleRule(page: Page, end: End, rule: string, value?: string) {
  const rules = page.locator(`[data-rules="${end}"]`)
  if ((await rules.getAttribute('open')) === null) await rules.locator('summary').click()
  const field = rules.locator(`[data-rule="${rule}"]`)
  await (value === undefined ? field.click() : field.selectOption(value))
}

/** A bench with a connection at each end. */
async function connectBench(page: Page) {
  await openBench(page)
  for (const end of ['caller', 'callee'] as const) await runOnBench(page, end, 'media', 'create')
}

/** Sends the text as it was created, which has no candidates. */
async function sendDraft(page: Page, end: End) {
  const row = endOf(page, end).locator('li', { has: page.locator('[data-operation="send"]') })
  const what = row.locator('[data-argument="what"]')
  if (!(await what.isVisible())) await row.locator('.unfold').click()
  await what.selectOption('draft')
  await runOnBench(page, end, 'description', 'send')
}

/** Up to the answer on its way, in texts without candidates. */
async function negotiateOnBench(page: Page) {
  await runOnBench(page, 'caller', 'channels', 'createDataChannel')
  await runOnBench(page, 'caller', 'description', 'setLocalDescription')
  await sendDraft(page, 'caller')
  await runOnBench(page, 'callee', 'description', 'setRemoteDescription')
  await runOnBench(page, 'callee', 'description', 'setLocalDescription')
  await sendDraft(page, 'callee')
}

const stateOnBench = (page: Page, end: End) => endOf(page, end).locator('[data-state="connectionState"]')

async function waitOnBench(page: Page) {
  const began = await page.evaluate(() => performance.now())
  await expect
    .poll(
      async () => {
        for (const end of ['caller', 'callee'] as const)
          await expect(stateOnBench(page, end)).not.toHaveText('failed')
        return page.evaluate((from) => performance.now() - from, began)
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(READING_BESIDE)
}

test('on a bench the answer may wait on the server, and the call connects @deep', async ({
  page,
  browserName,
}) => {
  await connectBench(page)
  await page.locator('[data-tray="callee"] [data-action="hold"]').click()
  await negotiateOnBench(page)
  if (browserName === 'firefox') await expect(endOf(page, 'callee').locator('[data-held]')).toBeVisible()
  await waitOnBench(page)
  await page.locator('[data-tray="callee"] [data-action="hold"]').click()
  await runOnBench(page, 'caller', 'description', 'setRemoteDescription')
  for (const end of ['caller', 'callee'] as const)
    await expect(stateOnBench(page, end)).toHaveText('connected')
})

test('on a bench the candidates may wait at both ends, and the call connects @deep', async ({
  page,
  browserName,
}) => {
  await connectBench(page)
  for (const end of ['caller', 'callee'] as const) await toggleRule(page, end, 'gathered', 'by-hand')
  await negotiateOnBench(page)
  await runOnBench(page, 'caller', 'description', 'setRemoteDescription')
  if (browserName === 'firefox')
    for (const end of ['caller', 'callee'] as const)
      await expect(endOf(page, end).locator('[data-held]')).toBeVisible()
  await waitOnBench(page)
  await runOnBench(page, 'caller', 'candidates', 'send-candidates')
  for (const end of ['caller', 'callee'] as const)
    await expect(stateOnBench(page, end)).toHaveText('connected')
})

test('on a bench without the rule Firefox gives up @deep', async ({ page, browserName }) => {
  await connectBench(page)
  for (const end of ['caller', 'callee'] as const) {
    await toggleRule(page, end, 'gathered', 'by-hand')
    await toggleRule(page, end, 'placeholder')
  }
  await negotiateOnBench(page)
  await runOnBench(page, 'caller', 'description', 'setRemoteDescription')
  if (browserName !== 'firefox') {
    await waitOnBench(page)
    return
  }
  for (const end of ['caller', 'callee'] as const)
    await expect(stateOnBench(page, end)).toHaveText('failed', { timeout: 30_000 })
})
