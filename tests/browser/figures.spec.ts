import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { axeOn } from './axe'
import { chooseTheme, watchPage } from './page'

async function violations(page: Page, figure: string) {
  return (await axeOn(page).include(`[data-figure="${figure}"]`).analyze()).violations
}

/** Nothing in the figure extends beyond its edge. */
async function expectNoOverflow(figure: Locator): Promise<void> {
  expect(await figure.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
}

test('the NAT playground shows when a call needs TURN, and that TURN connects it @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await chooseTheme(page, 'light')
  await page.goto('en/concepts/nat/')
  const figure = page.locator('[data-nat-playground]')
  const words = figure.getByRole('status')
  await expect(figure).toContainText('A simulation')

  await figure.locator('[data-nat-action="end"]').click()
  await expect(words).toHaveAttribute('data-outcome', 'direct')
  await expect(words).toContainText('srflx ↔ srflx')

  await figure.locator('[data-nat="caller"]').selectOption('symmetric')
  await expect(words).toContainText('moment 1 of')
  await figure.getByRole('group', { name: 'The network' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(words).toContainText('moment 2 of')
  await page.keyboard.press('End')
  await expect(words).toHaveAttribute('data-outcome', 'needs-turn')
  expect(await violations(page, 'nat-playground')).toEqual([])

  const chosen = figure.locator('[aria-selected="true"]')
  await expect(chosen).toHaveText(/fails/)
  await figure.getByRole('checkbox').check()
  await figure.locator('[data-nat-action="end"]').click()
  await expect(words).toHaveAttribute('data-outcome', 'relay')
  await expect(words).toContainText('prflx ↔ relay')
  await expect(chosen).toHaveText(/relay/)

  // A cell chooses both NATs; the arrow keys go from cell to cell.
  await figure.locator('[data-nat-cell="restricted symmetric"]').click()
  await expect(figure.locator('[data-nat="caller"]')).toHaveValue('restricted')
  await expect(figure.locator('[data-nat="callee"]')).toHaveValue('symmetric')
  await expect(words).toContainText('moment 1 of')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await expect(chosen).toHaveAttribute('data-nat-cell', 'port-restricted full-cone')
  await expect(chosen).toBeFocused()
  await expect(figure.locator('[data-nat="callee"]')).toHaveValue('full-cone')

  // The button stays where it is, however long the words are.
  const next = figure.locator('[data-nat-action="next"]')
  const tops = new Set<number>()
  while (await next.isEnabled()) {
    tops.add(await next.evaluate((button) => (button.closest('.buttons') as HTMLElement).offsetTop))
    await next.click()
  }
  expect([...tops]).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('the byte view computes an address, by pointer and by keys', async ({ page }) => {
  const { complaints } = watchPage(page)
  await chooseTheme(page, 'light')
  await page.goto('en/concepts/stun-turn/')
  const figure = page.locator('[data-byte-view]')
  const note = figure.locator('[data-byte-note]')
  await expect(note).toContainText('0xea12d527 XOR 0x2112a442 = 0xcb007165')

  // Before the app has taken over the page, only a pointer that moves again is noticed.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await figure.locator('[data-range="crc"]').hover()
    await expect(note).toContainText('0x2604dce7 ✓', { timeout: 1_000 })
  }).toPass()
  await figure.locator('[data-range="stun-cookie"]').click()
  await figure.getByRole('listbox').focus()
  await page.keyboard.press('ArrowRight')
  await expect(figure.getByRole('option', { selected: true })).toHaveAttribute(
    'data-range',
    'stun-transaction',
  )
  await page.keyboard.press('Home')
  await expect(figure.getByRole('option', { selected: true })).toHaveAttribute('data-range', 'stun-type')
  expect(await violations(page, 'byte-view')).toEqual([])

  // The explanation stands beside the bytes.
  const [bytes, beside] = [await figure.locator('.dump').boundingBox(), await note.boundingBox()]
  expect(beside?.x).toBeGreaterThanOrEqual((bytes?.x ?? 0) + (bytes?.width ?? 0))
  expect(beside?.y).toBeCloseTo(bytes?.y ?? 0, 0)

  await figure.getByRole('radio', { name: 'DTLS ClientHello' }).check({ force: true })
  await expect(figure.locator('[data-range="hello-random"]')).toBeVisible()
  await figure.getByRole('radio', { name: 'RTP (Opus)' }).check({ force: true })
  await figure.locator('[data-range="rtp-marker-type"]').click()
  await expect(note).toContainText('M=0 PT=111')
  expect(complaints).toEqual([])
})

for (const { concept, figure } of [
  { concept: 'nat', figure: 'nat-playground' },
  { concept: 'stun-turn', figure: 'byte-view' },
]) {
  test(`${figure} in both languages, dark, on a phone`, async ({ page }) => {
    await chooseTheme(page, 'dark')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`both/concepts/${concept}/`)
    const frame = page.locator(`[data-figure="${figure}"]`)
    await expect(frame.getByRole('status')).toBeVisible()
    await frame.locator('summary').click()
    await expectNoOverflow(frame)
    expect(await violations(page, figure)).toEqual([])
  })
}
