import type { Receiver } from './transport'

export interface OutMessage {
  n: number
  to: Receiver
  body: string
}

/** What a member sends over a server, numbered and kept until the server has confirmed it. */
export interface Outbox {
  /** Numbers and keeps a message, and sends it if there is a connection. */
  put(to: Receiver, body: string): void
  /** The server has everything up to this number. */
  confirm(n: number): void
  /**
   * Sends over a new connection what the server does not have. A server that does not know this member any more cannot
   * say what it had: what was sent to it is not sent again, so that nothing arrives twice.
   */
  resume(send: (message: OutMessage) => void, known: { received: number } | null): void
  /** The connection is gone: what is put now waits. */
  pause(): void
}

export function createOutbox(): Outbox {
  const kept: { message: OutMessage; wasSent: boolean }[] = []
  let number = 0
  let send: ((message: OutMessage) => void) | null = null

  function flush(): void {
    if (!send) return
    for (const item of kept) {
      if (!item.wasSent) send(item.message)
      item.wasSent = true
    }
  }

  function drop(isDone: (n: number, wasSent: boolean) => boolean): void {
    const rest = kept.filter(({ message, wasSent }) => !isDone(message.n, wasSent))
    kept.splice(0, kept.length, ...rest)
  }

  return {
    put(to, body) {
      number += 1
      kept.push({ message: { n: number, to, body }, wasSent: false })
      flush()
    },
    confirm: (n) => drop((number) => number <= n),
    resume(next, known) {
      drop((n, wasSent) => (known ? n <= known.received : wasSent))
      for (const item of kept) item.wasSent = false
      send = next
      flush()
    },
    pause() {
      send = null
    },
  }
}
