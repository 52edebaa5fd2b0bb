import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'

/** A page of another origin with these addresses in frames; it collects the heights that they tell. */
async function openForeignPage(page: Page, addresses: readonly string[]) {
  const frames = addresses.map(
    (src) => `<iframe title="${src}" src="${src}" width="700" height="300"></iframe>`,
  )
  const script = `window.told = [...document.querySelectorAll('iframe')].map(() => [])
    addEventListener('message', ({ source, data }) => {
      const at = [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source)
      told[at]?.push(data)
    })`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Foreign</title><link rel="icon" href="data:,">
      <body>${frames.join('')}<script>${script}</script>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // 127.0.0.1 serves the app: `localhost` is another site.
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  return () => new Promise((done) => server.close(done))
}

const told = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { told: { type: string; height: number }[][] }).told)

test('parts in frames of a foreign page work, tell their height and log nothing @chromium', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  const parts = [
    'en/figures/glare/?theme=dark',
    'zh/charts/caller/',
    'en/steps/?from=create-offer&to=send-offer&theme=light',
    'both/recordings/firefox-ice-failed/#create-answer',
  ]
  const close = await openForeignPage(
    page,
    parts.map((part) => `${String(baseURL)}/embed/${part}`),
  )
  const frames = parts.map((_, index) => page.locator('iframe').nth(index).contentFrame())
  const [figure, chart, steps, recording] = frames as [(typeof frames)[0], ...typeof frames]

  await expect(figure.locator('figcaption')).toContainText('Two offers collide')
  await expect(figure.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(chart!.getByRole('heading')).toHaveText('呼叫方的状态机')
  await expect(chart!.locator('svg').first()).toBeVisible()
  const step = steps!.locator('article:visible')
  await expect(step).toHaveAttribute('id', 'create-offer')
  for (const id of ['set-local-offer', 'gather-candidates', 'send-offer']) {
    await steps!.getByRole('button', { name: 'Next' }).click()
    await expect(step).toHaveAttribute('id', id)
  }
  await expect(steps!.getByRole('button', { name: 'Next' })).toBeDisabled()
  await expect(recording!.locator('article:visible')).toHaveAttribute('id', 'create-answer')

  for (const [index, frame] of frames.entries()) {
    const own = await frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
    await expect
      .poll(async () => (await told(page))[index]?.at(-1), { message: parts[index] ?? '' })
      .toEqual({ type: 'handshake.height', height: own })
    expect(own).toBeGreaterThan(100)
  }
  expect(complaints).toEqual([])
  await close()
})

test('only what is under embed/ may be framed, and an unknown address there says so @engine', async ({
  page,
  baseURL,
}) => {
  const close = await openForeignPage(page, [
    `${String(baseURL)}/en/call/`,
    `${String(baseURL)}/embed/en/figures/nothing/`,
  ])
  await expect(page.locator('iframe').nth(1).contentFrame().locator('body')).toContainText(
    'nothing to embed at this address',
  )
  await expect(page.locator('iframe').nth(0).contentFrame().locator('#app')).toHaveCount(0)
  await close()
})

test('an embedded part works where storage is blocked, and axe finds nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
  })
  for (const part of [
    'en/figures/nat-playground/',
    'zh/figures/ice-checks/?theme=dark',
    'en/charts/callee/',
    'zh/steps/',
  ]) {
    await page.goto(`embed/${part}`)
    await expect(page.locator('figcaption, svg, article').first()).toBeVisible()
    expect((await axeOn(page).analyze()).violations, part).toEqual([])
  }
})

test('the button below a figure copies an element that shows it', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('en/concepts/perfect-negotiation/')
  await page.locator('[data-figure="glare"] [data-action="embed"]').click()
  await expect(page.locator('[data-figure="glare"] [data-action="embed"]')).toHaveText('Copied')
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toContain(`<iframe src="${String(baseURL)}/embed/en/figures/glare/"`)
})
