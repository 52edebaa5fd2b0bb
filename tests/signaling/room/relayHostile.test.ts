import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startRelay } from './relayServer'
import { JOIN, joinRaw, openMember, openRaw, relay, useRelay } from './relayRoom'
import { messagesOf, presentFor, statusesOf, until } from './support'

useRelay()

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
    expect(relay.server.rooms.size).toBe(0)
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
