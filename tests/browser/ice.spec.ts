import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { End } from '../../machines/steps'
import { axeOn } from './axe'
import { expectConnected, expectStatus, repairIfOffered, watchPage, chooseTheme } from './page'

/** Keeps every connection that the page creates; the caller's is first. */
async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: RTCPeerConnection[] = []
    const Native = RTCPeerConnection
    Object.assign(globalThis, { kept })
    globalThis.RTCPeerConnection = class extends Native {
      constructor(config?: RTCConfiguration) {
        super(config)
        kept.push(this)
      }
    }
  })
}

/** In the page: whether the first connection has found all its candidates. */
function isGathered(): boolean {
  const { kept } = globalThis as unknown as { kept: RTCPeerConnection[] }
  return kept[0]?.iceGatheringState === 'complete'
}

/** The pairs of one end as the browser reports them, read without the app. */
function readPairs(
  page: Page,
  index: number,
): Promise<{ selected: string | null; told: Record<string, number> }> {
  return page.evaluate(async (at) => {
    const { kept } = globalThis as unknown as { kept: RTCPeerConnection[] }
    const stats = [...((await kept[at]!.getStats()).values() as Iterable<Record<string, unknown>>)]
    const pairs = stats.filter(({ type }) => type === 'candidate-pair')
    const named = stats.find(({ selectedCandidatePairId }) => selectedCandidatePairId !== undefined)
    const selected = named?.['selectedCandidatePairId'] ?? pairs.find((pair) => pair['selected'])?.['id']
    return {
      selected: (selected as string | undefined) ?? null,
      told: Object.fromEntries(pairs.map(({ id, priority }) => [id, priority])) as Record<string, number>,
    }
  }, index)
}

async function connect(page: Page, reading = 'en'): Promise<void> {
  await page.goto(`${reading}/call/connected/`)
  await page.locator('[data-action="run-to"]').click()
  await repairIfOffered(page)
  await expectConnected(page)
}

function view(page: Page, place: number): Locator {
  return page
    .getByRole('tabpanel')
    .locator('.ice .bar [role="radiogroup"]')
    .first()
    .locator('label')
    .nth(place)
}

test('the priority shown is the number in the candidate, for every candidate @deep', async ({ page }) => {
  await connect(page)
  await page.locator('[data-tab="ice"]').click()
  // A pair is in use, so the tab opens on the pairs.
  await page.locator('.ice label:has(input[value="candidates"])').click()
  const list = page.getByRole('listbox')
  await list.focus()
  await page.keyboard.press('Home')
  const first = list.locator('[aria-selected="true"]')
  const total = Number(await first.getAttribute('aria-setsize'))
  expect(total).toBeGreaterThan(1)

  for (let place = 1; place <= total; place += 1) {
    await expect(first).toHaveAttribute('aria-posinset', String(place))
    const line = (await page.locator('.note .line').textContent())?.trim() ?? ''
    const written = line.split(' ')[3] ?? ''
    expect(written, line).toMatch(/^\d+$/)
    await expect(first.locator('.number')).toHaveText(written)
    await expect(page.locator('[data-priority]')).toHaveAttribute('data-reported', written)
    await expect(page.locator('[data-priority] [data-sum]')).toHaveText(written)
    await page.keyboard.press('ArrowDown')
  }
})

