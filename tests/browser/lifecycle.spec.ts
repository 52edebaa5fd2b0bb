import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { StepId } from '../../machines/steps'
import { STEPS, stepIndex } from '../../machines/steps'
import { expectHeld, keepLedger } from './ledger'
import {
  expectConnected,
  expectFrames,
  expectStatus,
  nextButton,
  repairIfOffered,
  step,
  watchPage,
} from './page'

async function runTo(page: Page, target: StepId) {
  await step(page, target).dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await expectStatus(page, target, 'done')
}

async function expectFreshCall(page: Page) {
  await page.locator('.transport').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await repairIfOffered(page)
  await expectConnected(page)
}

const WAITING: readonly StepId[] = [
  'capture-media',
  'create-offer',
  'set-local-offer',
  'set-remote-offer',
  'prepare-callee-media',
  'create-answer',
  'set-local-answer',
  'set-remote-answer',
]

test('starting over while the browser works on a step: it never answers, and nothing waits for it @deep', async ({
  page,
}) => {
  test.slow()
  const { complaints } = watchPage(page)
  await keepLedger(page)
  await page.goto('en/call/')
  for (const id of WAITING) {
    await expectStatus(page, 'capture-media', 'ready')
    const before = STEPS[stepIndex(id) - 1]
    if (before) await runTo(page, before.id)
    await expectStatus(page, id, 'ready')
    // Both in one task: the promise of the call is pending when its connection closes.
    await page.evaluate(() => {
      for (const action of ['next', 'restart'])
        document.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click()
    })
    await expectStatus(page, 'capture-media', 'ready')
    await expectStatus(page, 'add-tracks', 'todo')
    await expectHeld(page, { channels: 2 })
  }
  await expectFreshCall(page)
  expect(complaints).toEqual([])
})

test('a page that is brought back says that its call is over, and starts another @engine', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.goto('both/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await runTo(page, 'set-remote-offer')
  await page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow'])
      dispatchEvent(new PageTransitionEvent(type, { persisted: true }))
  })
  const banner = page.locator('[data-banner="closed-left"]')
  await expect(banner).toContainText('You left this page')
  await expect(banner).toContainText('你离开过这个页面')
  await expectStatus(page, 'set-remote-offer', 'done')
  await banner.locator('[data-action="start-over"]').click()
  await expectStatus(page, 'capture-media', 'ready')
  await expectFreshCall(page)
  await expectFrames(page, 'caller')
  expect(complaints).toEqual([])
})

for (const [id, end] of [
  ['send-offer', 0],
  ['send-answer', 1],
] as const) {
  test(`the signaling channel is closed before ${id}: the page says so, and a fresh call works${id === 'send-answer' ? ' @deep' : ''}`, async ({
    page,
  }) => {
    const { complaints } = watchPage(page)
    await page.addInitScript(() => {
      const opened: BroadcastChannel[] = []
      const Channel = window.BroadcastChannel
      window.BroadcastChannel = class extends Channel {
        constructor(name: string) {
          super(name)
          if (name.startsWith('handshake/')) opened.push(this)
        }
      }
      addEventListener('close-channel', (event) => opened[(event as CustomEvent<number>).detail]?.close())
    })
    await page.goto('en/call/')
    await expectStatus(page, 'capture-media', 'ready')
    await runTo(page, STEPS[stepIndex(id) - 1]?.id ?? 'capture-media')
    await page.evaluate((detail) => dispatchEvent(new CustomEvent('close-channel', { detail })), end)
    await nextButton(page).click()
    const card = page.getByRole('alert')
    await expect(card).toContainText('The signaling channel is closed')
    await expect(card).toContainText('InvalidStateError')
    await card.locator('[data-recovery="restart"]').click()
    await expectStatus(page, 'capture-media', 'ready')
    await expectFreshCall(page)
    expect(complaints).toEqual([])
  })
}

test('when the browser creates no more connections the page says so, and the call continues once it does @deep', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Connection = window.RTCPeerConnection
    let isFull = true
    window.RTCPeerConnection = class extends Connection {
      constructor(config?: RTCConfiguration) {
        if (isFull)
          throw new DOMException(
            "Failed to construct 'RTCPeerConnection': Cannot create so many PeerConnections",
            'UnknownError',
          )
        super(config)
      }
    }
    addEventListener('collected', () => (isFull = false))
  })
  await page.goto('both/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await nextButton(page).click()
  await expectStatus(page, 'add-tracks', 'ready')
  await nextButton(page).click()
  const card = page.getByRole('alert')
  await expect(card).toContainText('Too many connections have been opened')
  await expect(card).toContainText('打开过的连接太多了')
  await expectStatus(page, 'capture-media', 'done')
  await page.evaluate(() => dispatchEvent(new Event('collected')))
  await card.locator('[data-recovery="retry"]').click()
  await expectStatus(page, 'add-tracks', 'done')
  await expectFreshCall(page)
})
