import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { watchPage } from './page'
import { action, callTwo, chat, joinTwo, member, state, write } from './roomPage'

/** A member that is no page: it says whatever the test says. */
async function openEve(baseURL: string, room: string) {
  const socket = new WebSocket(`${baseURL.replace('http', 'ws')}/relay`)
  const told: { type: string; reason?: string }[] = []
  socket.on('message', (data: Buffer) => told.push(JSON.parse(data.toString()) as { type: string }))
  await new Promise((done) => socket.once('open', done))
  const say = (frame: object) => socket.send(JSON.stringify(frame))
  say({ type: 'join', v: 1, room, member: 'eve', key: 'eve', received: 0 })
  await expect.poll(() => told.some(({ type }) => type === 'welcome')).toBe(true)
  let n = 0
  return {
    say,
    told,
    socket,
    /** A text to all, as the body of a message. */
    send(body: unknown) {
      n += 1
      say({ type: 'send', n, to: 'all', body: typeof body === 'string' ? body : JSON.stringify(body) })
    },
  }
}

test('a hostile member is refused and shown, and breaks nothing: not the call, not the chat, not the page @deep', async ({
  context,
  baseURL,
}) => {
  const { room, ming, lin } = await joinTwo(context)
  const watched = [ming, lin].map((page) => watchPage(page))
  await callTwo(ming, lin)
  const eve = await openEve(baseURL!, room)
  const markup = '<img src=x onerror=globalThis.hacked=1>'
  // The id of the call is known to its two members only; here it leaks.
  const call = await ming
    .locator('[data-message="invite"] .text')
    .first()
    .evaluate((row) => row.textContent)
  expect(call).toMatch(/^[\w-]{8,}$/)

  const malformed = [
    '{',
    'null',
    '[]',
    '"text"',
    { v: 2, kind: 'chat', text: 'another version' },
    { v: 1, kind: 'kick', member: 'ming' },
    { v: 1, kind: 'chat', text: 'x', from: 'Ming' },
    { v: 1, kind: 'chat', text: 'x'.repeat(2_001) },
    { v: 1, kind: 'chat', text: { toString: 1 } },
    { v: 1, kind: 'hello', name: 'x'.repeat(41), joinedAt: 0 },
    { v: 1, kind: 'hello', name: 'gniM\u202E', joinedAt: 0 },
    { v: 1, kind: 'hello', name: 'Eve', joinedAt: -1 },
    { v: 1, kind: 'signal', call, body: { kind: 'description', description: { type: 'offer', sdp: 7 } } },
    {
      v: 1,
      kind: 'signal',
      call,
      body: { kind: 'description', description: { type: 'offer', sdp: 'x'.repeat(300_000) } },
    },
  ]
  for (const body of malformed) eve.send(body)
  for (const page of [ming, lin])
    await expect(page.locator('[data-message="refused"]')).toHaveCount(malformed.length)

  // What the guard lets pass, but what nobody has asked for.
  eve.send({ v: 1, kind: 'hello', name: markup, joinedAt: 1 })
  for (const kind of ['accept', 'cancel', 'hang-up'] as const) eve.send({ v: 1, kind, call })
  eve.send({ v: 1, kind: 'refuse', call, reason: 'refused' })
  eve.send({ v: 1, kind: 'signal', call, body: { kind: 'bye' } })
  eve.send({
    v: 1,
    kind: 'signal',
    call,
    body: { kind: 'description', description: { type: 'offer', sdp: 'v=0\r\n' } },
  })
  eve.send({ v: 1, kind: 'invite', call: 'eves' })
  eve.send({ v: 1, kind: 'chat', text: `<script>globalThis.hacked = 1</script>${markup}` })
  for (const page of [ming, lin]) {
    await expect(chat(page).last()).toContainText(markup)
    await expect(page.locator('[data-member]', { hasText: markup })).toBeVisible()
    await expect(page.locator('[data-note="missed"]')).toContainText(markup)
    await expect(state(page)).toHaveAttribute('data-state', 'in-call')
  }
  // Somebody's own name, said by another: it is the later one.
  eve.send({ v: 1, kind: 'hello', name: 'Lin', joinedAt: 2_000_000_000_000 })
  await expect(member(ming, 'Lin')).toHaveCount(2)
  await expect(member(ming, 'Lin').filter({ hasText: 'in a call with you' })).toHaveCount(1)

  // A flood puts its sender out, and the list of refusals ends.
  for (let count = 0; count < 1_200; count += 1) eve.send('{')
  await expect.poll(() => eve.told.at(-1)?.reason, { timeout: 30_000 }).toBe('flood')
  await expect(ming.locator('[data-message="refused"]')).toHaveCount(100)
  await expect(ming.locator('.wire .bad')).toContainText(/\d{3} refused/)

  await write(ming, 'still here')
  await expect(chat(lin).last()).toContainText('still here')
  await action(lin, 'hang-up').click()
  await expect(state(ming)).toHaveAttribute('data-state', 'ended')
  await write(ming, 'over the relay, too')
  await expect(chat(lin).last()).toContainText('over the relay, too')
  for (const page of [ming, lin]) expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  for (const { complaints } of watched) expect(complaints).toEqual([])
  eve.socket.close()
})

test('a member that breaks the rules of the relay is put out, and another room hears nothing @deep', async ({
  context,
  baseURL,
}) => {
  const { room, ming, lin } = await joinTwo(context)
  const rules: object[] = [
    { type: 'send', n: 1, to: 'all', body: 'x', from: 'ming' },
    { type: 'send', n: 1, to: 'all', body: 'x', room: 'elsewhere' },
    { type: 'send', n: 1, to: 'all', body: { kind: 'chat' } },
    { type: 'kick', member: 'ming' },
    { type: 'send', n: 1, to: 'all', body: 'x'.repeat(600 * 1024) },
  ]
  for (const frame of rules) {
    const eve = await openEve(baseURL!, room)
    const closed = new Promise((done) => eve.socket.once('close', done))
    eve.say(frame)
    await closed
  }
  const foreign = await openEve(baseURL!, `${room}-other`)
  foreign.send({ v: 1, kind: 'chat', text: 'from another room' })
  await write(lin, 'ours')
  await expect(chat(ming)).toContainText(['ours'])
  await expect(chat(ming)).toHaveCount(1)
  await expect(member(ming, 'Lin')).toBeVisible()
  await expect(ming.locator('[data-member]')).toHaveCount(1)
  foreign.socket.close()
})
