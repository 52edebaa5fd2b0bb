import { copyFile, mkdtemp } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { build } from 'vite'
import { createStaticServer } from '../../scripts/serve.mjs'
import { axeOn } from './axe'
import { expectStatus, watchPage } from './page'

const FOLDER = join(import.meta.dirname, 'inspected')
let server: Server
let address = ''

test.beforeAll(async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'handshake-inspected-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, lib: { entry: join(FOLDER, 'app.ts'), formats: ['es'], fileName: 'app' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await copyFile(join(FOLDER, 'index.html'), join(outDir, 'index.html'))
  server = createStaticServer({ root: outDir })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
})

test.afterAll(() => {
  server.close()
})

/**
 * The library sends when the browser is idle, without a limit; Chromium on a busy machine may not be idle for minutes.
 * Here it is at the latest after 200 ms.
 */
function limitIdleWait() {
  const original = globalThis.requestIdleCallback.bind(globalThis)
  globalThis.requestIdleCallback = (run, options) => original(run, { timeout: 200, ...options })
}

/** Opens another app, on a different origin from the inspector's. */
async function openApp(page: Page, how: 'popup' | 'iframe'): Promise<Page | Frame> {
  const { baseURL = '' } = test.info().project.use
  await page.addInitScript(limitIdleWait)
  await page.goto(`${address}?${how}&inspector=${encodeURIComponent(`${baseURL}/inspector.html`)}`)
  const button = page.locator('#open')
  if (how === 'popup') {
    const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()])
    return popup
  }
  await button.click()
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame()
  if (!frame) throw new Error('the app shows no frame')
  return frame
}

async function tell(page: Page, name: string, type: string, times = 1) {
  await page.evaluate(
    ([actor, event, count]) => {
      const { tell: run } = globalThis as unknown as { tell(name: string, type: string, times: number): void }
      run(actor, event, count)
    },
    [name, type, times] as const,
  )
}

function lit(view: Page | Frame, id: string) {
  return view.locator(`[data-state-id="${id}"][data-active="true"]`)
}

for (const how of ['popup', 'iframe'] as const) {
  test(`another app is inspected in a ${how}${how === 'popup' ? ' @engine' : ''}`, async ({
    page,
    context,
  }) => {
    const view = await openApp(page, how)
    const requests: string[] = []
    context.on('request', (request) => requests.push(new URL(request.url()).hostname))

    await view.locator('[data-actor="light"]').click()
    await expect(lit(view, 'light.cars.green')).toBeVisible({ timeout: 30_000 })
    await expect(lit(view, 'light.lamp.ok')).toBeVisible()
    for (const label of ['after 3600000 ms', 'always', 'COUNTDOWN', 'REPAIR'])
      await expect(view.locator('.edge', { hasText: label })).not.toHaveCount(0)

    await tell(page, 'light', 'NEXT', 2)
    await tell(page, 'light', 'BREAK')
    await expect(lit(view, 'light.cars.red.walk')).toBeVisible()
    await expect(lit(view, 'light.lamp.broken')).toBeVisible()
    await expect(view.locator('[data-look="taken"]')).toHaveText(/BREAK/)
    await tell(page, 'light', 'COUNTDOWN')
    await expect(lit(view, 'light.cars.red.stop')).toBeVisible()
    await expect(view.locator('[data-look="taken"]')).toHaveCount(2)

    await tell(page, 'parent', 'SPAWN')
    await view.locator('[data-actor="child"]').click()
    await expect(lit(view, 'toggle.off')).toBeVisible()
    await expect(view.locator('[data-actor="promise"]')).toHaveAttribute('data-status', 'done')

    await tell(page, 'toggle', 'TOGGLE')
    await view.locator('[data-actor="toggle"]').click()
    await expect(lit(view, 'toggle.on')).toBeVisible()
    await expect(view.locator('[data-key="count"][data-change="changed"]')).toContainText('1')
    await view.locator('[name="filter"]').fill('COUNTDOWN')
    await expect(view.locator('[data-row]')).toHaveCount(1)
    await view.locator('[data-event="COUNTDOWN"]').click()
    await expect(lit(view, 'light.cars.red.stop')).toBeVisible()
    await view.locator('[data-action="live"]').click()
    await view.locator('label', { hasText: /^(Sequence|时序图)$/ }).click()
    await expect(view.locator('[data-arrow="TOGGLE"]')).not.toHaveCount(0)
    expect(requests.filter((host) => !['127.0.0.1', 'localhost'].includes(host))).toEqual([])
  })
}

test('a thousand events later nothing is lost, and a press is still answered', async ({ page }) => {
  const view = await openApp(page, 'popup')
  await expect(view.locator('[data-actor="toggle"]')).toBeVisible({ timeout: 30_000 })
  // Three machines have started.
  await expect(view.locator('[data-count]')).toContainText(/\b3\b/)
  await tell(page, 'toggle', 'TOGGLE', 1_000)
  await expect(view.locator('[data-count]')).toContainText('1003', { timeout: 60_000 })
  await view.locator('[data-actor="toggle"]').click()
  await expect(view.locator('[data-value]')).toContainText('off')
  await expect(view.locator('[data-key="count"]').last()).toContainText('500')
  await view.locator('[name="filter"]').fill('init')
  await expect(view.locator('[data-row]')).toHaveCount(3)
})

test('our call: opened late, reloaded on either side, and answering @deep', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/call/create-offer/?tab=machine')
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'create-offer', 'done')
  const opener = page.locator('[data-action="inspector-window"]')
  await expect(opener).toBeEnabled()
  const [view] = await Promise.all([page.waitForEvent('popup'), opener.click()])
  const watched = watchPage(view)

  await expect(lit(view, 'caller.set-local-offer.ready')).toBeVisible({ timeout: 30_000 })
  await view.locator('[name="filter"]').fill('step.run')
  const runs = view.locator('[data-event="step.run"]')
  await expect(runs).not.toHaveCount(0)
  const before = await view.locator('[data-count]').textContent()

  await view.reload()
  await expect(lit(view, 'caller.set-local-offer.ready')).toBeVisible({ timeout: 30_000 })
  await view.locator('[name="filter"]').fill('step.run')
  await expect(view.locator('[data-count]')).toHaveText(before ?? '')
  await view.locator('[data-send="step.run"]').click()
  await expectStatus(page, 'set-local-offer', 'done')
  await expect(lit(view, 'gather-candidates')).toBeVisible()

  // A request from a stranger, and one for something that no learner does.
  await view.evaluate(() => {
    const app = window.opener as WindowProxy
    app.postMessage({ type: '@handshake.send', sessionId: 'x:0', event: { type: 'signal.bye' } }, '*')
  })
  await page.evaluate(() => {
    postMessage({ type: '@handshake.send', sessionId: 'x:0', event: { type: 'call.hang-up' } }, '*')
  })

  const axe = await axeOn(view).include('main').analyze()
  expect(axe.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await page.reload()
  await expectStatus(page, 'capture-media', 'ready')
  await expect(lit(view, 'caller.capture-media.ready')).toBeVisible({ timeout: 30_000 })
  expect(complaints).toEqual([])
  expect(watched.complaints).toEqual([])
})
