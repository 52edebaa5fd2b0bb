import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { end, openBench, openGroup, run, state } from './benchPage'
import { watchPage } from './page'
import { DEEP } from './tags'
import { overflow } from './touch'

const tray = (page: Page, name: 'caller' | 'callee') => page.locator(`[data-tray="${name}"]`)

async function createBoth(page: Page) {
  for (const name of ['caller', 'callee'] as const) {
    await run(page, name, 'media', 'create')
    await run(page, name, 'media', 'capture')
  }
  await run(page, 'caller', 'media', 'addTrack')
}

test('a call is made by hand over a tray that holds every message', async ({ page }) => {
  const { complaints } = watchPage(page)
  await openBench(page)
  await createBoth(page)
  for (const name of ['caller', 'callee'] as const)
    await tray(page, name).locator('[data-action="hold"]').click()

  await run(page, 'caller', 'description', 'setLocalDescription')
  await expect(state(page, 'caller')).toHaveText('have-local-offer')
  await run(page, 'caller', 'description', 'send')
  await expect(tray(page, 'caller').locator('[data-message]').first()).toHaveAttribute('data-kind', 'offer')

  // A candidate before its description is refused, in the words of this browser.
  await openGroup(page, 'callee', 'candidates')
  const row = end(page, 'callee').locator('li', { has: page.locator('[data-operation="addIceCandidate"]') })
  await row.locator('[aria-expanded]').click()
  await row.locator('[data-argument="candidate"]').selectOption('edited')
  const line = 'candidate:1 1 udp 2122260223 192.0.2.1 50412 typ host'
  await row
    .locator('[data-argument="json"]')
    .fill(JSON.stringify({ candidate: line, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null }))
  await expect(row).toContainText('InvalidStateError')
  await run(page, 'callee', 'candidates', 'addIceCandidate')
  await expect(page.locator('[data-strip]')).toContainText('InvalidStateError')

  await tray(page, 'caller').locator('[data-message]').first().locator('[data-action="deliver"]').click()
  await run(page, 'callee', 'description', 'setRemoteDescription')
  await expect(state(page, 'callee')).toHaveText('have-remote-offer')
  await run(page, 'callee', 'description', 'setLocalDescription')
  await run(page, 'callee', 'description', 'send')
  await tray(page, 'callee').locator('[data-kind="answer"] [data-action="deliver"]').click()
  await run(page, 'caller', 'description', 'setRemoteDescription')
  await expect(state(page, 'caller')).toHaveText('stable')

  for (const name of ['caller', 'callee'] as const)
    await tray(page, name).locator('[data-action="hold"]').click()
  for (const name of ['caller', 'callee'] as const)
    await expect(state(page, name, 'connectionState')).toHaveText('connected')
  expect(complaints).toEqual([])
})

