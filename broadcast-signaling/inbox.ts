import type { SignalMessage } from './message'

/** What the inbox decides about one message of the other end. */
export interface Verdict {
  outcome: 'delivered' | 'duplicate' | 'out-of-order' | 'control' | 'refused'
  /** Why it was refused: its session was replaced by another, or never was the other end's. */
  reason?: 'old-session' | 'stranger'
  /** Set when the message opens a new session of the other end. */
  arrival?: 'first' | 'returned'
  /** Whether messages are missing and must be asked for now. */
  ask: boolean
}

export interface Inbox {
  /** The other end's session; null until its first message. */
  readonly session: string | null
  /** The highest seq of that session received without a gap; -1 if there is none. */
  readonly received: number
  /** Judges one message, and counts it if it is the next one. */
  take(message: SignalMessage): Verdict
}

/** Which session is the other end: the first one received, or the latest, because a reloaded page has a new session. */
export type Partner = 'first' | 'latest'

/**
 * Counts the other end's numbered stream, so that each message is delivered once and in order. Nothing is buffered: a
 * message that comes too early is dropped, and is sent again when asked for.
 */
export function createInbox(partner: Partner): Inbox {
  const past = new Set<string>()
  let session: string | null = null
  let received = -1
  // Ask at most once per gap, however many messages arrive after it.
  let asked = false

  function meet(newcomer: string): Pick<Verdict, 'arrival'> {
    if (newcomer === session) return {}
    const arrival = session === null ? 'first' : 'returned'
    if (session !== null) past.add(session)
    session = newcomer
    received = -1
    asked = false
    return { arrival }
  }

  function judge(message: SignalMessage): { outcome: Verdict['outcome']; gap: boolean } {
    if (message.kind === 'hello') {
      // A hello that wants a reply gets one, and that reply tells its sender what is missing here.
      return { outcome: 'control', gap: !message.reply && message.seq > received }
    }
    if (message.seq <= received) return { outcome: 'duplicate', gap: false }
    if (message.seq > received + 1) return { outcome: 'out-of-order', gap: true }
    received = message.seq
    asked = false
    return { outcome: 'delivered', gap: false }
  }

  return {
    get session() {
      return session
    },
    get received() {
      return received
    },
    take(message) {
      if (past.has(message.session)) return { outcome: 'refused', reason: 'old-session', ask: false }
      const isAnother = session !== null && message.session !== session
      if (partner === 'first' && isAnother) return { outcome: 'refused', reason: 'stranger', ask: false }
      const arrival = meet(message.session)
      const { outcome, gap } = judge(message)
      const ask = gap && !asked
      asked ||= ask
      return { outcome, ask, ...arrival }
    },
  }
}
