import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { STEPS, stepIndex } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { axeOn } from './axe'
import { end, press, state } from './benchPage'
import { expectFrames, expectStatus, field, nextButton, step, watchPage } from './page'
import { DEEP } from './tags'

type Tabs = Record<End, Page>
const ENDS = ['caller', 'callee'] as const

function notice(page: Page) {
  return page.locator('[data-room]')
}

/** Two tabs of a new room, each seeing the other's end. */
async function openTwo(context: BrowserContext, room: string): Promise<Tabs> {
  const tabs = { caller: await context.newPage(), callee: await context.newPage() }
  for (const end of ENDS) await tabs[end].goto(`en/call/?room=${room}&end=${end}`)
  await expectTogether(tabs)
  return tabs
}

async function expectTogether(tabs: Tabs) {
  for (const end of ENDS)
    await expect(notice(tabs[end])).toHaveAttribute('data-room', /^(together|returned)$/)
}

/** Makes both tabs run their own steps to the end of one. The callee's first: it waits for its turn. */
async function runBoth(tabs: Tabs, target: StepId | 'connected') {
  const acting = STEPS.find(({ id }) => id === target)?.end
  for (const end of ['callee', 'caller'] as const) {
    const page = tabs[end]
    const place = target === 'connected' ? page.locator('.transport') : step(page, target)
    const isNext = (await place.getAttribute('data-status')) === 'ready'
    if (isNext && end !== acting) continue
    // The caller has nothing to do before the callee's step once its offer was sent.
    const hasOffered = (await step(page, 'send-offer').getAttribute('data-status')) === 'done'
    if (end === 'caller' && acting === 'callee' && hasOffered) continue
    // Not click(): beside moving videos, waiting for a stable page takes a second each time.
    const button = isNext ? nextButton(page) : page.locator('[data-action="run-to"]')
    // The other tab's steps change the lesson, perhaps between the two clicks.
    await expect(async () => {
      await place.dispatchEvent('click')
      await button.dispatchEvent('click', {}, { timeout: 1_000 })
    }).toPass()
  }
  for (const end of ENDS) {
    if (target !== 'connected') await expectStatus(tabs[end], target, 'done')
  }
}

/**
 * Waits for a connection at both ends. Firefox gives ICE up 5 s after step 10, which a busy machine misses, and an ICE
 * restart then revives only one direction: then the test uses the page's button to start over.
 */
async function expectCall(tabs: Tabs) {
  const state = field(tabs.callee, 'callee', 'connectionState')
  await expect(state).toHaveText(/connected|failed/, { timeout: 30_000 })
  if ((await state.textContent())?.trim() === 'failed') {
    await tabs.caller.locator('[data-action="restart"]').click()
    for (const end of ENDS) await expectStatus(tabs[end], 'capture-media', 'ready')
    await runBoth(tabs, 'connected')
  }
  for (const end of ENDS) {
    await expect(field(tabs[end], end, 'connectionState')).toHaveText('connected', { timeout: 30_000 })
  }
}

