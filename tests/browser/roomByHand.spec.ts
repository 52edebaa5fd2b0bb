import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { HandDescription } from '../../broadcast-signaling/room/byHand'
import { writeHandFragment } from '../../broadcast-signaling/room/byHand'
import { splitFragment } from '../../broadcast-signaling/room/handParts'
import { axeOn } from './axe'
import { carryByHand, enterByHand as enter, offer, out, step, take } from './roomHand'
import { action, state } from './roomPage'
import { watchPolicy } from './watchPolicy'

/* Two people make a room without any server: they carry an offer and an answer. */

async function expectRoom(ming: Page, lin: Page) {
  await expect(ming.locator('[data-member="Lin"]')).toBeVisible()
  await expect(lin.locator('[data-member="Ming"]')).toBeVisible()
  for (const page of [ming, lin])
    await expect(page.locator('[data-transport="hand"]').first()).toHaveAttribute(
      'data-transport-status',
      'open',
    )
}

/** Every link that the page shows as a code, in the order in which it shows them. */
async function codes(page: Page): Promise<string[]> {
  const shown: string[] = []
  const code = page.locator('[data-hand-code]')
  const part = page.locator('[data-hand-part]')
  const count = (await part.count()) === 0 ? 1 : Number((await part.innerText()).split('/')[1])
  for (let index = 0; index < count; index += 1) {
    if (count > 1) await action(page, 'next-part').click()
    shown.push((await code.getAttribute('data-hand-code')) ?? '')
  }
  return shown
}

test('an offer and an answer carried as text open a room, in which two call, chat and hang up @engine', async ({
  context,
}) => {
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  const { complaints } = await watchPolicy(ming)
  const sockets: string[] = []
  for (const page of [ming, lin]) page.on('websocket', (socket) => sockets.push(socket.url()))
  await enter(ming, 'Ming')
  await enter(lin, 'Lin')
  await carryByHand(ming, lin)
  await expectRoom(ming, lin)

  await ming.locator('[data-member="Lin"] [data-action="invite"]').click()
  await action(lin, 'accept').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'in-call')
  await ming.locator('[data-input="chat"]').fill('no server at all')
  await ming.locator('[data-input="chat"]').press('Enter')
  await expect(lin.locator('[data-chat]', { hasText: 'no server at all' })).toBeVisible()
  await action(lin, 'hang-up').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'ended')
  await action(lin, 'leave').click()
  await expect(ming.locator('[data-news]')).toContainText('made by hand is gone')
  expect(sockets).toEqual([])
  expect(complaints).toEqual([])
})

test('codes carry both descriptions, also in parts, in any order', async ({
  page: ming,
  browser,
  baseURL,
}) => {
  // Another device: no tab of the same browser waits for what is opened here.
  const other = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' })
  const lin = await other.newPage()
  await enter(ming, 'Ming')
  await offer(ming)
  const address = (await codes(ming))[0]?.split('#')[0] ?? ''
  // In more parts than the page makes of this description, as one with many addresses has.
  const fragment = await writeHandFragment(JSON.parse(await out(ming)) as HandDescription)
  const parts = splitFragment(fragment, 200).map((part) => `${address}#${part}`)
  expect(parts.length).toBeGreaterThan(2)
  const [last = '', ...rest] = parts.toReversed()
  // The camera of a phone opens the first link that it reads; what is missing is scanned after it.
  await enter(lin, 'Lin', last)
  await expect(lin.locator('[data-said="missing"]')).toContainText('part 1, 2')
  for (const link of rest) await take(lin, link)
  await expect(step(lin)).toHaveAttribute('data-hand', 'answering')
  for (const link of (await codes(lin)).reverse()) await take(ming, link)
  await expectRoom(ming, lin)
  await other.close()
})

test('an answer that is opened as a link reaches the tab that waits for it', async ({ context }) => {
  const [ming, lin, other] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await enter(ming, 'Ming')
  await offer(ming)
  await enter(lin, 'Lin')
  await take(lin, await out(ming))
  await expect(step(lin)).toHaveAttribute('data-hand', 'answering')
  const links = await codes(lin)
  for (const link of links) {
    await other.goto('about:blank')
    await other.goto(link)
    await expect(other.locator('[data-passed-on]')).toBeVisible()
  }
  await expectRoom(ming, lin)
})

test('what cannot be used is said, with what to do', async ({ context }) => {
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  await enter(ming, 'Ming')
  await enter(lin, 'Lin')
  await offer(ming)
  const own = await out(ming)
  const said = (page: Page) => page.locator('[data-said]')
  const { type, sdp } = JSON.parse(own) as { type: string; sdp: string }
  for (const [text, fault] of [
    ['', 'empty'],
    ['hello', 'unknown'],
    [own, 'own'],
    [own.slice(0, 200), 'cut'],
  ] as const) {
    await take(ming, text)
    await expect(said(ming)).toHaveAttribute('data-said', fault)
  }
  for (const [text, fault] of [
    [JSON.stringify({ type, sdp: sdp.replace(/a=candidate.*\r\n/g, '') }), 'no-candidates'],
    [JSON.stringify({ type, sdp, made: '2020-01-01T00:00:00Z' }), 'too-old'],
    [JSON.stringify({ type: 'answer', sdp }), 'no-offer'],
    [JSON.stringify({ type, sdp: sdp.replace(/a=fingerprint.*\r\n/, '') }), 'refused'],
  ] as const) {
    await take(lin, text)
    await expect(said(lin)).toHaveAttribute('data-said', fault)
    await expect(step(lin)).toHaveAttribute('data-hand', 'start')
  }
  await offer(lin)
  await take(ming, await out(lin))
  await expect(said(ming)).toHaveAttribute('data-said', 'expects-answer')
  expect((await axeOn(ming).analyze()).violations).toEqual([])
})

test('a file can be opened, and a code is read with the camera where the browser can', async ({
  context,
}) => {
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  await enter(ming, 'Ming')
  await offer(ming)
  const links = await codes(ming)
  // No browser of these tests has one.
  await lin.addInitScript((texts) => {
    let look = 0
    Object.assign(globalThis, {
      BarcodeDetector: class {
        detect() {
          const rawValue = texts[look++ % texts.length]
          return Promise.resolve([{ rawValue }])
        }
      },
    })
  }, links)
  await enter(lin, 'Lin')
  await action(lin, 'scan').click()
  await expect(step(lin)).toHaveAttribute('data-hand', 'answering')
  await expect(lin.locator('[data-scan]')).toHaveCount(0)
  const answer = await out(lin)
  await ming.locator('input[type="file"]').setInputFiles({
    name: 'answer.json',
    mimeType: 'application/json',
    buffer: Buffer.from(answer),
  })
  await expectRoom(ming, lin)
})
