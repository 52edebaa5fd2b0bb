import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryBus } from '../../../broadcast-signaling/memory'
import type { Channel } from '../../../broadcast-signaling/channel'
import { BENCH } from '../../../machines/scripts/bench'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { roomNotice } from '../../../src/features/tabs/roomNotice'
import { readOtherVersion, readRoomMessage } from '../../../src/tabs/tabMessage'
import { createFakeWorld, until } from '../../support/fakeCall'
import { endsOf } from '../../support/endsOf'

const settings = { media: 'camera', trickle: true, iceServers: [], relayOnly: false }
const call = { round: 1, id: 'c1', began: 1 }
const hello = { v: 3, tab: 't1', kind: 'hello', role: 'callee', call, settings, reply: false }
/** As the app said it before `role`. */
const { role, ...nameless } = hello
const helloOf2 = { ...nameless, v: 2, seat: role }
const init = { at: 1, event: { type: 'xstate.init' } }
const log = {
  v: 3,
  tab: 't1',
  kind: 'log',
  call: 'c1',
  end: 'callee',
  session: 'l1',
  settings,
  from: 0,
  entries: [init],
}

describe('a message of the room', () => {
  it.each([
    [hello],
    [log],
    [{ v: 3, tab: 't1', kind: 'bye' }],
    [{ v: 3, tab: 't', kind: 'settings', settings }],
  ])('is read as a copy: %o', (message) => {
    const read = readRoomMessage(message, HANDSHAKE_13)
    expect(read).toEqual(message)
    expect(read).not.toBe(message)
  })

  it.each([
    ['another version', { ...hello, v: 1 }],
    ['the words of version 2', { ...helloOf2, v: 3 }],
    ['version 2', helloOf2],
    ['a run without its step', { ...log, entries: [{ at: 1, event: { type: 'step.run' } }] }],
    ['an unknown kind', { ...hello, kind: 'shout' }],
    ['an unknown field', { ...hello, extra: 1 }],
    ['an unknown end', { ...log, end: 'nobody' }],
    ['markup as an id', { ...hello, tab: '<b>' }],
    ['an unknown event', { ...log, entries: [{ at: 1, event: { type: 'call.explode' } }] }],
    [
      'an event with a foreign field',
      { ...log, entries: [{ at: 1, event: { type: 'step.run', step: 'add-tracks', x: 1 } }] },
    ],
    ['a time before the call', { ...log, entries: [{ ...init, at: -1 }] }],
    ['a time that is none', { ...log, entries: [{ ...init, at: NaN }] }],
  ])('is refused for %s', (_why, message) => {
    expect(readRoomMessage(message, HANDSHAKE_13)).toBeNull()
  })

  it('of a bench holds its events, and no step', () => {
    const withEvent = (event: object) => ({ ...log, entries: [{ at: 1, event }] })
    const run = withEvent({ type: 'bench.run', operation: { call: 'create' } })
    expect(readRoomMessage(run, BENCH)).toEqual(run)
    expect(readRoomMessage(run, HANDSHAKE_13)).toBeNull()
    expect(readRoomMessage(withEvent({ type: 'step.run', step: 'add-tracks' }), BENCH)).toBeNull()
  })

  it('never throws, whatever it is given', () => {
    const hostile = new Proxy({}, { get: () => { throw new Error('no') } }) // prettier-ignore
    expect(readRoomMessage(hostile, HANDSHAKE_13)).toBeNull()
    expect(readOtherVersion(hostile)).toBeNull()
    fc.assert(fc.property(fc.anything(), (data) => readRoomMessage(data, HANDSHAKE_13) === null))
    fc.assert(fc.property(fc.anything(), (data) => readOtherVersion(data) === null))
  })
})