async function expectAccessible(page: Page, ...parts: string[]) {
  const axe = axeOn(page)
  for (const part of parts) axe.include(part)
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('from one tab to two: each runs its own steps, and the call connects', async ({ page, context }) => {
  const { complaints } = watchPage(page)
  await page.goto('both/call/')
  await page.locator('[data-action="two-tabs"]').click()
  await expectAccessible(page, '[data-dialog="tabs"]')
  const opened = context.waitForEvent('page')
  await page.locator('[data-action="open-tab"]').click()
  const tabs = { caller: page, callee: await opened }
  const { complaints: others } = watchPage(tabs.callee)
  await expectTogether(tabs)
  await expect(page).toHaveURL(/end=caller/)

  // Each tab leads to the other by its window; their titles tell them apart.
  await expect(page).toHaveTitle(/^呼叫方 · /)
  await expect(tabs.callee).toHaveTitle(/^被叫方 · /)
  for (const end of ENDS) {
    await tabs[end].locator('[data-room-action="goThere"]').click()
    await expect(tabs[end].locator('[data-which-tab]')).toBeAttached()
  }
  expect(context.pages()).toHaveLength(2)

  for (const { id, end } of STEPS) {
    const [acting, other] = end === 'caller' ? [tabs.caller, tabs.callee] : [tabs.callee, tabs.caller]
    await expectStatus(acting, id, 'ready')
    await expectStatus(other, id, 'ready')
    await expect(nextButton(other)).toHaveAttribute('aria-disabled', 'true')
    await other.keyboard.press('ArrowRight')
    await expectStatus(acting, id, 'ready')
    await nextButton(acting).dispatchEvent('click')
    await expectStatus(acting, id, 'done')
    await expectStatus(other, id, 'done')
  }

  await expectCall(tabs)
  for (const end of ENDS) {
    // Firefox draws no video in a background tab.
    await tabs[end].bringToFront()
    await expectFrames(tabs[end], end)
  }
  await expectAccessible(page, '[data-room]', '.elsewhere')

  await tabs.callee.locator('[data-action="hang-up"]').click()
  for (const end of ENDS) await expect(field(tabs[end], end, 'signalingState')).toHaveText('closed')
  expect([...complaints, ...others]).toEqual([])
})

/** Up to this step, the other end has received nothing of the first connection. */
const LAST_HARMLESS = { caller: 'gather-candidates', callee: 'set-local-answer' } as const

for (const end of ENDS) {
  test(`the ${end} is loaded again after each of the 13 steps @deep`, async ({ context, browserName }) => {
    test.slow()
    // The outcome of a reload depends only on this code, so one browser runs all cases, the other those where it
    // changes.
    const telling = [LAST_HARMLESS[end], STEPS[stepIndex(LAST_HARMLESS[end]) + 1]?.id, STEPS.at(-1)?.id]
    const steps = browserName === 'chromium' ? STEPS : STEPS.filter(({ id }) => telling.includes(id))
    const tabs = await openTwo(context, `reload-${end}`)
    const other = tabs[end === 'caller' ? 'callee' : 'caller']

    for (const { id } of steps) {
      await runBoth(tabs, id)
      await tabs[end].reload()
      if (stepIndex(id) <= stepIndex(LAST_HARMLESS[end])) {
        // Its first step must be done again; the other end's steps stay done.
        await expect(notice(other)).toHaveAttribute('data-room', 'returned')
        await expectTogether(tabs)
        const [redo] = STEPS.filter((one) => one.end === end && stepIndex(one.id) <= stepIndex(id))
        for (const one of ENDS) if (redo) await expectStatus(tabs[one], redo.id, 'ready')
        continue
      }
      await expect(notice(other)).toHaveAttribute('data-room', 'lost-there')
      await expect(notice(tabs[end])).toHaveAttribute('data-room', 'lost-here')
      // The button works in either tab; the steps of the next round show that it leads to a call.
      const willing = stepIndex(id) % 2 === 0 ? other : tabs[end]
      await willing.locator('[data-room-action="startOver"]').click()
      for (const one of ENDS) await expectStatus(tabs[one], 'capture-media', 'ready')
    }

    await runBoth(tabs, 'connected')
    await expectCall(tabs)
  })
}

test('from one device to two: over the relay each runs its own steps, and the call connects @engine @deep', async ({
  browser,
  page: caller,
}) => {
  await caller.goto('en/call/')
  await caller.locator('[data-action="two-tabs"]').click()
  const dialog = caller.getByRole('dialog')
  await dialog.locator('label', { hasText: 'another device' }).click()
  await expectAccessible(caller, '[data-dialog="tabs"]')
  await dialog.locator('[data-action="open-tab"]').click()
  const address = await dialog.locator('[data-field="tab-address"]').inputValue()
  await caller.keyboard.press('Escape')
  await expect(notice(caller)).toHaveAttribute('data-room', 'alone')

  // Another browser in which nothing of the first is stored: they share the relay only.
  const other = await browser.newContext()
  const callee = await other.newPage()
  await callee.goto(address)
  const tabs = { caller, callee }
  await expectTogether(tabs)
  await expect(callee.locator('[data-clock]')).toContainText(/estimated, ±\d+ ms/)
  await runBoth(tabs, 'connected')
  await expectCall(tabs)
  for (const end of ENDS) await expectFrames(tabs[end], end)

  await callee.close()
  await expect(notice(caller)).toHaveAttribute('data-room', 'gone')
  await other.close()
})

test('a third tab is told that the room is full, watches, and may take a role that is free @deep', async ({
  context,
}) => {
  const tabs = await openTwo(context, 'full')
  await runBoth(tabs, 'create-offer')
  const third = await context.newPage()
  const { complaints } = watchPage(third)
  await third.goto('zh/call/?room=full&end=callee')
  await expect(notice(third)).toHaveAttribute('data-room', 'full')
  await expectStatus(third, 'create-offer', 'done')
  await expect(nextButton(third)).toHaveAttribute('aria-disabled', 'true')
  await expect(third.locator('[data-action="restart"]')).toBeDisabled()
  await runBoth(tabs, 'create-answer')
  await expectStatus(third, 'create-answer', 'done')

  await tabs.callee.close()
  await expect(notice(tabs.caller)).toHaveAttribute('data-room', 'gone')
  await expect(notice(third)).toHaveAttribute('data-room', 'role-free')
  await third.locator('[data-room-action="takeRole"]').click()
  await expect(notice(third)).toHaveAttribute('data-room', 'together')
  await expect(third).toHaveURL(/end=callee/)
  const next = { caller: tabs.caller, callee: third }
  await runBoth(next, 'connected')
  await expectCall(next)
  expect(complaints).toEqual([])
})

test('a blocked popup shows its address; a tab that comes late gets the whole call @deep', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    window.open = () => null
  })
  await page.goto('en/call/')
  await page.locator('[data-action="two-tabs"]').click()
  await page.locator('[data-action="open-tab"]').click()
  const address = await page.locator('[data-dialog="tabs"] [data-field="tab-address"]').inputValue()
  await page.keyboard.press('Escape')
  await expect(notice(page)).toHaveAttribute('data-room', 'alone')
  await step(page, 'send-offer').click()
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'send-offer', 'done')

  const late = await context.newPage()
  await late.goto(address)
  await expectStatus(late, 'send-offer', 'done')
  // A tab that this one has not opened cannot be switched to: its title says which it is.
  await late.locator('[data-room-action="goThere"]').click()
  await expect(late.locator('[data-which-tab]')).toContainText('the tab of the caller')
  await expect(page).toHaveTitle(/^Caller · /)
  expect(context.pages()).toHaveLength(2)
  await runBoth({ caller: page, callee: late }, 'connected')
  await expectCall({ caller: page, callee: late })
})

