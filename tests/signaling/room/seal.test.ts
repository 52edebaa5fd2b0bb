import type { RoomTransport, TransportEvent } from '../../../broadcast-signaling/room/transport'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import { canSeal, createRoomKey, isRoomKey, sealTransport } from '../../../broadcast-signaling/room/seal'
import { messagesOf, presentFor, record, until } from './support'

const key = createRoomKey()

/** A room with two members who have the key, and one member without it, who sees what is carried. */
async function openRoom() {
  const rooms = createMemoryRooms()
  const seal = (self: string, own = key) =>
    record(sealTransport(rooms.open('r', self), { room: 'r', key: own }))
  const [a, b] = [seal('a'), seal('b')]
  const carrier = record(rooms.open('r', 'carrier'))
  await until(() => [a, b, carrier].every((one) => presentFor(one).length === 2), 'all have met')
  return { rooms, seal, a, b, carrier }
}

const refusals = ({ events }: { events: TransportEvent[] }) => events.filter(({ type }) => type === 'refused')
const bodies = ({ events }: { events: TransportEvent[] }) =>
  events.flatMap((event) => (event.type === 'message' ? [event.body] : []))

/** A transport to which a test says what arrives. */
function createInner(self: string): RoomTransport & { say(event: TransportEvent): void; sent: string[] } {
  const listeners = new Set<(event: TransportEvent) => void>()
  const sent: string[] = []
  return {
    self,
    status: 'open',
    sent,
    send: (_, body) => void sent.push(body),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => {},
    say: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
}

describe('a sealed room', () => {
  it('shows its carrier neither the text nor the same text twice', async () => {
    const { a, b, carrier } = await openRoom()
    a.send('all', 'secret words')
    a.send('all', 'secret words')

    await until(() => bodies(carrier).length === 2 && bodies(b).length === 2, 'all has arrived')
    expect(bodies(b)).toEqual(['secret words', 'secret words'])
    const [first, second] = bodies(carrier).map((body) => JSON.parse(body) as Record<string, unknown>)
    expect(JSON.stringify([first, second])).not.toContain('secret')
    expect(first!['nonce']).not.toBe(second!['nonce'])
    expect(first!['data']).not.toBe(second!['data'])
  })

  it('refuses and names who has another key, or none', async () => {
    const { seal, a, b, carrier } = await openRoom()
    const c = seal('c', createRoomKey())
    await until(() => presentFor(c).length === 3, 'c is in')

    c.send('a', 'from another key')
    carrier.send('a', 'in the clear')
    a.send('c', 'unreadable')
    b.send('a', 'readable')

    await until(
      () => bodies(a).length > 0 && refusals(c).length > 0 && refusals(a).length > 1,
      'all has arrived',
    )
    expect(bodies(a)).toEqual(['readable'])
    expect(refusals(a)).toEqual([
      { type: 'refused', from: 'carrier', reason: 'malformed' },
      { type: 'refused', from: 'c', reason: 'wrong-key' },
    ])
    expect([bodies(c), refusals(c)]).toEqual([[], [{ type: 'refused', from: 'a', reason: 'wrong-key' }]])
  })

  it.each<[string, string, (body: string, from: string) => [string, string]]>([
    ['repeats a message', 'replayed', (body, from) => [body, from]],
    ['puts it under another name', 'wrong-key', (body) => [body, 'c']],
    ['gives it another number', 'wrong-key', (body, from) => [body.replace('"n":1', '"n":9'), from]],
    ['makes it one for all', 'wrong-key', (body, from) => [body.replace('"all":false', '"all":true'), from]],
    ['cuts it short', 'wrong-key', (body, from) => [body.replace(/....."}$/, '"}'), from]],
  ])('notices a carrier that %s', async (_, reason, forge) => {
    const [innerA, innerB] = [createInner('a'), createInner('b')]
    const [a, b] = [innerA, innerB].map((inner) => record(sealTransport(inner, { room: 'r', key })))
    a!.send('b', 'once')
    await until(() => innerA.sent.length === 1, 'it is sealed')
    const [body] = innerA.sent
    innerB.say({ type: 'message', from: 'a', body: body! })

    const [forged, from] = forge(body!, 'a')
    innerB.say({ type: 'message', from, body: forged })

    await until(() => b!.events.length === 2, 'both were read')
    expect(b!.events).toEqual([
      { type: 'message', from: 'a', body: 'once' },
      { type: 'refused', from, reason },
    ])
  })

  it('refuses what was meant for another member or another room', async () => {
    const innerA = createInner('a')
    const a = sealTransport(innerA, { room: 'r', key })
    a.send('b', 'for b')
    await until(() => innerA.sent.length === 1, 'it is sealed')
    const [body] = innerA.sent

    for (const [self, room] of [
      ['c', 'r'],
      ['b', 'elsewhere'],
    ] as const) {
      const inner = createInner(self)
      const other = record(sealTransport(inner, { room, key }))
      inner.say({ type: 'message', from: 'a', body: body! })
      await until(() => other.events.length === 1, 'it was read')
      expect(other.events).toEqual([{ type: 'refused', from: 'a', reason: 'wrong-key' }])
    }
  })

  it('reads whatever a stranger sends without an error', async () => {
    const inner = createInner('b')
    const b = record(sealTransport(inner, { room: 'r', key }))
    const envelope = fc.record({
      sealed: fc.constantFrom(1, 2),
      n: fc.oneof(fc.nat(), fc.jsonValue()),
      all: fc.boolean(),
      nonce: fc.oneof(fc.base64String(), fc.constant('AAAAAAAAAAAAAAAA')),
      data: fc.oneof(fc.base64String(), fc.string()),
    })
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      envelope.map((value) => JSON.stringify(value)),
    )
    let said = 0
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        inner.say({ type: 'message', from: 'a', body })
        said += 1
        await until(() => refusals(b).length === said, 'it was refused')
      }),
    )
    expect(bodies(b)).toEqual([])
  })

  it('carries any text', async () => {
    const { a, b } = await openRoom()
    const sent: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (body) => {
        a.send('b', body)
        sent.push(body)
        await until(() => messagesOf(b).length === sent.length, 'it has arrived')
        expect(bodies(b).at(-1)).toBe(body)
      }),
    )
  })
})

describe('a room key', () => {
  it('is 128 random bits for an address', () => {
    const keys = Array.from({ length: 50 }, createRoomKey)
    expect(new Set(keys).size).toBe(50)
    for (const one of keys) {
      expect(one).toMatch(/^[\w-]{22}$/)
      expect(isRoomKey(one)).toBe(true)
    }
  })

  it.each(['', 'short', '?'.repeat(22), 'x'.repeat(23), `${'A'.repeat(22)}AA`])('is not %j', (text) => {
    expect(isRoomKey(text)).toBe(false)
    expect(() => sealTransport(createInner('a'), { room: 'r', key: text })).toThrow(TypeError)
  })

  it('is of no use on a page that is not secure, which can tell', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    expect(canSeal()).toBe(false)
    expect(() => sealTransport(createInner('a'), { room: 'r', key })).toThrow(
      expect.objectContaining({ name: 'NotSupportedError' }),
    )
  })
})
