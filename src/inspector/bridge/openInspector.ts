import { createBrowserInspector } from '@statelyai/inspect'
import type { AnyActorRef } from 'xstate'
import type { CallControls } from '../../session/session'
import type { Inspection } from '../../session/inspections'
import { ACTIONS } from '../../../machines/events'
import type { End } from '../../../machines/steps'
import { readIntent } from '../learnerIntents'
import { ACCEPTS, readSend } from '../inspectorMessages'
import { holdBack } from './holdBack'
import { redact } from './redact'
import { toPlain } from './toPlain'

/** Stately's own inspector: another site, so nothing goes there but on the learner's explicit word. */
export const STATELY = 'https://stately.ai/inspect'

export interface InspectorOptions {
  call: Pick<CallControls, 'inspect' | 'send'>
  /** Where the inspector is: a page of our own, or STATELY. */
  url: string
  /** Opened in here; otherwise in a window of its own, which only a click may open. */
  iframe?: HTMLIFrameElement
  /** A window that is open already: that of a page before this one was reloaded. */
  reuse?: { target: WindowProxy; connected: MessageEvent }
}

export interface OpenInspector {
  /** False when the browser refused to open a window. */
  isOpen(): boolean
  close(): void
}

/** The bridge to the inspector's window: the library opens one by one name, so there is never a second. */
let ofWindow: OpenInspector | null = null

/** Opens an inspector on a call and tells it everything, from the call's beginning on. */
export function openInspector({ call, url, iframe, reuse }: InspectorOptions): OpenInspector {
  const { origin } = new URL(url, location.href)
  const isOutside = origin !== location.origin
  const heard: ((event: MessageEvent) => void)[] = []
  const sent = new WeakSet<object>()
  const roots = new Map<string, End>()
  let target: WindowProxy | null = null
  /** What the library does not know of the message it is making. */
  let known: { createdAt?: string; name?: string } = {}

  // The library's own window is only used to open another and to listen; both are watched here.
  const watched = {
    open: (address: string, name: string) => {
      target = reuse?.target ?? window.open(address, name, 'popup,width=1280,height=860')
      // The library posts to whatever page the window has come to show; what is ours goes to the page that was asked for.
      return { postMessage: (data: unknown) => target?.postMessage(data, origin) }
    },
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => heard.push(listener),
  } as unknown as Window

  const inspector = createBrowserInspector({
    url,
    ...(iframe && { iframe }),
    window: watched,
    // Opening is ours to time: a window opened at load is blocked.
    autoStart: false,
    // The definition is the first thing said, and would be the first forgotten.
    maxDeferredEvents: Infinity,
    serializationDepthLimit: 1000,
    ...(isOutside && { sanitizeContext: redact, sanitizeEvent: redact }),
    serialize: (message) => {
      if (sent.has(message)) return message
      const plain = toPlain({ ...message, ...known })
      // Outputs and errors of actors are neither context nor event, and hold descriptions too.
      const safe = isOutside ? redact(plain) : plain
      sent.add(safe)
      return safe
    },
  })

  function tell({ at: time, report }: Inspection) {
    const { actorRef } = report
    known = { createdAt: String(time) }
    if (report.type === '@xstate.actor') {
      const end = endOf(actorRef)
      // The library names an actor without a definition by its number.
      known.name = end ?? (actorRef as AnyActorRef).id
      if (end !== null) {
        for (const [id, other] of roots) if (other === end) roots.delete(id)
        roots.set(actorRef.sessionId, end)
      }
      inspector.actor(actorRef)
    } else if (report.type === '@xstate.event') {
      const { sourceRef } = report
      inspector.event(
        actorRef,
        report.event,
        sourceRef === undefined ? {} : { source: sourceRef as AnyActorRef },
      )
    } else {
      inspector.snapshot(actorRef, report.snapshot, { event: report.event })
    }
    known = {}
  }

  const reports = holdBack(tell)
  let stop: (() => void) | null = null
  let isClosed = false

  /** What XState reports never changes afterwards, so it may be told later; its time is when it was reported. */
  function hear(inspection: Inspection) {
    if (target?.closed === true) {
      close()
      return
    }
    reports.add(inspection)
    // The timers of a page that is covered, by a large inspector for one, are late by up to a second.
    if (document.hidden) reports.flush()
  }

  function onMessage(event: MessageEvent) {
    const opened = iframe?.contentWindow ?? target
    if (event.source === null || event.source !== opened || event.origin !== origin) return
    for (const listener of heard) listener(event)
    // After the listeners, in which the library repeats what it knows: it would repeat these reports too.
    reports.flush()
    if (isOutside) return
    opened.postMessage({ type: ACCEPTS, events: ACTIONS }, origin)
    const wish = readSend(event.data)
    const intent = readIntent(wish?.event)
    const end = roots.get(wish?.sessionId ?? '')
    if (intent !== null && end !== undefined) call.send(end, intent)
  }

  function close() {
    if (isClosed) return
    isClosed = true
    stop?.()
    reports.flush()
    inspector.stop()
    removeEventListener('message', onMessage)
    removeEventListener('pagehide', reports.flush)
  }

  addEventListener('message', onMessage)
  // A page that is left ends its call, and has no later.
  addEventListener('pagehide', reports.flush)
  inspector.start()
  stop = call.inspect(hear)
  if (reuse !== undefined) onMessage(reuse.connected)

  const opened = { isOpen: () => iframe !== undefined || (target !== null && !target.closed), close }
  if (iframe === undefined && opened.isOpen()) {
    ofWindow?.close()
    ofWindow = opened
  }
  return opened
}

/** The end that a root actor is; null for the actors it invokes. */
function endOf(actorRef: object): End | null {
  const { logic } = actorRef as { logic?: { config?: { id?: unknown } } }
  const id = logic?.config?.id
  return id === 'caller' || id === 'callee' ? id : null
}