test('the selected pair is the one getStats() names, and every pair has its priority @engine', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await keepConnections(page)
  await connect(page)
  await page.locator('[data-tab="ice"]').click()
  await view(page, 1).click()

  for (const [index, end] of (['caller', 'callee'] as const satisfies End[]).entries()) {
    await page
      .getByRole('tabpanel')
      .locator('.ice .bar [role="radiogroup"]')
      .nth(1)
      .locator('label')
      .nth(index)
      .click()
    const selected = page.locator('[data-pair][data-selected="true"]')
    // The browser may select another pair; the app shows it within a second.
    await expect(async () => {
      const { selected: id } = await readPairs(page, index)
      expect(id, end).not.toBeNull()
      expect(await selected.getAttribute('data-pair', { timeout: 1_000 })).toBe(id)
    }).toPass({ timeout: 20_000 })

    const { told } = await readPairs(page, index)
    const shown = await page
      .locator('[data-pair]')
      .evaluateAll((rows) =>
        rows.map(
          (row) => [row.getAttribute('data-pair'), row.querySelector('.number')?.textContent ?? ''] as const,
        ),
      )
    expect(shown.length).toBeGreaterThan(0)
    const compared = shown.filter(([id]) => id !== null && id in told)
    expect(compared.length, `pairs of the ${end} whose priority the browser tells`).toBeGreaterThan(0)
    for (const [id, number] of compared) expect(Number(number), `${end} ${id}`).toBe(told[String(id)])
    const ranks = shown.map(([, number]) => BigInt(number))
    expect(ranks).toEqual([...ranks].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
  }
  await expect(page.locator('[data-path]')).toHaveAttribute('data-path', /direct|reflexive/)
  expect(complaints).toEqual([])
})

test('five hundred candidates: few are drawn, every one can be reached', async ({ page }) => {
  const { complaints } = watchPage(page)
  await keepConnections(page)
  await page.goto('en/call/send-offer/')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'send-offer', 'done')
  // The browser's own candidates come before these.
  await expect.poll(() => page.evaluate(isGathered)).toBe(true)
  await page.evaluate(() => {
    const [pc] = (globalThis as unknown as { kept: RTCPeerConnection[] }).kept
    for (let n = 0; n < 500; n += 1) {
      const line = `candidate:7 1 udp 2122260223 192.0.2.${String(n % 250)} ${String(20_000 + n)} typ host`
      const candidate = new RTCIceCandidate({ candidate: line, sdpMid: '0', sdpMLineIndex: 0 })
      pc?.dispatchEvent(new RTCPeerConnectionIceEvent('icecandidate', { candidate }))
    }
  })

  await page.locator('[data-tab="ice"]').click()
  const list = page.getByRole('listbox')
  await list.focus()
  await page.keyboard.press('End')
  const last = list.locator('[aria-selected="true"]')
  await expect(last).toBeInViewport()
  expect(Number(await last.getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(500)
  await expect(last).toHaveAttribute('aria-posinset', (await last.getAttribute('aria-setsize')) ?? '')
  await expect(page.locator('.note .line')).toContainText('candidate:7')
  expect(await list.locator('[role="option"]').count()).toBeLessThan(80)

  await page.locator('[data-tab="wire"]').click()
  const messages = page.locator('[data-message="candidate"]')
  const earlier = page.locator('[data-action="earlier"]')
  await expect(earlier).toContainText('earlier messages')
  while ((await earlier.count()) > 0) await earlier.click()
  await expect.poll(() => messages.count()).toBeGreaterThanOrEqual(500)
  await messages.last().getByRole('button').click()
  await expect(messages.last().locator('.body')).toContainText('candidate:7')
  expect(complaints).toEqual([])
})

test('numbers move, charts are drawn, and axe finds nothing in the three panels @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await chooseTheme(page, 'dark')
  await connect(page, 'both')
  const check = async (state: string) => {
    const { violations } = await axeOn(page).include('[role="tabpanel"][data-state="active"]').analyze()
    expect(violations, state).toEqual([])
  }

  await page.locator('[data-tab="ice"]').click()
  await view(page, 0).click()
  await page.locator('[data-candidate]').first().click()
  await check('candidates')
  await view(page, 1).click()
  await expect(page.locator('[data-selected="true"]')).toBeVisible()
  await check('pairs')

  await page.locator('[data-tab="wire"]').click()
  await page.locator('[data-message="description"] button').first().click()
  await check('wire')

  await page.locator('[data-tab="stats"]').click()
  await expect(page.locator('[data-stat="dtlsState"] td').first()).toHaveText('connected')
  for (const place of [0, 1]) {
    await expect(page.locator('[data-stat="bitrateIn"] td').nth(place)).toHaveText(
      /[1-9]\d* [kM]bit\/s|[\d.]+ Mbit\/s/,
    )
  }
  await expect(page.locator('[data-chart] canvas')).toHaveCount(6)
  await check('stats')
  expect(complaints).toEqual([])
})
