import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Meeting, Transport } from './roomMeeting'
import { action, callTwo, chat, expectPicture, inState, invite, member, news, write } from './roomPage'
import { reload } from './roomReload'

/* What two members do, over any transport and in any browsers. roomMatrix.spec.ts runs all of it. */

/** What a warning says where the server of a transport cannot be reached. */
const LOST: Partial<Record<Transport, string>> = {
  relay: 'The relay is lost',
  mqtt: 'The broker is lost',
}

const screen = (page: Page, whose: 'local' | 'remote') => page.locator(`[data-video="${whose}-screen"]`)

/** Waits until the partner's picture, which has arrived before, goes on. */
async function expectToGoOn(page: Page) {
  const time = () =>
    page.locator('[data-video="remote"]').evaluate((video: HTMLVideoElement) => video.currentTime)
  const before = await time()
  await expect.poll(time).toBeGreaterThan(before)
}

async function sendSnapshot(from: Page, to: Page) {
  await action(from, 'snapshot').click()
  const arrived = to.locator('[data-transfer="snapshot"][data-own="false"]')
  await expect(arrived).toHaveAttribute('data-transfer-state', 'done')
  await expect(arrived.locator('canvas[data-drawn]')).toBeVisible()
}

async function call({ ming, lin }: Meeting) {
  await write(ming, 'before the call')
  await expect(chat(lin)).toContainText(['before the call'])
  await callTwo(ming, lin)
  for (const page of [ming, lin])
    for (const which of ['local', 'remote'] as const) await expectPicture(page, which)
  await write(lin, 'straight to you')
  await expect(chat(ming).last()).toContainText('straight to you')
  await expect(chat(ming).last().locator('[data-via="channel"]')).toBeVisible()
  await ming.getByRole('radio', { name: 'Both' }).check({ force: true })
  await write(ming, 'by both ways')
  for (const via of ['signaling', 'channel'])
    await expect(chat(lin).last().locator(`[data-via="${via}"]`)).toBeVisible()
  await sendSnapshot(ming, lin)
  await sendSnapshot(lin, ming)
  await action(lin, 'hang-up').click()
  for (const page of [ming, lin]) await inState(page, 'ended')
  await expect(news(ming)).toContainText('Lin hung up')
}

async function answers({ ming, lin }: Meeting) {
  await invite(ming, 'Lin')
  await action(lin, 'refuse').click()
  await expect(news(ming)).toContainText('Lin refused')
  await invite(ming, 'Lin')
  await inState(lin, 'invited')
  await action(ming, 'cancel').click()
  await inState(lin, 'ended')
  await expect(news(lin)).toContainText('took the invitation back')
  // Who was called calls.
  await invite(lin, 'Ming')
  await action(ming, 'accept').click()
  for (const page of [ming, lin]) await inState(page, 'in-call')
}

async function busy({ ming, lin, addMember }: Meeting) {
  const ada = await addMember('Ada')
  await callTwo(ming, lin)
  for (const [name, page] of [
    ['Ming', ming],
    ['Lin', lin],
  ] as const) {
    await expect(member(ada, name).locator('[data-busy]')).toBeVisible()
    await invite(ada, name)
    await expect(news(ada)).toContainText(`${name} is busy`)
    await expect(page.locator('[data-note="missed"]')).toContainText('Ada')
    await inState(page, 'in-call')
  }
}

async function noAnswer({ ming, lin }: Meeting) {
  await invite(ming, 'Lin')
  await inState(lin, 'invited')
  await expect(news(ming)).toContainText('Lin did not answer for 30 s', { timeout: 40_000 })
  await expect(news(lin)).toContainText('Ming called and you did not answer')
  await callTwo(ming, lin)
}

async function screens({ ming, lin }: Meeting) {
  await callTwo(ming, lin)
  await action(lin, 'screen').click()
  await expect(screen(lin, 'local')).toBeVisible()
  await expectPicture(ming, 'remote-screen')
  await action(lin, 'screen').click()
  await expect(screen(ming, 'remote')).toBeHidden()

  await Promise.all([ming, lin].map((page) => action(page, 'screen').click()))
  for (const page of [ming, lin]) {
    await expectPicture(page, 'local-screen')
    await expectPicture(page, 'remote-screen')
  }
  await action(ming, 'screen').click()
  await expect(screen(lin, 'remote')).toBeHidden()
  await expect(screen(ming, 'remote')).toBeVisible()
  for (const page of [ming, lin]) {
    await expectToGoOn(page)
    await inState(page, 'in-call')
  }
}

/** Both are told that they have another network: ICE starts again from both ends at once. */
async function restarts({ ming, lin }: Meeting) {
  await callTwo(ming, lin)
  for (const page of [ming, lin]) await expectPicture(page, 'remote')
  // No browser test can change the network for real, so the event is made. What follows is the browsers' own ICE.
  await Promise.all([ming, lin].map((page) => page.evaluate(() => dispatchEvent(new Event('online')))))
  for (const page of [ming, lin]) {
    await expect(page.locator('[data-round="restart"]').first()).toBeVisible()
    await expect(page.locator('[data-phase="connected"]')).toBeVisible()
    await inState(page, 'in-call')
  }
  await write(ming, 'after the restart')
  await expect(chat(lin).last()).toContainText('after the restart')
  for (const page of [ming, lin]) await expectToGoOn(page)
}

async function loss({ transport, ming, lin, cut, mend }: Meeting) {
  await callTwo(ming, lin)
  for (const page of [ming, lin]) await expectPicture(page, 'remote')
  cut()
  const way = (page: Page) => page.locator(`[data-transport="${transport}"]`).first()
  for (const page of [ming, lin]) {
    await expect(page.locator('[data-warnings]')).toContainText(LOST[transport] ?? '')
    await expect(way(page)).toHaveAttribute('data-transport-status', 'lost')
  }
  await write(lin, 'the call goes on')
  await expect(chat(ming).last()).toContainText('the call goes on')
  await ming.getByRole('radio', { name: 'Signaling' }).check({ force: true })
  await write(ming, 'it waits')
  await expect(ming.locator('[data-warnings]')).toContainText('messages that wait: 1')
  // Its offer waits, too.
  await action(lin, 'screen').click()
  await expect(screen(lin, 'local')).toBeVisible()
  for (const page of [ming, lin]) {
    await expectToGoOn(page)
    await inState(page, 'in-call')
  }
  await expect(chat(lin)).toHaveCount(1)
  await expect(screen(ming, 'remote')).toBeHidden()

  mend()
  for (const page of [ming, lin]) {
    await expect(way(page)).toHaveAttribute('data-transport-status', 'open')
    await inState(page, 'in-call')
  }
  await expect(chat(lin).last()).toContainText('it waits')
  await expectPicture(ming, 'remote-screen')
  await action(lin, 'hang-up').click()
  for (const page of [ming, lin]) await inState(page, 'ended')
}

export const WALKS = {
  'a call with chat, pictures and snapshots': call,
  'an invitation is refused, taken back, and made by the other one': answers,
  'a third member finds both busy': busy,
  'nobody answers for 30 s': noAnswer,
  'screens are shared, also by both at once': screens,
  'ICE is restarted by both at once': restarts,
  'the server of the transport is lost and comes back': loss,
  'a reload at each state': reload,
} satisfies Record<string, (meeting: Meeting) => Promise<void>>

export type Walk = keyof typeof WALKS
