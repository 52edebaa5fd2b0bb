import type { Fault, TestEnd } from './support'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import { candidate, DELIVERED, frame, hello, LOST, openEnd, seen, settle, withFaults } from './support'

/** A caller with the given faults on its posts, from the first hello on; the callee's channel has none. */
async function openLossy(...faults: Fault[]) {
  const bus = createMemoryBus()
  const callee = openEnd(bus.open('wire'), 'callee')
  const caller = openEnd(withFaults(bus.open('wire'), faults), 'caller')
  await settle()
  return { bus, caller, callee }
}

const envelope = { v: 1, room: 'r', from: 'caller' }

/** The hellos with which an end asked, after its first. */
function asks({ taps }: TestEnd) {
  return taps
    .flatMap(({ direction, message }) => (direction === 'out' && message?.kind === 'hello' ? [message] : []))
    .filter(({ reply }) => reply)
    .slice(1)
}

describe('a lost message', () => {
  it('is asked for when the next one arrives, and both are delivered in order', async () => {
    const { caller, callee } = await openLossy(DELIVERED, LOST)

    const said = [1, 2].map((n) => caller.send(candidate(n)))
    await settle()

    expect(callee.messages).toEqual(said)
    expect(asks(callee)).toMatchObject([{ of: 'caller-1', received: -1 }])
  })

  it('is asked for once, however many follow it', async () => {
    const { caller, callee } = await openLossy(DELIVERED, LOST)

    const said = [1, 2, 3, 4, 5].map((n) => caller.send(candidate(n)))
    await settle()

    expect(callee.messages).toEqual(said)
    expect(asks(callee)).toHaveLength(1)
    expect(seen(callee.taps).filter((line) => line === 'in out-of-order candidate')).toHaveLength(4)
  })

  it('is asked for again when it is another one', async () => {
    const repeats = [DELIVERED, DELIVERED, DELIVERED]
    const { caller, callee } = await openLossy(DELIVERED, LOST, DELIVERED, ...repeats, LOST)

    const said = []
    for (const n of [1, 2, 3, 4]) {
      said.push(caller.send(candidate(n)))
      await settle()
    }

    expect(callee.messages).toEqual(said)
    expect(asks(callee)).toMatchObject([{ received: -1 }, { received: 1 }])
  })

  it('is asked for in a new session, though the old one never answered', async () => {
    const { bus, callee } = await openLossy()
    const bare = bus.open('wire')
    const late = { ...envelope, seq: 1, kind: 'bye', reason: 'left' }

    bare.post(frame({ ...late, session: 'old' }))
    bare.post(frame({ ...late, session: 'new' }))
    await settle()

    expect(asks(callee)).toMatchObject([{ of: 'old' }, { of: 'new' }])
  })

  it('is asked for when it was the last, because the closing hello counts it', async () => {
    const bus = createMemoryBus()
    const unheard = [DELIVERED, DELIVERED, DELIVERED]
    const caller = openEnd(withFaults(bus.open('wire'), [...unheard, DELIVERED, LOST]), 'caller')
    const said = [1, 2].map((n) => caller.send(candidate(n)))
    await settle()

    const callee = openEnd(bus.open('wire'), 'callee')
    await settle()

    expect(callee.messages).toEqual(said)
    expect(asks(callee)).toMatchObject([{ received: 0 }])
  })

  it('is not asked for when the hello wants a reply, which tells of the loss by itself', async () => {
    const { bus, callee } = await openLossy()
    const before = callee.taps.length

    bus.open('wire').post(hello('caller', { seq: 3 }))
    await settle()

    expect(asks(callee)).toEqual([])
    expect(seen(callee.taps).slice(before)).toEqual(['in control hello', 'out control hello'])
  })

  it('is sent again, with those behind it only, to an end that says how far it got', async () => {
    const { bus, caller, callee } = await openLossy(DELIVERED, DELIVERED, LOST)
    const said = [1, 2].map((n) => caller.send(candidate(n)))
    await settle()
    caller.taps.length = 0

    bus.open('wire').post(hello('callee', { of: 'caller-1', received: 0, reply: false }))
    await settle()

    expect(callee.messages).toEqual(said)
    expect(seen(caller.taps)).toEqual(['in control hello', 'out sent candidate'])
    expect(caller.taps[1]?.message).toEqual(said[1])
  })
})

