import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listBuild, writeFileList } from '../../build/offline-plugin'
import { createStaticServer } from '../../scripts/serve.mjs'
import { expectConnected, expectStatus, nextButton, watchPage } from './page'

/* A copy of the build under a sub-path on a server of its own, which the test can change and stop. */
test.use({ serviceWorkers: 'allow' })

const BASE = '/a/sub/path/'
let folder: string
let server: Server
let address: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-'))
  cpSync('dist', folder, { recursive: true })
  server = createStaticServer({ root: folder, base: BASE })
  server.prependListener('request', keepNothing)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${BASE}`
})

test.afterEach(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

/** Disables the browser's HTTP cache, so that what works comes from the worker. */
function keepNothing(_request: IncomingMessage, response: ServerResponse) {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status: number, headers?: unknown) =>
    writeHead(status, { ...(headers as OutgoingHttpHeaders), 'Cache-Control': 'no-store' })
}

async function stop() {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

/** A worker controls a page only once it has stored its core. */
async function expectKept(page: Page) {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 120_000 })
    .toBe('activated')
}

/**
 * Publishes another version, which shows in the English pages; a script of the previous one is no longer on the host.
 */
function publish(version: string) {
  const assets = join(folder, 'assets')
  for (const name of readdirSync(assets)) if (/^StatsPanel-.*\.js$/.test(name)) rmSync(join(assets, name))
  for (const name of readdirSync(join(folder, 'en'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue
    const file = join(folder, 'en', name)
    const html = readFileSync(file, 'utf8').replace(
      /<html( data-version="[^"]*")?/,
      `<html data-version="${version}"`,
    )
    writeFileSync(file, html)
  }
  writeFileList(folder)
}

test('after one visit all of it works without network', async ({ page: first, context }) => {
  const watched = [watchPage(first)]
  /** A new tab: Firefox reports requests that were still under way when a page is left for another. */
  async function openTab() {
    const tab = await context.newPage()
    watched.push(watchPage(tab))
    return tab
  }

  await first.goto(`${address}en/call/`)
  await expectKept(first)
  await stop()

  await test.step('a page that was never opened, on it a whole call and the other language', async () => {
    const page = await openTab()
    await page.goto(`${address}en/call/connected/`)
    await page.locator('[data-action="test-pattern"]').click()
    await page.locator('[data-action="run-to"]').click()
    await expectStatus(page, 'set-remote-answer', 'done')
    await expectConnected(page)
    await page.keyboard.press('l')
    await expect(page).toHaveURL(/both\/call\/connected/)
    await expect(page.locator('h1')).toContainText(/[\u4e00-\u9fff]/)
  })

  await test.step('a concept, the glossary', async () => {
    const concept = await openTab()
    await concept.goto(`${address}zh/concepts/ice/`)
    await expect(concept.locator('h1')).toContainText('ICE')
    const glossary = await openTab()
    await glossary.goto(`${address}both/glossary`)
    await expect(glossary).toHaveURL(`${address}both/glossary/`)
    await expect(glossary.locator('dl > div').first()).toBeVisible()
  })
  expect(watched.flatMap(({ complaints }) => complaints)).toEqual([])

  await test.step('an address that does not exist says so', async () => {
    const page = await context.newPage()
    const response = await page.goto(`${address}en/no/such/page/`)
    expect(response?.status()).toBe(404)
    await expect(page.locator('section[lang="en"] a').first()).toBeVisible()
  })
})

test('what everyone stores stays small; the rest is stored on use, or all of it by one button @deep', async ({
  page,
}) => {
  const { core, rest } = listBuild(folder)
  const bytes = Object.keys(core).map((path) => readFileSync(join(folder, path || 'index.html')).length)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3_200_000)

  const { complaints } = watchPage(page)
  await page.goto(`${address}en/`)
  await expectKept(page)
  const used = 'en/concepts/nat/'
  expect(await keptPaths(page)).not.toContain(used)
  await untilLoaded(page)
  await page.goto(`${address}${used}`)
  await expect.poll(() => keptPaths(page)).toContain(used)

  await untilLoaded(page)
  await page.goto(`${address}en/`)
  await expect(page.locator('[data-action="keep-all"]')).toHaveText(/\(\d+\.\d MB\)/)
  await page.locator('[data-action="keep-all"]').click()
  await expect(page.locator('[data-offline] [role="status"]')).toContainText('Everything is kept', {
    timeout: 120_000,
  })
  const kept = await keptPaths(page)
  for (const path of [...Object.keys(core), ...Object.keys(rest)]) expect(kept).toContain(path)
  expect(complaints).toEqual([])
})

test('an update is announced, waits for the learner, and leaves the other tabs alone @deep', async ({
  page,
  context,
}) => {
  const { complaints } = watchPage(page)
  await page.goto(`${address}en/call/`)
  await expectKept(page)
  const notice = page.locator('[data-notice="update"]')
  await expect(notice).toHaveCount(0)

  await untilLoaded(page)
  await test.step('a version with files that do not match is never used', async () => {
    publish('broken')
    appendFileSync(join(folder, '404.html'), '<!-- of yet another version -->')
    expect(await updateAndWait(page)).toBe('redundant')
  })

  publish('2')
  await page.reload()
  await expectStatus(page, 'capture-media', 'ready')
  await page.locator('[data-action="test-pattern"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')

  await test.step('during a call it is only a notice, and another tab still gets the previous version', async () => {
    await expect(notice).toBeVisible({ timeout: 120_000 })
    await expect(page.locator('html')).not.toHaveAttribute('data-version')
    await expectStatus(page, 'capture-media', 'done')
  })

  const other = await context.newPage()
  await other.goto(`${address}en/call/`)
  await expectStatus(other, 'capture-media', 'ready')
  await expect(other.locator('html')).not.toHaveAttribute('data-version')
  // While a worker answers, Chromium lets no other take over, and it never stops an idle worker while a debugger is
  // attached, as here.
  await other.waitForLoadState('networkidle')

  await test.step('the button loads it here; the other tab is notified and continues with its own scripts', async () => {
    await notice.locator('[data-action="load-update"]').click()
    // The browser may let the previous worker finish the other tab's requests.
    await expect(page.locator('html')).toHaveAttribute('data-version', '2', { timeout: 120_000 })
    await expectStatus(page, 'capture-media', 'ready')
    await expect(other.locator('[data-notice="update"]')).toBeVisible()
    await expect(other.locator('html')).not.toHaveAttribute('data-version')
    await other.locator('[data-tab="stats"]').click()
    await expect(other.getByRole('tabpanel')).toContainText('getStats()')
    expect((await cacheNames(page)).length).toBeGreaterThan(1)
  })

  await test.step('once one page is left, the previous version is deleted', async () => {
    await other.close()
    await untilLoaded(page)
    await page.reload()
    await expect.poll(() => cacheNames(page)).toHaveLength(1)
    expect(await keptPaths(page)).toEqual(expect.arrayContaining(Object.keys(listBuild(folder).core)))
    await expect(notice).toHaveCount(0)
  })
  // Version 2 here is version 1 without a script, which it still preloads; a real one has it under another name.
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
})

/** Waits until a page has loaded its later parts: Firefox reports what leaving the page stops as exceptions. */
async function untilLoaded(page: Page) {
  await page.waitForLoadState('networkidle')
}

/** Checks for a newer worker, and returns what happened to it. */
function updateAndWait(page: Page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const worker = registration.installing
    if (worker === null) return 'none'
    return new Promise<string>((resolve) => {
      worker.addEventListener('statechange', () => resolve(worker.state))
    })
  })
}

/** What the newest version has stored, by path below the root. */
function keptPaths(page: Page) {
  return page.evaluate(async (base) => {
    const [name = ''] = await caches.keys()
    const requests = await (await caches.open(name)).keys()
    return requests.map(({ url }) => new URL(url).pathname.slice(base.length))
  }, BASE)
}

function cacheNames(page: Page) {
  return page.evaluate(() => caches.keys())
}