test('an operation that is refused shows the words of the browser and its page', async ({ page }) => {
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  await openGroup(page, 'caller', 'description')
  const answer = end(page, 'caller').locator('[data-operation="createAnswer"]')
  await expect(answer).toContainText('InvalidStateError')
  await answer.click()
  await expect(page.locator('[data-strip]')).toContainText('InvalidStateError')
  await expect(page.locator('[data-strip]')).toContainText('as the specification says')
  await page.locator('[data-strip] a').click()
  await expect(page).toHaveURL(/\/en\/errors\//)
})

test('a message is edited: what is no JSON does not go, and markup stays text', async ({ page }) => {
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  await run(page, 'caller', 'description', 'setLocalDescription')
  await tray(page, 'caller').locator('[data-action="hold"]').click()
  await run(page, 'caller', 'close', 'send-bye')
  const message = tray(page, 'caller').locator('[data-message]')
  await message.locator('[data-action="edit"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[data-edit]').fill('{ "kind": ')
  await dialog.locator('[data-action="put"]').click()
  await expect(dialog.getByRole('alert')).toContainText('not JSON')
  const markup = '<img src=x onerror="globalThis.hacked=1">'
  await dialog.locator('[data-edit]').fill(
    JSON.stringify({
      kind: 'candidate',
      candidate: { candidate: markup, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null },
    }),
  )
  await dialog.locator('[data-action="put"]').click()
  await expect(dialog).toBeHidden()
  await expect(message).toHaveAttribute('data-kind', 'candidate')
  await expect(message).toContainText('edited')
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
})

test('the bench is looked back at, started again, and left without a running connection', async ({
  page,
}) => {
  await openBench(page)
  await run(page, 'caller', 'media', 'create')
  await expect(state(page, 'caller')).toHaveText('stable')
  // The timeline draws a bench, too.
  await expect(page.locator('[data-evidence]')).toContainText('create()')
  await page.locator('[data-action="scrub"]').fill('0')
  await expect(state(page, 'caller', 'none')).toBeVisible()
  await expect(end(page, 'caller').locator('[data-operation="create"]')).toBeDisabled()
  await page.locator('[data-action="to-now"]').click()
  await expect(state(page, 'caller')).toHaveText('stable')
  await page.locator('[data-action="restart"]').click()
  await expect(state(page, 'caller', 'none')).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`the map, the bench and a lab have no fault of accessibility (${theme}) @chromium${theme === 'light' ? ' @deep' : ''}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    for (const path of ['en/labs/', 'both/labs/bench/', 'zh/labs/no-tracks/']) {
      await page.goto(path)
      await expect(page.locator('[data-lab], [data-operation], [data-predict]').first()).toBeVisible()
      const { violations } = await axeOn(page).analyze()
      expect(violations, path).toEqual([])
    }
  })

test('on a phone one part stands at a time, and every part can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('en/labs/no-tracks/')
  await expect(page.locator('[data-predict]')).toBeVisible()
  await page.getByRole('tab', { name: 'Bench' }).click()
  await expect(end(page, 'caller')).toBeVisible()
  await expect(end(page, 'callee')).toHaveCount(0)
  await page.locator('input[value="callee"]').check()
  await expect(end(page, 'callee')).toBeVisible()
  await page.getByRole('tab', { name: 'Evidence' }).click()
  await expect(page.locator('[data-evidence]')).toBeVisible()
  await page.getByRole('tab', { name: 'Hints' }).click()
  await expect(page.locator('[data-action="hint"]')).toBeVisible()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test('a lab is guessed, solved on the page, explained, and marked on the map @engine', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/labs/no-tracks/')
  const goal = (id: string) => page.locator(`[data-goal="${id}"]`)
  await expect(goal('connected')).toHaveAttribute('data-met', 'false')
  await page.locator('[data-predict] [data-option="0"]').click()
  await page.locator('[data-predict] [data-action="answer"]').click()
  await expect(page.locator('[data-guess]')).toBeVisible()
  await expect(end(page, 'caller').locator('[data-operation="capture"]')).toBeEnabled()

  for (const name of ['caller', 'callee'] as const) {
    const rules = page.locator(`[data-rules="${name}"]`)
    await rules.locator('summary').click()
    await rules.locator('[data-rule="negotiation"]').selectOption('naive')
  }
  await run(page, 'callee', 'media', 'capture')
  // Its outcome may be covered at once.
  await end(page, 'callee').locator('[data-operation="addTrack"]').click()

  const solved = page.locator('[data-solved]')
  await expect(solved).toBeVisible()
  await expect(solved.locator('[data-mark="unaided"]')).toHaveAttribute('data-has', 'true')
  await expect(solved.locator('[data-mark="explained"]')).toHaveAttribute('data-has', 'false')
  await solved.locator('[data-why] [data-option="1"]').click()
  await solved.locator('[data-why] [data-action="answer"]').click()
  await expect(solved.locator('[data-mark="explained"]')).toHaveAttribute('data-has', 'true')
  await expect(solved.locator('[data-reason]')).toBeVisible()

  await page.goto('en/labs/')
  await expect(page.locator('.roads [data-lab="no-tracks"] [data-marks*="explained"]')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a solution is shown in time travel, and counts as help', async ({ page }) => {
  await page.goto('en/labs/no-tracks/')
  for (const n of [1, 2, 3]) {
    await page.locator('[data-action="hint"]').click()
    await expect(page.locator(`[data-hint="${String(n)}"]`)).toBeVisible()
  }
  await page.locator('[data-action="show-me"]').click()
  await expect(page.locator('[data-shown]')).toBeVisible()
  // It looks back at where the solution begins.
  await expect(page.locator('[data-action="to-now"]')).toBeVisible()
  await expect(page.locator('[data-goal="connected"]')).toHaveAttribute('data-met', 'true')
  await expect(page.locator('[data-solved]')).toHaveCount(0)
})

test(
  'on a projector a lab is one line, the other end its head, and pictures stay in their frame',
  { tag: DEEP },
  async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto('en/labs/no-tracks/')
    await expect(end(page, 'caller').locator('[data-operation="capture"]')).toBeEnabled()
    await expect(page.locator('[data-goal]')).toHaveCount(3)
    await page.keyboard.press('f')
    const line = page.locator('.fold > summary')
    await expect(line).toContainText('Goals 0 of 3')
    await expect(line).toContainText('not yet')
    await expect(page.locator('[data-goal]').first()).toBeHidden()
    await run(page, 'caller', 'media', 'capture')
    const frame = (await end(page, 'caller').locator('.pictures').boundingBox())!
    const picture = (await end(page, 'caller').locator('video').boundingBox())!
    expect(picture.y + picture.height).toBeLessThanOrEqual(frame.y + frame.height)
    await expect(end(page, 'callee').locator('[data-operation]')).toHaveCount(0)
    await end(page, 'callee').locator('[data-action="unfold"]').click()
    await expect(end(page, 'caller').locator('[data-operation]')).toHaveCount(0)
    await run(page, 'callee', 'media', 'capture')
    await line.click()
    await expect(page.locator('[data-goal]').first()).toBeVisible()
    expect((await axeOn(page).analyze()).violations).toEqual([])
  },
)
