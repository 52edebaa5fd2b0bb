import { CONNECTED, isRecord, readAccepts, readMessage, SEND } from '../inspectorMessages'
import type { InspectorMessage, PlainEvent } from '../inspectorMessages'
import { openHello } from '../openHello'

export interface Receiver {
  /** Wishes that an actor of the app be sent an event; the app decides. */
  send(sessionId: string, event: PlainEvent): void
}

export interface ReceiverOptions {
  /** The app begins again from the beginning. */
  onReset(): void
  onMessage(message: InspectorMessage): void
  onAccepts(events: string[]): void
  /** A message of the app that could not be read, as the library sends when it fails to serialize. */
  onUnreadable(): void
}

/**
 * Milliseconds until the first word is repeated, then twice as long each time. The library learns of a frame's
 * window only when the frame's load event has gone by, and answers nothing before: one word would be lost.
 */
const FIRST_WAIT = 200
const LAST_WAIT = 15_000

/** Listens to the app that opened this page, in a window of its own or in a frame; null when nobody did. */
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
    // The app's origin is not known before its first word; this one tells nothing.
    app?.postMessage({ type: CONNECTED }, '*')
  }

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== app) return
    const message = readMessage(data)
    const accepts = readAccepts(data)
    // Our bridge offers what it takes even while the library still is deaf: that is no answer yet.
    if (accepts === null) clearTimeout(timer)
    if (message !== null) onMessage(message)
    else if (accepts !== null) onAccepts(accepts)
    else {
      if (isUnreadable(data)) onUnreadable()
      return
    }
    origin = from
  })

  // An app that was reloaded says hello (only one of the same origin can).
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

/** Meant for us, and yet nothing that can be shown; the rest of what windows say to each other is not our affair. */
function isUnreadable(data: unknown): boolean {
  if (typeof data === 'string') return data.startsWith('"[unable')
  return isRecord(data) && typeof data['type'] === 'string' && data['type'].startsWith('@xstate.')
}
