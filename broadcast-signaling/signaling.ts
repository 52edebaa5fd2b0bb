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

/**
 * Number of refusals that are reported one by one. After that one is reported each time their number doubles, so that a
 * flood does not fill the log.
 */
const MAX_REPORTED = 256

export interface SignalingOptions {
  /** The signaling owns it: closing the signaling closes the channel. */
  channel: Channel
  room: string
  end: End
  /** An id of this session of the end; a reloaded page takes another. */
  session: string
  /** Default: the latest. The first, where no end can be reloaded, as with two ends on one page. */
  partner?: Partner
  /** Called for each numbered message of the other end, once and in order. */
  onMessage(message: NumberedMessage): void
  /** Called for every message in both directions, before anything else reacts to it. */
  onTap(entry: TapEntry): void
  onPeer(status: PeerPresence): void
  /**
   * Called when the other end has reported how much has arrived. `missing` messages had not, and were just sent again.
   * Not called when nothing changed.
   */
  onConfirmed(missing: number): void
}

export interface Signaling {
  /**
   * Sends one message and keeps it, to send it again to an end that lacks it. Returns the message as sent. Throws a
   * TypeError if the other end would refuse it, an InvalidStateError once closed.
   */
  send(body: SignalBody): NumberedMessage
  /** Asks the other end what has arrived; when it answers, the rest is sent again. Does nothing once closed. */
  ask(): void
  /** Stops receiving and sends nothing; for a polite end send `bye` first. Idempotent. */
  close(): void
}

/**
 * Connects one end of a call to the other over a channel that may lose, repeat or reorder messages, and that has no
 * buffer. How descriptions travel is up to the application (RFC 9429 §1.1); candidates must arrive exactly once and in
 * order (RFC 8838 §9).
 *
 * Each end numbers what it sends and keeps it. A `hello` reports how much of the other's stream has arrived; an end
 * that reads that something is missing sends it again. Nothing runs on a timer here: a loss is noticed at the next
 * message or hello, so the sender of the last message must call `ask` after a while.
 *
 * Posts the first hello, and so calls `onTap`, before it returns. Throws a TypeError for a room or session id that the
 * other end would refuse, an InvalidStateError for a closed channel.
 */
export function openSignaling(options: SignalingOptions): Signaling {
  const { channel, room, end, session, partner = 'latest' } = options
  const otherEnd: End = end === 'caller' ? 'callee' : 'caller'
  const inbox = createInbox(partner)
  const sent: NumberedMessage[] = []
  let confirmed = -1
  let refusals = 0
  let closed = false

  // Any listener may close the signaling, so each step after a listener checks again.
  function notify(run: () => void): void {
    if (!closed) runListener(run)
  }

  function tap(entry: Omit<TapEntry, 'at'>): void {
    notify(() => options.onTap({ at: performance.now(), ...entry }))
  }

  function tapRefused(entry: Pick<TapEntry, 'size' | 'message' | 'reason' | 'detail'>): void {
    refusals += 1
    const isDoubled = Number.isInteger(Math.log2(refusals))
    if (refusals > MAX_REPORTED && !isDoubled) return
    const count = refusals > MAX_REPORTED ? { count: refusals } : {}
    tap({ direction: 'in', outcome: 'refused', ...entry, ...count })
  }

  function post(message: SignalMessage): void {
    if (closed) return
    channel.post(toFrame(message))
    const outcome = message.kind === 'hello' ? 'control' : 'sent'
    tap({ direction: 'out', outcome, size: sizeOf(message), message })
  }

  // A message that the other end would refuse would leave a permanent gap, so it is refused here.
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
    // A number beyond the last one sent is invalid; everything kept is sent again.
    const has = hello.of === session && hello.received < sent.length ? hello.received : -1
    // What was confirmed stays confirmed: an older hello that arrives late, or is replayed, changes nothing.
    const isOld = has < confirmed
    const missing = isOld ? [] : sent.slice(has + 1)
    missing.forEach(post)
    // The hello goes after the resends, so that the receiver can tell “lost” from “not yet arrived”.
    if (hello.reply) postHello(false)
    if (isOld || (missing.length === 0 && has === confirmed)) return
    confirmed = has
    notify(() => options.onConfirmed(missing.length))
  }

  function deliver(message: NumberedMessage): void {
    notify(() => options.onMessage(message))
    if (message.kind !== 'bye') return
    const { session, reason } = message
    notify(() => options.onPeer({ status: 'gone', session, reason }))
  }

  function receive(data: unknown): void {
    const read = readFrame(data, { room, end })
    if (!read.ok) {
      const { reason, detail } = read
      // Only a string is measured: turning a hostile object into JSON may never finish.
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

    // The state of the signaling is updated first, because listeners may send.
    if (arrival) confirmed = -1
    if (message.kind === 'hello') answer(message)
    if (ask) postHello(true)
    if (arrival) {
      const returned = arrival === 'returned'
      notify(() => options.onPeer({ status: 'here', session: message.session, returned }))
    }
    if (outcome === 'delivered' && message.kind !== 'hello') deliver(message)
  }

  // If this throws, nothing has to be undone; no answer can arrive before the next line has run.
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