test(
  'a bench in two tabs: each plays its end and shows the other',
  { tag: DEEP },
  async ({ page, context }) => {
    const { complaints } = watchPage(page)
    await page.goto('en/labs/bench/')
    await expect(page.locator('[data-end="caller"] [data-operation="create"]')).toBeEnabled()
    await page.locator('[data-action="two-tabs"]').click()
    const opened = context.waitForEvent('page')
    await page.locator('[data-action="open-tab"]').click()
    const tabs: Tabs = { caller: page, callee: await opened }
    const { complaints: others } = watchPage(tabs.callee)
    await expectTogether(tabs)
    await expect(page).toHaveURL(/\/labs\/bench\/\?.*end=caller/)
    await expect(tabs.callee).toHaveURL(/\/labs\/bench\/\?.*end=callee/)
    await expect(tabs.callee).toHaveTitle(/^Callee · /)

    const run = (name: End, group: string, operation: string) => press(tabs[name], name, group, operation)
    const both = async (check: (tab: Page) => Promise<void>) => {
      for (const tab of Object.values(tabs)) await check(tab)
    }

    // The end of the other tab is looked at only.
    await expect(end(tabs.caller, 'callee').locator('[data-elsewhere]')).toBeVisible()
    await expect(end(tabs.caller, 'callee').locator('[data-operation="create"]')).toBeDisabled()

    for (const name of ENDS) await run(name, 'media', 'create')
    await both((tab) => expect(state(tab, 'callee', 'signalingState')).toHaveText('stable'))
    await run('caller', 'channels', 'createDataChannel')
    await tabs.caller.locator('[data-tray="caller"] [data-action="hold"]').click()
    await run('caller', 'description', 'setLocalDescription')
    await run('caller', 'description', 'send')
    await both((tab) => expect(tab.locator('[data-tray="caller"] [data-message]').first()).toBeVisible())
    await expect(tabs.callee.locator('[data-tray="caller"] [data-action="deliver"]').first()).toBeDisabled()
    await tabs.caller.locator('[data-tray="caller"] [data-action="hold"]').click()
    await both((tab) => expect(tab.locator('[data-tray="caller"] [data-message]')).toHaveCount(0))

    await run('callee', 'description', 'setRemoteDescription')
    await both((tab) => expect(state(tab, 'callee', 'signalingState')).toHaveText('have-remote-offer'))
    await run('callee', 'description', 'setLocalDescription')
    await run('callee', 'description', 'send')
    await run('caller', 'description', 'setRemoteDescription')
    for (const name of ENDS)
      await both((tab) => expect(state(tab, name, 'connectionState')).toHaveText('connected'))
    await expectAccessible(tabs.callee, '[data-room]', '[data-end="caller"]')

    await tabs.callee.locator('[data-action="restart"]').click()
    for (const name of ENDS) await both((tab) => expect(state(tab, name, 'none')).toBeVisible())
    // A reload takes the same role again.
    await tabs.callee.reload()
    await expectTogether(tabs)
    expect([...complaints, ...others]).toEqual([])
  },
)
