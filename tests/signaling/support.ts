import type { Channel } from '../../broadcast-signaling/channel'
import type { End, NumberedMessage, SignalBody, SignalMessage } from '../../broadcast-signaling/message'
import type { Partner } from '../../broadcast-signaling/inbox'
import type { PeerPresence, Signaling, SignalingOptions } from '../../broadcast-signaling/signaling'
import type { TapEntry } from '../../broadcast-signaling/tap'
import { vi } from 'vitest'
import { toFrame } from '../../broadcast-signaling/frame'
import { readMessage } from '../../broadcast-signaling/message'
import { openSignaling } from '../../broadcast-signaling/signaling'

/** One end of a test call, with everything that its listeners received. */
export interface TestEnd extends Signaling {
  session: string
  messages: NumberedMessage[]
  taps: TapEntry[]
  peers: PeerPresence[]
  /** The number of missing messages in each confirmation. */
  confirmations: number[]
}

type Identity = Pick<SignalingOptions, 'room' | 'session'> & { partner: Partner }

/** Opens an end that records what it receives; its session is named after it by default. */
export function openEnd(
  channel: Channel,
  end: End,
  { room = 'r', session = `${end}-1`, partner = 'latest' }: Partial<Identity> = {},
): TestEnd {
  const messages: NumberedMessage[] = []
  const taps: TapEntry[] = []
  const peers: PeerPresence[] = []
  const confirmations: number[] = []
  const signaling = openSignaling({
    channel,
    room,
    end,
    session,
    partner,
    onMessage: (message) => messages.push(message),
    onTap: (entry) => taps.push(entry),
    onPeer: (status) => peers.push(status),
    onConfirmed: (missing) => confirmations.push(missing),
  })
  return { ...signaling, session, messages, taps, peers, confirmations }
}

/** Collects what would reach `window.onerror`, before it fails the test run. */
export function catchUncaught(): unknown[] {
  const thrown: unknown[] = []
  const queue = queueMicrotask
  vi.stubGlobal('queueMicrotask', (task: () => void) => {
    queue(() => {
      try {
        task()
      } catch (error) {
        thrown.push(error)
      }
    })
  })
  return thrown
}

/** One turn of the event loop: a memory bus uses microtasks, so all of them have run by then. */
export function settle(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done)
  })
}

/** A small numbered body that differs from the others. */
export function candidate(n: number): SignalBody {
  const line = `candidate:${n} 1 udp 2122260223 192.0.2.${n} 50000 typ host`
  const init = { candidate: line, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'abcd' }
  return { kind: 'candidate', candidate: init }
}

/** A hello as an end would post it, to be posted from a bare channel. */
export function hello(from: End, fields: Partial<SignalMessage> = {}): object {
  const said = { seq: -1, received: -1, of: null, reply: true }
  return frame({ v: 1, room: 'r', from, session: `${from}-1`, kind: 'hello', ...said, ...fields })
}

/** A valid message as an end would post it. */
export function frame(message: object): object {
  const { room, from } = message as SignalMessage
  const read = readMessage(message, { room, end: from === 'caller' ? 'callee' : 'caller' })
  if (!read.ok) throw new Error(read.detail)
  return toFrame(read.message)
}

/** A tap's entries, in short: `in delivered candidate`, `in refused same-end`. */
export function seen(taps: TapEntry[]): string[] {
  return taps.map((entry) => {
    const what = entry.reason ?? entry.message?.kind ?? ''
    return `${entry.direction} ${entry.outcome} ${what}`
  })
}

/** What happens to one post: a delay, counted in later posts, for each copy that arrives. */
export type Fault = number[]

/** A channel with the given faults on its posts in turn, and none after the last. */
export function withFaults(channel: Channel, faults: Fault[]): Channel & { heal(): void } {
  const coming = [...faults]
  let held: { data: unknown; wait: number }[] = []

  function deliver(due: (wait: number) => boolean) {
    const now = held.filter(({ wait }) => due(wait))
    held = held.filter(({ wait }) => !due(wait))
    for (const { data } of now) channel.post(data)
  }

  return {
    ...channel,
    post(data) {
      held = held.map((item) => ({ ...item, wait: item.wait - 1 }))
      for (const wait of coming.shift() ?? [0]) held.push({ data, wait })
      deliver((wait) => wait <= 0)
    },
    /** Posts what was delayed, and causes no more faults. */
    heal() {
      coming.length = 0
      deliver(() => true)
    },
  }
}

export const DELIVERED: Fault = [0]
export const LOST: Fault = []
