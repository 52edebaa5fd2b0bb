import type { RoomTransport, TransportEvent, TransportReason, TransportStatus } from './transport'
import { runListener } from '../listener'
import { MAX_BODY } from './transport'

/** The part that all transports share: their status and their listeners. */
export interface TransportListeners {
  readonly status: TransportStatus
  /** Whether the transport can never be open again. */
  readonly isOver: boolean
  subscribe: RoomTransport['subscribe']
  /** Calls all listeners. Nothing is told after `full` or `closed`. */
  tell(event: TransportEvent): void
  /** Takes over a status and tells it, unless nothing changes or the transport is over. */
  become(status: TransportStatus, reason?: TransportReason): void
  /** The transport is closed from now on; the listeners are told after the caller's code. */
  close(): void
}

export function createListeners(): TransportListeners {
  const listeners = new Set<(event: TransportEvent) => void>()
  let status: TransportStatus = 'connecting'
  const isOver = () => status === 'full' || status === 'closed'

  function notify(event: TransportEvent): void {
    for (const listener of [...listeners]) {
      // An earlier listener may have unsubscribed this one.
      if (listeners.has(listener)) runListener(() => listener(event))
    }
  }

  return {
    get status() {
      return status
    },
    get isOver() {
      return isOver()
    },
    subscribe(listener) {
      // A wrapper, so that one function subscribed twice is two subscriptions.
      const forward = (event: TransportEvent) => listener(event)
      listeners.add(forward)
      return () => void listeners.delete(forward)
    },
    tell(event) {
      if (!isOver()) notify(event)
    },
    become(next, reason) {
      if (status === next || isOver()) return
      status = next
      notify({ type: 'status', status, ...(reason && { reason }) })
    },
    close() {
      if (isOver()) return
      status = 'closed'
      queueMicrotask(() => notify({ type: 'status', status: 'closed' }))
    },
  }
}

/** Throws the RangeError of `RoomTransport.send`. */
export function checkBody(body: string): void {
  const isShort = body.length * 6 + 2 <= MAX_BODY
  if (isShort || new TextEncoder().encode(JSON.stringify(body)).length <= MAX_BODY) return
  throw new RangeError(`A message has at most ${MAX_BODY} bytes.`)
}
