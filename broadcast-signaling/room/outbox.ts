import type { Receiver } from './transport'

/** What a member sends over the relay, numbered and kept until the relay has confirmed it. */
export interface Outbox {
  /** Numbers and keeps a message, and sends it if there is a connection. */
  put(to: Receiver, body: string): void
  /** The relay has everything up to this number. */
  confirm(n: number): void
  /**
   * Sends over a new connection what the relay does not have. A relay that does not know this member any more cannot
   * say what it had: what was sent to it is not sent again, so that nothing arrives twice.
   */
  resume(send: (text: string) => void, known: { received: number } | null): void
  /** The connection is gone: what is put now waits. */
  pause(): void
}

export function createOutbox(): Outbox {
  const kept: { n: number; text: string; wasSent: boolean }[] = []
  let number = 0
  let send: ((text: string) => void) | null = null

  function flush(): void {
    if (!send) return
    for (const message of kept) {
      if (!message.wasSent) send(message.text)
      message.wasSent = true
    }
  }

  function drop(isDone: (message: { n: number; wasSent: boolean }) => boolean): void {
    const rest = kept.filter((message) => !isDone(message))
    kept.splice(0, kept.length, ...rest)
  }

  return {
    put(to, body) {
      number += 1
      kept.push({ n: number, text: JSON.stringify({ type: 'send', n: number, to, body }), wasSent: false })
      flush()
    },
    confirm: (n) => drop((message) => message.n <= n),
    resume(next, known) {
      drop(({ n, wasSent }) => (known ? n <= known.received : wasSent))
      for (const message of kept) message.wasSent = false
      send = next
      flush()
    },
    pause() {
      send = null
    },
  }
}
