import type { Channel } from './channel'
import type { End, HelloMessage, NumberedMessage, SignalBody, SignalMessage } from './message'
import type { TapEntry } from './tap'
import { readFrame, toFrame } from './frame'
import { createInbox } from './inbox'
import type { Partner } from './inbox'
import { runListener } from './listener'
import { readMessage } from './message'

/** Whether the other end is present. `returned`: it was present before, in another session. */
export type PeerPresence =
  | { status: 'here'; session: string; returned: boolean }
  | { status: 'gone'; session: string; reason: 'hang-up' | 'left' }

/** Refusals that are reported one by one. After that only each doubling of their number is: a flood must not fill the log. */
const MAX_TOLD = 256

export interface SignalingOptions {
  /** Owned from here on: closing the signaling closes it. */
  channel: Channel
  room: string
  end: End
  /** An id of this one life of the end; a page that is loaded again takes another. */
  session: string
  /** Where nobody can return, as between two ends of one page, the first stays the partner. Default: the latest. */
  partner?: Partner
  /** Each numbered message of the other end, once and in order. */
  onMessage(message: NumberedMessage): void
  /** Everything that crosses the wire, in both directions, before anything else reacts to it. */
  onTap(entry: TapEntry): void
  onPeer(status: PeerPresence): void
  /**
   * The other end has said how much of what was sent has arrived. `missing` messages had not, and have just been
   * sent again; told only where it is news.
   */
  onConfirmed(missing: number): void
}

export interface Signaling {
  /**
   * Sends one message and keeps it, to repeat it to an end that lacks it. Returns it as sent.
   * Throws a TypeError if the other end would refuse it, an InvalidStateError once closed.
   */
  send(body: SignalBody): NumberedMessage
  /** Asks the other end what has arrived; what has not is sent again when it answers. Nothing once closed. */
  ask(): void
  /** Says nothing and stops hearing; to part politely, send `bye` first. Idempotent. */
  close(): void
}

/**
 * Lets one end of a call talk to the other over a channel that may lose, repeat or reorder, and
 * that forgets what was said before anyone listened. How descriptions travel is the application's
 * affair (RFC 9429 §1.1); candidates must arrive exactly once and in order (RFC 8838 §9).
 *
 * Each end numbers what it sends and keeps it. A `hello` tells how much of the other's stream has
 * arrived, and whoever reads that something is missing sends it again. Nothing runs on a timer here: a
 * loss is noticed at the next message or hello, so whoever sent the last one is to `ask` after a while.
 *
 * Posts the first hello, and so calls `onTap`, before it returns. Throws a TypeError for a room or
 * session id that the other end would refuse, an InvalidStateError for a closed channel.
 */
export function openSignaling(options: SignalingOptions): Signaling {
  const { channel, room, end, session, partner = 'latest' } = options
  const otherEnd: End = end === 'caller' ? 'callee' : 'caller'
  const inbox = createInbox(partner)
  const sent: NumberedMessage[] = []
  let confirmed = -1
  let refusals = 0
  let closed = false

  // Any listener may close the wire, so each step after a listener asks again.
  function tell(run: () => void): void {
    if (!closed) runListener(run)
  }

  function tap(entry: Omit<TapEntry, 'at'>): void {
    tell(() => options.onTap({ at: performance.now(), ...entry }))
  }

  function tapRefused(entry: Pick<TapEntry, 'size' | 'message' | 'reason' | 'detail'>): void {
    refusals += 1
    const isDoubled = Number.isInteger(Math.log2(refusals))
    if (refusals > MAX_TOLD && !isDoubled) return
    const count = refusals > MAX_TOLD ? { count: refusals } : {}
    tap({ direction: 'in', outcome: 'refused', ...entry, ...count })
  }

  function post(message: SignalMessage): void {
    if (closed) return
    channel.post(toFrame(message))
    const outcome = message.kind === 'hello' ? 'control' : 'sent'
    tap({ direction: 'out', outcome, size: sizeOf(message), message })
  }

  // A message that the other end refuses would leave a gap for ever, so it is refused here.
  function seal(body: object, seq: number): SignalMessage {
    const draft = { ...body, v: 1, room, from: end, session, seq }
    const read = readMessage(draft, { room, end: otherEnd })
    if (!read.ok) throw new TypeError(`${read.reason}: ${read.detail}`)
    return read.message
  }

  function postHello(reply: boolean): void {
    const { received, session: of } = inbox
    post(seal({ kind: 'hello', received, of, reply }, sent.length - 1))
  }

  function answer(hello: HelloMessage): void {
    // A number beyond the last is nonsense, and no reason to keep anything back.
    const has = hello.of === session && hello.received < sent.length ? hello.received : -1
    // What has arrived stays arrived: an older hello that comes late, or is replayed to flood the wire, is no news.
    const isOld = has < confirmed
    const missing = isOld ? [] : sent.slice(has + 1)
    missing.forEach(post)
    // The hello goes after the resends, so that the receiver can tell “lost” from “not yet arrived”.
    if (hello.reply) postHello(false)
    if (isOld || (missing.length === 0 && has === confirmed)) return
    confirmed = has
    tell(() => options.onConfirmed(missing.length))
  }

  function deliver(message: NumberedMessage): void {
    tell(() => options.onMessage(message))
    if (message.kind !== 'bye') return
    const { session, reason } = message
    tell(() => options.onPeer({ status: 'gone', session, reason }))
  }

  function receive(data: unknown): void {
    const read = readFrame(data, { room, end })
    if (!read.ok) {
      const { reason, detail } = read
      // Only a string is measured: turning a hostile object into JSON may never end.
      const size = typeof data === 'string' ? data.length : 0
      tapRefused({ size, reason, detail })
      return
    }

    const { message } = read
    const { outcome, reason, arrival, ask } = inbox.take(message)
    const entry = { direction: 'in', outcome, size: sizeOf(message), message } as const
    if (outcome === 'refused') {
      const { size } = entry
      tapRefused({ size, message, ...(reason && { reason }), detail: `session: ${message.session}` })
      return
    }
    tap(entry)

    // The wire's own business comes first, because the listeners may send.
    if (arrival) confirmed = -1
    if (message.kind === 'hello') answer(message)
    if (ask) postHello(true)
    if (arrival) {
      const returned = arrival === 'returned'
      tell(() => options.onPeer({ status: 'here', session: message.session, returned }))
    }
    if (outcome === 'delivered' && message.kind !== 'hello') deliver(message)
  }

  // If this throws, nothing is left behind; no answer can arrive before the next line has run.
  postHello(true)
  const unsubscribe = channel.subscribe((data) => runListener(() => receive(data)))

  return {
    send(body) {
      if (closed) throw new DOMException('The signaling is closed.', 'InvalidStateError')
      const message = seal(body, sent.length)
      if (message.kind === 'hello') throw new TypeError('malformed: only the wire says hello')
      sent.push(message)
      post(message)
      return message
    },
    ask: () => postHello(true),
    close() {
      closed = true
      unsubscribe()
      channel.close()
    },
  }
}

function sizeOf(message: SignalMessage): number {
  return JSON.stringify(message).length
}