describe('an old hello', () => {
  /** Everything that both ends posted from their opening on, each received by the other. */
  async function talk() {
    const { bus, caller, callee } = await openLossy()
    for (const n of [1, 2, 3]) caller.send(candidate(n))
    for (const n of [4, 5]) callee.send(candidate(n))
    caller.ask()
    callee.ask()
    await settle()
    const hellos = [caller, callee].flatMap(({ taps }) =>
      taps.flatMap(({ direction, message }) =>
        direction === 'out' && message?.kind === 'hello' ? [message] : [],
      ),
    )
    for (const { taps, confirmations } of [caller, callee]) {
      taps.length = 0
      confirmations.length = 0
    }
    return { bus, caller, callee, hellos }
  }

  it('has no effect when it is replayed: nothing is sent again, and each gets one answer at most', async () => {
    const { bus, caller, callee, hellos } = await talk()
    const stranger = bus.open('wire')

    for (let time = 0; time < 100; time += 1) for (const message of hellos) stranger.post(frame(message))
    await settle()

    const posted = [...caller.taps, ...callee.taps].filter(({ direction }) => direction === 'out')
    expect(posted.filter(({ outcome }) => outcome === 'sent')).toEqual([])
    expect(posted).toHaveLength(100 * hellos.filter(({ reply }) => reply).length)
    expect([caller.confirmations, callee.confirmations]).toEqual([[], []])
  })

  it('does not hide what has been lost since', async () => {
    const { bus, caller, hellos } = await talk()
    const stranger = bus.open('wire')
    stranger.post(frame(hellos.find(({ from }) => from === 'callee')!))
    stranger.post(hello('callee', { of: 'caller-1', received: 1, seq: 1, reply: false }))
    const said = caller.send(candidate(6))
    await settle()
    caller.taps.length = 0

    stranger.post(hello('callee', { of: 'caller-1', received: 2, seq: 1, reply: false }))
    await settle()

    expect(caller.taps.flatMap(({ outcome, message }) => (outcome === 'sent' ? [message] : []))).toEqual([
      said,
    ])
  })

  it('of the previous session does not count when the other end was reloaded', async () => {
    const { bus, caller } = await talk()

    const again = openEnd(bus.open('wire'), 'callee', { session: 'callee-2' })
    await settle()

    expect(again.messages).toHaveLength(3)
    expect(caller.confirmations[0]).toBe(3)
  })
})

describe('an end that does not know this session', () => {
  it('gets everything, whatever number it gives', async () => {
    const { bus, caller } = await openLossy()
    const said = [1, 2].map((n) => caller.send(candidate(n)))
    await settle()
    caller.taps.length = 0

    bus.open('wire').post(hello('callee', { of: 'another', received: 1, reply: false }))
    await settle()

    const repeated = caller.taps.filter(({ outcome }) => outcome === 'sent')
    expect(repeated.map(({ message }) => message)).toEqual(said)
  })
})

describe('a repeated message', () => {
  it('is delivered once and seen as a duplicate', async () => {
    const { caller, callee } = await openLossy(DELIVERED, [0, 0])

    const said = caller.send(candidate(1))
    await settle()

    expect(callee.messages).toEqual([said])
    expect(seen(callee.taps).slice(-2)).toEqual(['in delivered candidate', 'in duplicate candidate'])
  })
})

describe('under any loss, repetition and delay', () => {
  const fault = fc.oneof(
    { weight: 2, arbitrary: fc.constant(DELIVERED) },
    { weight: 1, arbitrary: fc.array(fc.nat(4), { maxLength: 3 }) },
  )
  const faults = fc.array(fault, { maxLength: 40 })
  const turn = fc.record({ by: fc.constantFrom('caller' as const, 'callee' as const), pause: fc.boolean() })

  it('both ends have everything once and in order after a last hello, and no one asked twice', async () => {
    const script = fc.array(turn, { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(script, faults, faults, async (turns, callerFaults, calleeFaults) => {
        const bus = createMemoryBus()
        const wires = {
          caller: withFaults(bus.open('wire'), callerFaults),
          callee: withFaults(bus.open('wire'), calleeFaults),
        }
        const ends = { caller: openEnd(wires.caller, 'caller'), callee: openEnd(wires.callee, 'callee') }
        const said = { caller: [] as unknown[], callee: [] as unknown[] }
        for (const [n, { by, pause }] of turns.entries()) {
          said[by].push(ends[by].send(candidate(n)))
          if (pause) await settle()
        }
        wires.caller.heal()
        wires.callee.heal()
        await settle()

        const asked = [ends.caller, ends.callee].map((end) => asks(end).map(({ received }) => received))
        // What the sender of the last message does after a while.
        ends.caller.ask()
        ends.callee.ask()
        await settle()

        expect(ends.callee.messages).toEqual(said.caller)
        expect(ends.caller.messages).toEqual(said.callee)
        for (const at of asked) expect(at).toEqual([...new Set(at)])
      }),
      { numRuns: 500 },
    )
  })
})
