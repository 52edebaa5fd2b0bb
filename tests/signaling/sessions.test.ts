import { describe, expect, it } from 'vitest'
import { createMemoryBus } from '../../broadcast-signaling/memory'
import { candidate, frame, hello, openEnd, seen, settle } from './support'

describe('two rooms on one channel', () => {
  it('receive nothing from each other', async () => {
    const bus = createMemoryBus()
    const open = (room: string) => ({
      caller: openEnd(bus.open('wire'), 'caller', { room, session: `${room} caller` }),
      callee: openEnd(bus.open('wire'), 'callee', { room, session: `${room} callee` }),
    })
    const a = open('a')
    const b = open('b')
    await settle()

    const saidInA = a.caller.send(candidate(1))
    const saidInB = b.callee.send(candidate(2))
    await settle()

    expect([a.callee.messages, a.caller.messages]).toEqual([[saidInA], []])
    expect([b.callee.messages, b.caller.messages]).toEqual([[], [saidInB]])
    expect(a.callee.peers).toEqual([{ status: 'here', session: 'a caller', returned: false }])
    expect(seen(b.callee.taps)).toContain('in refused room')
  })
})

describe('a second caller', () => {
  it('is refused by the first as the same end, and the first by the second', async () => {
    const bus = createMemoryBus()
    const first = openEnd(bus.open('wire'), 'caller', { session: 'first' })
    const second = openEnd(bus.open('wire'), 'caller', { session: 'second' })
    await settle()
    second.send(candidate(1))
    first.send(candidate(2))
    await settle()

    expect(seen(first.taps).filter((line) => line.startsWith('in'))).toEqual([
      'in refused same-end',
      'in refused same-end',
    ])
    expect(seen(second.taps).filter((line) => line.startsWith('in'))).toEqual(['in refused same-end'])
    expect([first.messages, first.peers, second.messages, second.peers]).toEqual([[], [], [], []])
  })

  it('replaces the first for the callee, who refuses the first from then on', async () => {
    const bus = createMemoryBus()
    const first = openEnd(bus.open('wire'), 'caller', { session: 'first' })
    const callee = openEnd(bus.open('wire'), 'callee')
    const early = first.send(candidate(1))
    await settle()

    const second = openEnd(bus.open('wire'), 'caller', { session: 'second' })
    await settle()
    callee.taps.length = 0
    first.send(candidate(2))
    const late = second.send(candidate(3))
    await settle()

    expect(callee.messages).toEqual([early, late])
    expect(seen(callee.taps)).toEqual(['in refused old-session', 'in delivered candidate'])
  })
})

describe('an end that keeps its first partner', () => {
  it('refuses every other sender, and continues with its partner', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller', { partner: 'first' })
    const callee = openEnd(bus.open('wire'), 'callee')
    const early = callee.send(candidate(1))
    await settle()
    caller.taps.length = 0

    const stranger = openEnd(bus.open('wire'), 'callee', { session: 'stranger' })
    stranger.send({ kind: 'bye', reason: 'hang-up' })
    const late = callee.send(candidate(2))
    await settle()

    expect(caller.messages).toEqual([early, late])
    expect(caller.peers).toEqual([{ status: 'here', session: 'callee-1', returned: false }])
    const refused = caller.taps.filter(({ outcome }) => outcome === 'refused')
    expect(refused.map(({ reason }) => reason)).toEqual(['stranger', 'stranger'])
    // It gets no answer, so it learns nothing about the call.
    expect(stranger.messages).toEqual([])
  })
})

describe('an end that returns in a new session', () => {
  it('is announced as returned, and both get all messages from the start', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller')
    const before = openEnd(bus.open('wire'), 'callee', { session: 'before' })
    const asked = [1, 2].map((n) => caller.send(candidate(n)))
    const first = before.send(candidate(3))
    await settle()
    before.close()

    const after = openEnd(bus.open('wire'), 'callee', { session: 'after' })
    const second = after.send(candidate(4))
    await settle()

    expect(after.messages).toEqual(asked)
    expect(caller.messages).toEqual([first, second])
    expect([first.seq, second.seq]).toEqual([0, 0])
    expect(caller.peers).toEqual([
      { status: 'here', session: 'before', returned: false },
      { status: 'here', session: 'after', returned: true },
    ])
  })

  it('is known by its first numbered message when its hello was lost', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller')
    const bare = bus.open('wire')
    const message = { v: 1, room: 'r', from: 'callee', session: 'x', seq: 0, kind: 'bye', reason: 'left' }

    bare.post(frame(message))
    await settle()

    expect(caller.messages).toEqual([message])
    expect(caller.peers[0]).toEqual({ status: 'here', session: 'x', returned: false })
  })

  it('does not bring back the old session, whose hello is not even answered', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller')
    const bare = bus.open('wire')
    bare.post(hello('callee', { session: 'old' }))
    bare.post(hello('callee', { session: 'new' }))
    await settle()
    caller.taps.length = 0

    bare.post(hello('callee', { session: 'old' }))
    await settle()

    expect(seen(caller.taps)).toEqual(['in refused old-session'])
    expect(caller.peers).toHaveLength(2)
  })
})

describe('a bye', () => {
  it('is delivered in its turn, and the end is gone', async () => {
    const bus = createMemoryBus()
    const caller = openEnd(bus.open('wire'), 'caller')
    const callee = openEnd(bus.open('wire'), 'callee')
    const said = [caller.send(candidate(1)), caller.send({ kind: 'bye', reason: 'hang-up' })]
    caller.close()
    await settle()

    expect(callee.messages).toEqual(said)
    expect(callee.peers).toEqual([
      { status: 'here', session: 'caller-1', returned: false },
      { status: 'gone', session: 'caller-1', reason: 'hang-up' },
    ])
  })
})
