import type { TestMember } from './support'
import { describe, expect, it } from 'vitest'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createSockets, startRelay } from './relayServer'
import { JOIN, joinRaw, openMember, openRaw, relay, useRelay } from './relayRoom'
import { messagesOf, presentFor, record, until, untilOpen } from './support'

useRelay()

describe('the address of the relay', () => {
  it('takes pages of its own origin, and programs that are no pages', async () => {
    const { host } = new URL(relay.server.address)
    for (const origin of [`http://${host}`, `https://${host}`, undefined]) {
      const raw = openRaw(origin === undefined ? {} : { origin })
      await raw.ready()
      raw.socket.close()
    }
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1'])('refuses a page of %j', async (origin) => {
    const raw = openRaw({ origin })
    await until(() => raw.failure !== '', 'it was refused')
    expect(raw.failure).toBe('Unexpected server response: 403')
  })

  it.each(['/', '/relay/', '/other', '//', '/relayed'])('is not %s', async (path) => {
    const raw = openRaw({ address: relay.server.address.replace('/relay', path) })
    await until(() => raw.failure !== '', 'it was refused')
    expect(raw.failure).toBe('Unexpected server response: 404')
  })

  it('takes no more connections than it may', async () => {
    const small = await startRelay({ connections: 1 })
    const first = openRaw({ address: small.address })
    await first.ready()
    const second = openRaw({ address: small.address })
    await until(() => second.failure !== '', 'it was refused')
    expect(second.failure).toBe('Unexpected server response: 503')
    await small.end()
  })
})

describe('the relay', () => {
  it('keeps no room and no member that nobody needs', async () => {
    const [a, b] = [await openMember('a'), await openMember('b', 's')]
    expect([...relay.server.rooms.keys()].sort()).toEqual(['r', 's'])
    a.close()
    b.close()
    await until(() => relay.server.rooms.size === 0, 'it knows nothing')
  })

  it('tells at once that a page went away without a word, and says of a lost connection that it is lost', async () => {
    const quick = await startRelay({ grace: 30 })
    const sockets = createSockets()
    const a = record(openRelayRoom({ address: quick.address, room: 'r', createSocket: sockets.create }))
    await untilOpen(a)
    const leftOf = () => a.events.filter(({ type }) => type === 'left')
    const wordless: [string, (raw: ReturnType<typeof openRaw>) => void, object][] = [
      // What Firefox and Chromium send when a page is loaded again (RFC 6455 §7.4.1).
      ['page', ({ socket }) => socket.close(1001), {}],
      ['cable', ({ socket }) => socket.terminate(), { lost: true }],
      ['closer', ({ socket }) => socket.close(), { lost: true }],
    ]
    for (const [member, go, how] of wordless) {
      const raw = openRaw({ address: quick.address })
      await raw.ready()
      raw.say({ ...JOIN, member })
      await until(() => presentFor(a).includes(member), `${member} is in`)
      go(raw)
      await until(() => !presentFor(a).includes(member), `${member} is gone`)
      expect(leftOf().at(-1)).toEqual({ type: 'left', member, ...how })
    }
    a.close()
    await quick.end()
  })

  it('does not wait for a page that went away: nobody comes back under its id as if nothing had been', async () => {
    const [a, raw] = [await openMember('a'), await joinRaw()]
    await until(() => presentFor(a).includes('raw'), 'raw is in')
    // The time that a lost member has is 30 s here, longer than this test may take.
    raw.socket.close(1001)
    await until(() => presentFor(a).length === 0, 'raw has left')
    const back = await joinRaw()
    await until(() => back.of('welcome').length > 0, 'raw is back')
    expect(back.of('welcome')[0]).toMatchObject({ resumed: false, members: ['a'] })
    back.socket.close()
  })

  it('opens no more rooms than it may, and says so', async () => {
    const small = await startRelay({ rooms: 1 })
    const sockets = createSockets()
    const open = (room: string) =>
      record(openRelayRoom({ address: small.address, room, createSocket: sockets.create }))
    const first = open('one')
    await untilOpen(first)

    const second = open('two')

    await until(() => second.status === 'closed', 'there is no place')
    expect(second.events).toEqual([{ type: 'status', status: 'closed', reason: 'too-many-rooms' }])
    first.close()
    await small.end()
  })

  it('gives up a lost member for which it would have to keep too much', async () => {
    const small = await startRelay({ held: 4_000 })
    const [mine, other] = [createSockets(), createSockets()]
    const a = record(openRelayRoom({ address: small.address, room: 'r', createSocket: mine.create }))
    const b = record(openRelayRoom({ address: small.address, room: 'r', createSocket: other.create }))
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met')
    other.cut()
    await until(() => b.status === 'lost', 'b is lost')

    for (let n = 0; n < 5; n += 1) a.send('all', 'x'.repeat(1_000))

    await until(() => presentFor(a).length === 0, 'b has left')
    other.mend()
    await until(() => b.status === 'open', 'b is back, as a newcomer')
    expect(messagesOf(b)).toEqual([])
    for (const member of [a, b]) member.close()
    await small.end()
  })

  it('is found again by its members after a restart; what it held is gone', async () => {
    const [a, b] = [await openMember('a'), await openMember('b')]
    await until(() => presentFor(a).length === 1, 'both have met')
    a.send('b', 'before')
    await until(() => messagesOf(b).length === 1, 'it has arrived')
    await relay.server.end()
    await until(() => a.status === 'lost' && b.status === 'lost', 'both are lost')

    relay.server = await startRelay({}, Number(new URL(relay.server.address).port))

    const since = ({ events }: TestMember) =>
      events.slice(events.findLastIndex(({ type }) => type === 'status'))
    await until(() => a.status === 'open' && b.status === 'open', 'both are back')
    await until(() => presentFor(a).length === 1 && presentFor(b).length === 1, 'both have met again')
    expect(since(a)[1]?.type).toBe('members')
    a.send('b', 'after')
    await until(() => messagesOf(b).length > 1, 'it has arrived')
    expect(messagesOf(b)).toEqual(['a: before', 'a: after'])
  })

  it('closes its connections when it ends, and lets the server close', async () => {
    const raw = await joinRaw()
    await until(() => raw.of('welcome').length > 0, 'raw is in')
    await relay.server.end()
    await until(() => raw.closed !== 0, 'raw is out')
    // 1001: going away (RFC 6455 §7.4.1).
    expect(raw.closed).toBe(1001)
    relay.server = await startRelay()
  })
})
