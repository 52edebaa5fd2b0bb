import { expect, test } from '@playwright/test'

test('the glossary names a term in the language of the reader first', async ({ page }) => {
  for (const [reading, first, other] of [
    ['en', 'peer', '对等端'],
    ['zh', '对等端', 'peer'],
  ]) {
    await page.goto(`${reading}/glossary/`)
    await expect(page.locator('#peer dt > *')).toHaveText([first ?? '', other ?? ''])
  }
})

test('the glossary is in the order of the reader, and a letter leads to its terms', async ({ page }) => {
  for (const [reading, first, letter, term] of [
    ['en', 'A', 'T', 'transceiver'],
    ['zh', 'A', 'X', '信令'],
  ]) {
    await page.goto(`${reading}/glossary/`)
    const letters = page.locator('main nav a')
    await expect(letters.first()).toHaveText(first ?? '')
    const texts = await letters.allTextContents()
    expect(texts).toEqual([...texts].sort())
    await letters.getByText(letter ?? '', { exact: true }).click()
    const heading = page.locator(`#letter-${letter}`)
    await expect(heading).toBeInViewport()
    await expect(
      page.locator(`section:has(#letter-${letter}) dt b`).getByText(term ?? '', { exact: true }),
    ).toBeVisible()
    // The letters stay in sight, and cover no heading.
    await expect(letters.first()).toBeInViewport()
    const [bar, box] = [await page.locator('.letters').boundingBox(), await heading.boundingBox()]
    expect(box?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0) - 1)
  }
})

test('the glossary is filtered as one types', async ({ page }) => {
  await page.goto('both/glossary/')
  const terms = page.locator('main dl > div')
  await expect.poll(() => terms.count()).toBeGreaterThan(60)
  await page.getByRole('searchbox').fill('打洞')
  await expect(terms).toHaveCount(1)
  await expect(terms).toContainText('hole punching')
  await page.getByRole('searchbox').fill('no such term')
  await expect(page.getByRole('status')).toContainText('no such term')
  // What the filter hides is shown once a term leads to it.
  await page.getByRole('searchbox').fill('打洞')
  await page.locator('#hole-punching .ways a[href$="#stun"]').click()
  await expect(page.locator('#stun')).toBeInViewport()
  await expect(page.locator('#stun')).toHaveClass('here')
  await expect(page.getByRole('searchbox')).toHaveValue('')
})
