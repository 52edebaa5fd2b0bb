import { describe, expect, it, vi } from 'vitest'
import { openBroadcast } from '../../broadcast-signaling/broadcast'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import { openSignaling } from '../../broadcast-signaling/signaling'
import { candidate, catchUncaught, openEnd, seen, settle } from './support'

function openPair() {
  const bus = createMemoryBus()
  const caller = openEnd(bus.open('wire'), 'caller')
  const callee = openEnd(bus.open('wire'), 'callee')
  return { bus, caller, callee }
}

describe('two ends', () => {
  it('exchange numbered messages in order, and a hello is not one of them', async () => {
    const { caller, callee } = openPair()
    await settle()

    const asked = [1, 2, 3].map((n) => caller.send(candidate(n)))
    const answered = [4, 5].map((n) => callee.send(candidate(n)))
    await settle()

    expect(asked.map(({ seq }) => seq)).toEqual([0, 1, 2])
    expect(callee.messages).toEqual(asked)
    expect(caller.messages).toEqual(answered)
  })

  it('receive everything that was sent before they opened', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller')
    const said = [1, 2, 3].map((n) => caller.send(candidate(n)))
    await settle()

    const callee = openEnd(bus.open('wire'), 'callee')
    await settle()

    expect(callee.messages).toEqual(said)
  })

  it('are announced to each other once, in either order', async () => {
    const { caller, callee } = openPair()
    await settle()

    expect(caller.peers).toEqual([{ status: 'here', session: 'callee-1', returned: false }])
    expect(callee.peers).toEqual([{ status: 'here', session: 'caller-1', returned: false }])
  })

  it('exchange messages over a real BroadcastChannel', async () => {
    const caller = openEnd(openBroadcast('two ends'), 'caller')
    const early = caller.send(candidate(1))
    const callee = openEnd(openBroadcast('two ends'), 'callee')
    await vi.waitFor(() => expect(callee.messages).toEqual([early]))

    const answer = callee.send(candidate(2))

    await vi.waitFor(() => expect(caller.messages).toEqual([answer]))
    caller.close()
    callee.close()
  })
})

describe('the tap', () => {
  it('sees both directions of a quiet exchange, and nothing more', async () => {
    const { caller, callee } = openPair()
    await settle()

    caller.send(candidate(1))
    await settle()

    // The caller's first hello was posted before the callee listened.
    expect(seen(caller.taps)).toEqual([
      'out control hello',
      'in control hello',
      'out control hello',
      'out sent candidate',
    ])
    expect(seen(callee.taps)).toEqual(['out control hello', 'in control hello', 'in delivered candidate'])
  })

  it('measures each message by its JSON and dates it', async () => {
    const { caller, callee } = openPair()
    caller.send(candidate(1))
    await settle()

    for (const { taps } of [caller, callee]) {
      expect(taps.map(({ size }) => size)).toEqual(taps.map(({ message }) => JSON.stringify(message).length))
      const times = taps.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(performance.now())
    }
  })

  it('shows what was refused, and signaling continues', async () => {
    const { bus, caller, callee } = openPair()
    const stranger = bus.open('wire')
    await settle()
    callee.taps.length = 0

    for (const junk of ['junk', null, { v: 2 }, new Map()]) stranger.post(junk)
    const said = caller.send(candidate(1))
    await settle()

    expect(seen(callee.taps)).toEqual([
      'in refused malformed',
      'in refused malformed',
      'in refused version',
      'in refused malformed',
      'in delivered candidate',
    ])
    expect(callee.taps.map(({ size }) => size).slice(0, 4)).toEqual([4, 0, 0, 0])
    expect(callee.messages).toEqual([said])
  })
})

describe('a flood of foreign messages', () => {
  it('is reported one by one at first, then at every doubling with the count', async () => {
    const { bus, caller, callee } = openPair()
    const stranger = bus.open('wire')
    await settle()
    callee.taps.length = 0
    for (let at = 0; at < 2_000; at += 1) stranger.post('junk')
    const said = caller.send(candidate(1))
    await settle()
    const refused = callee.taps.filter(({ outcome }) => outcome === 'refused')
    expect(refused).toHaveLength(256 + 2)
    expect(refused.slice(-3).map(({ count }) => count)).toEqual([undefined, 512, 1_024])
    expect(callee.messages).toEqual([said])
  })
})

describe('send', () => {
  it('refuses what the other end would refuse, and uses no number for it', async () => {
    const { caller, callee } = openPair()
    const sdp = 's'.repeat(256 * 1024 + 1)

    expect(() => caller.send({ kind: 'description', description: { type: 'offer', sdp } })).toThrow(
      new TypeError('too-large: description.sdp: Invalid length: Expected <=262144 but received 262145'),
    )
    // @ts-expect-error A body cannot be a hello.
    expect(() => caller.send({ kind: 'hello', received: -1, of: null, reply: true })).toThrow(TypeError)
    const said = caller.send(candidate(1))
    await settle()

    expect(callee.messages).toEqual([said])
  })

  it('lets no body override the envelope', () => {
    const { caller } = openPair()
    const forged = { ...candidate(1), from: 'callee', session: 'x', seq: 7 }

    expect(caller.send(forged)).toMatchObject({ from: 'caller', session: 'caller-1', seq: 0 })
  })

  it('keeps what it sent, whatever happens to the body afterwards', async () => {
    const { bus, caller } = openPair()
    const body = { kind: 'description' as const, description: { type: 'offer' as const, sdp: 'v=0' } }
    caller.send(body)

    body.description.sdp = 'changed'
    const late = openEnd(bus.open('wire'), 'callee', { session: 'late' })
    await settle()

    expect(late.messages).toMatchObject([{ description: { sdp: 'v=0' } }])
  })
})

describe('opening', () => {
  it('refuses a room that the other end would refuse, and leaves the channel alone', () => {
    const channel = createMemoryBus().open('wire')
    const subscribe = vi.spyOn(channel, 'subscribe')

    expect(() => openEnd(channel, 'caller', { room: 'r'.repeat(65) })).toThrow(TypeError)
    expect(subscribe).not.toHaveBeenCalled()
  })
})

describe('a listener that throws', () => {
  it.each(['onMessage', 'onTap', 'onPeer'] as const)('in %s stops nothing and is reported', async (name) => {
    const thrown = catchUncaught()
    const bus = createMemoryBus()
    const fault = new Error(name)
    const listeners = { onMessage: vi.fn(), onTap: vi.fn(), onPeer: vi.fn(), onConfirmed: vi.fn() }
    listeners[name].mockImplementation(() => {
      throw fault
    })
    const channel = bus.open('wire')
    const callee = openSignaling({ channel, room: 'r', end: 'callee', session: 'callee-1', ...listeners })
    const caller = openEnd(bus.open('wire'), 'caller')
    const said = [1, 2].map((n) => caller.send(candidate(n)))
    await settle()
    const answer = callee.send(candidate(3))
    await settle()

    expect(listeners.onMessage.mock.calls).toEqual(said.map((message) => [message]))
    expect(caller.messages).toEqual([answer])
    expect(thrown.length).toBe(listeners[name].mock.calls.length)
    expect(new Set(thrown)).toEqual(new Set([fault]))
  })
})