describe('junk on the channel of the room', () => {
  let tab: Call | null = null
  let junk: Channel | null = null

  afterEach(() => {
    tab?.close()
    junk?.close()
  })

  async function openTab() {
    const bus = createMemoryBus()
    const { world } = createFakeWorld()
    tab = createCall({ ...world, openChannel: (name) => bus.open(name) }, { room: 'room-1', end: 'caller' })
    await vi.waitFor(() => expect(tab?.frame.value.tabs?.status).toBe('in'))
    await until(tab, ({ turn }) => turn.tag === 'ready')
    junk = bus.open('handshake/room-1/log')
    return { tab, junk, id: tab.frame.value.channelName.split('.')[1] ?? '' }
  }

  it('changes nothing of the call', async () => {
    const { tab, junk, id } = await openTab()
    const before = tab.log().length
    for (const data of [null, 'hello', 42, [log], { ...hello, call: { ...call, round: -1 } }]) junk.post(data)
    // Entries of the end that this tab plays itself, of another call, and of an end that does not exist.
    junk.post({ ...log, end: 'caller', call: id })
    junk.post({ ...log, call: 'another' })
    junk.post({
      ...log,
      call: id,
      entries: [{ at: 1, event: { type: 'pc.changed', cause: '', status: {} } }],
    })
    junk.post({ ...hello, kind: 'bye', role: undefined })
    tab.playback.next()
    await until(tab, ({ statuses }) => statuses['capture-media'] === 'done')
    expect(tab.log().length).toBeGreaterThan(before)
    expect(tab.log().some(({ end }) => end === 'callee')).toBe(false)
  })

  it('an impossible count of starts does not prevent starting over', async () => {
    const { tab, junk } = await openTab()
    const calls: unknown[] = []
    junk.subscribe((data) => calls.push(readRoomMessage(data, HANDSHAKE_13)))
    junk.post({ ...hello, call: { ...call, round: Number.MAX_SAFE_INTEGER } })
    tab.playback.restart()
    await vi.waitFor(() => {
      const rounds = calls.flatMap((message) => (message as { call?: { round?: number } | null }).call?.round ?? []) // prettier-ignore
      expect(rounds).toContain(2)
    })
    expect(calls).not.toContain(null)
  })

  it('of another version is refused, and reported until that tab leaves', async () => {
    const { tab, junk, id } = await openTab()
    const notice = () => tab.frame.value.tabs && roomNotice(tab.frame.value.tabs, tab.history.now.value).kind
    const old = { ...log, v: 1, call: id, entries: [{ at: 1, event: { type: 'step.run' } }] }
    expect(notice()).toBe('alone')
    junk.post(old)
    await vi.waitFor(() => expect(notice()).toBe('other-version'))
    junk.post({ ...helloOf2, tab: 't2' })
    junk.post({ v: 1, tab: 't1', kind: 'bye' })
    // The step of an intent is unknown, so nothing of that log is accepted.
    tab.playback.next()
    await until(tab, ({ statuses }) => statuses['capture-media'] === 'done')
    expect(tab.log().some(({ end }) => end === 'callee')).toBe(false)
    expect(notice()).toBe('other-version')
    junk.post({ v: 2, tab: 't2', kind: 'bye' })
    await vi.waitFor(() => expect(notice()).toBe('alone'))
  })

  it('asks for what is missing, and takes each entry once', async () => {
    const { tab, junk, id } = await openTab()
    const heard: unknown[] = []
    junk.subscribe((data) => heard.push(data))
    const own = { ...log, call: id }

    junk.post({ ...own, from: 3 })
    await vi.waitFor(() =>
      expect(heard).toContainEqual(expect.objectContaining({ kind: 'hello', reply: true })),
    )
    junk.post(own)
    junk.post({ ...own, entries: [init, { at: 2, event: { type: 'signal.other-end', status: 'here', returned: false } }] }) // prettier-ignore
    junk.post(own)
    await until(tab, (view) => endsOf(view).callee.context.otherEnd === 'here')
    expect(tab.log().filter(({ end }) => end === 'callee')).toHaveLength(2)
  })
})
