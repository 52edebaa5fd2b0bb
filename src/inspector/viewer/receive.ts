import { CONNECTED, isRecord, readAccepts, readMessage, SEND } from '../inspectorMessages'
import type { InspectorMessage, PlainEvent } from '../inspectorMessages'
import { openHello } from '../openHello'

export interface Receiver {
  /** Asks the app to send an event to an actor; the app decides. */
  send(sessionId: string, event: PlainEvent): void
}

export interface ReceiverOptions {
  /** The app starts again from the beginning. */
  onReset(): void
  onMessage(message: InspectorMessage): void
  onAccepts(events: string[]): void
  /** The app sent a message that could not be read, as the library does when it fails to serialize. */
  onUnreadable(): void
}

/**
 * Milliseconds until the first message is repeated, then twice as long each time. The library knows a frame's window
 * only after the frame's load event and ignores messages before it, so a single message would be lost.
 */
const FIRST_WAIT = 200
const LAST_WAIT = 15_000

/** Listens to the app that opened this page, in a window or in a frame; null if none did. */
export function openReceiver({
  onReset,
  onMessage,
  onAccepts,
  onUnreadable,
}: ReceiverOptions): Receiver | null {
  const app = (window.self === window.top ? window.opener : window.parent) as WindowProxy | null
  if (app === null) return null
  let origin: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function announce(wait = FIRST_WAIT) {
    clearTimeout(timer)
    onReset()
    if (wait <= LAST_WAIT) timer = setTimeout(announce, wait, wait * 2)
    // The app's origin is not known before its first message; this message contains nothing secret.
    app?.postMessage({ type: CONNECTED }, '*')
  }

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== app) return
    const message = readMessage(data)
    const accepts = readAccepts(data)
    // The app's bridge says what it takes even before the library listens, so that is no answer yet.
    if (accepts === null) clearTimeout(timer)
    if (message !== null) onMessage(message)
    else if (accepts !== null) onAccepts(accepts)
    else {
      if (isUnreadable(data)) onUnreadable()
      return
    }
    origin = from
  })

  // An app that was reloaded announces itself (only one of the same origin can).
  openHello()?.addEventListener('message', () => {
    announce()
  })

  announce()

  return {
    send(sessionId, event) {
      if (origin !== null) app.postMessage({ type: SEND, sessionId, event }, origin)
    },
  }
}

/** Whether a message is for this page and cannot be shown; other messages between windows are ignored. */
function isUnreadable(data: unknown): boolean {
  if (typeof data === 'string') return data.startsWith('"[unable')
  return isRecord(data) && typeof data['type'] === 'string' && data['type'].startsWith('@xstate.')
}
