import type { RelayServer } from './relayServer'
import type { TestMember } from './support'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createSockets, startRelay } from './relayServer'
import { messagesOf, presentFor, record, statusesOf, until, untilOpen } from './support'

const JOIN = { type: 'join', v: 1, room: 'r', member: 'raw', key: 'k', received: 0 }

let server: RelayServer
const opened: TestMember[] = []
beforeEach(async () => {
  server = await startRelay()
})
afterEach(async () => {
  for (const member of opened.splice(0)) member.close()
  await server.end()
})

/** A bare socket with all that it was told. */
function openRaw({ origin, address = server.address }: { origin?: string; address?: string } = {}) {
  const socket = new WebSocket(address, { ...(origin !== undefined && { origin }) })
  const told: Record<string, unknown>[] = []
  const raw = {
    socket,
    told,
    failure: '',
    closed: 0,
    say: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    ready: () => until(() => socket.readyState === 1, 'the socket is open'),
    of: (type: string) => told.filter((frame) => frame['type'] === type),
  }
  socket.on('message', (data) =>
    told.push(JSON.parse((data as Buffer).toString()) as Record<string, unknown>),
  )
  socket.on('error', ({ message }) => (raw.failure = message))
  socket.on('close', (code) => (raw.closed = code))
  return raw
}

async function joinRaw(fields: object = {}) {
  const raw = openRaw()
  await raw.ready()
  raw.say({ ...JOIN, ...fields })
  return raw
}

async function openMember(self: string, room = 'r'): Promise<TestMember> {
  const createSocket = createSockets().create
  const member = record(openRelayRoom({ address: server.address, room, self, createSocket }))
  opened.push(member)
  await untilOpen(member)
  return member
}

describe('the address of the relay', () => {
  it('takes pages of its own origin, and programs that are no pages', async () => {
    const { host } = new URL(server.address)
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
    const raw = openRaw({ address: server.address.replace('/relay', path) })
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

describe('a hostile member', () => {
  it.each<[string, unknown]>([
    ['is not JSON', '{'],
    ['is JSON of another kind', 'null'],
    ['has an unknown type', { type: 'kick', member: 'a' }],
    ['names its sender itself', { type: 'send', n: 1, to: 'all', body: 'x', from: 'a' }],
    ['names another room', { type: 'send', n: 1, to: 'all', body: 'x', room: 'elsewhere' }],
    ['has a body that is no text', { type: 'send', n: 1, to: 'all', body: { x: 1 } }],
    ['has a number that is none', { type: 'send', n: 1.5, to: 'all', body: 'x' }],
    ['joins a second time', JOIN],
  ])('whose frame %s is put out, and nobody is disturbed', async (_, frame) => {
    const [a, b] = [await openMember('a'), await openMember('b')]
    const raw = await joinRaw()
    await until(() => presentFor(a).includes('raw'), 'raw is in')

    raw.say(frame)
    raw.say({ type: 'send', n: 2, to: 'all', body: 'after' })

    await until(() => raw.closed !== 0 && !presentFor(a).includes('raw'), 'raw is out, and has left')
    expect(raw.closed).toBe(1008)
    expect(raw.told.at(-1)).toEqual({ type: 'refused', reason: 'refused' })
    a.send('all', 'undisturbed')
    await until(() => messagesOf(b).length > 0, 'it has arrived')
    expect([messagesOf(a), messagesOf(b)]).toEqual([[], ['a: undisturbed']])
  })

  it('who speaks before joining, or binary, is put out', async () => {
    for (const say of [
      (raw: ReturnType<typeof openRaw>) => raw.say({ type: 'send', n: 1, to: 'all', body: 'x' }),
      (raw: ReturnType<typeof openRaw>) =>
        raw.socket.send(Buffer.from(JSON.stringify(JOIN)), { binary: true }),
    ]) {
      const raw = openRaw()
      await raw.ready()
      say(raw)
      await until(() => raw.closed !== 0, 'raw is out')
      expect(raw.told).toEqual([{ type: 'refused', reason: 'refused' }])
    }
    expect(server.rooms.size).toBe(0)
  })

  it('who sends a frame that is too large is cut off', async () => {
    const a = await openMember('a')
    const raw = await joinRaw()
    await until(() => presentFor(a).includes('raw'), 'raw is in')

    raw.say({ type: 'send', n: 1, to: 'all', body: 'x'.repeat(600 * 1024) })

    await until(() => raw.closed !== 0 && !presentFor(a).includes('raw'), 'raw is out, and has left')
    // 1009: the message is too big (RFC 6455 §7.4.1).
    expect([raw.closed, messagesOf(a)]).toEqual([1009, []])
  })

  it('who floods is put out and told so; the others go on', async () => {
    const [a, b] = [await openMember('a'), await openMember('b')]
    const raw = await joinRaw()
    await raw.ready()

    for (let n = 1; n <= 1_200; n += 1) raw.say({ type: 'send', n, to: 'a', body: 'flood' })

    await until(() => raw.closed !== 0, 'raw is out')
    expect(raw.of('refused')).toEqual([{ type: 'refused', reason: 'flood' }])
    const arrived = messagesOf(a).length
    expect(arrived).toBeGreaterThan(900)
    expect(arrived).toBeLessThan(1_200)
    a.send('b', 'still here')
    await until(() => messagesOf(b).length > 0, 'it has arrived')
    expect(messagesOf(b)).toEqual(['a: still here'])
  })

  it('cannot take the place of another, whose key it does not know', async () => {
    const [a, b] = [await openMember('a'), await openMember('b')]

    const raw = await joinRaw({ member: 'a', key: 'guess' })

    await until(() => raw.closed !== 0, 'raw is out')
    expect(raw.told).toEqual([{ type: 'refused', reason: 'taken' }])
    b.send('a', 'for the real one')
    await until(() => messagesOf(a).length > 0, 'it has arrived')
    expect([statusesOf(a), messagesOf(a)]).toEqual([['open'], ['b: for the real one']])
  })

  it('who repeats its own messages is heard once', async () => {
    const a = await openMember('a')
    const raw = await joinRaw()
    for (const n of [1, 1, 2, 1, 2, 3]) raw.say({ type: 'send', n, to: 'a', body: `${n}` })

    await until(() => messagesOf(a).length >= 3 && raw.of('ack').length === 6, 'all has arrived')
    expect(messagesOf(a)).toEqual(['raw: 1', 'raw: 2', 'raw: 3'])
  })

  it('who does not answer beats is lost', async () => {
    const quick = await startRelay({ beat: 30, grace: 30 })
    const raw = openRaw({ address: quick.address })
    await raw.ready()
    raw.say(JOIN)

    await until(() => raw.closed !== 0 && quick.rooms.size === 0, 'raw is out')
    // 1006: without a closing handshake.
    expect(raw.closed).toBe(1006)
    await quick.end()
  })

  it('whatever it says, the room goes on', async () => {
    const [a, b] = [await openMember('a'), await openMember('b')]
    const fields = fc.record(
      {
        type: fc.constantFrom('join', 'send', 'ack', 'leave', 'beat', '__proto__'),
        n: fc.oneof(fc.nat(9), fc.jsonValue()),
        to: fc.constantFrom('all', 'a', 'b', '', '__proto__', 'x'.repeat(99)),
        body: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        room: fc.constantFrom('r', 's', '../r', 'constructor'),
        member: fc.constantFrom('a', 'raw', '__proto__', ''),
        key: fc.string(),
        v: fc.nat(2),
        received: fc.oneof(fc.nat(), fc.jsonValue()),
      },
      { requiredKeys: ['type'] },
    )
    let said = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fields, fc.string()), { maxLength: 8 }), async (frames) => {
        const raw = await joinRaw({ member: `raw${said}` })
        for (const frame of frames) raw.say(frame)
        said += 1
        a.send('b', `${said}`)
        await until(() => messagesOf(b).includes(`a: ${said}`), 'a and b still talk')
        raw.socket.terminate()
        expect(b.events.every((event) => event.type !== 'message' || event.from !== 'b')).toBe(true)
        expect(messagesOf(b).filter((line) => line.startsWith('a: '))).toHaveLength(said)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the relay', () => {
  it('keeps no room and no member that nobody needs', async () => {
    const [a, b] = [await openMember('a'), await openMember('b', 's')]
    expect([...server.rooms.keys()].sort()).toEqual(['r', 's'])
    a.close()
    b.close()
    await until(() => server.rooms.size === 0, 'it knows nothing')
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
    await server.end()
    await until(() => a.status === 'lost' && b.status === 'lost', 'both are lost')

    server = await startRelay({}, Number(new URL(server.address).port))

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
    await server.end()
    await until(() => raw.closed !== 0, 'raw is out')
    // 1001: going away (RFC 6455 §7.4.1).
    expect(raw.closed).toBe(1001)
    server = await startRelay()
  })
})
