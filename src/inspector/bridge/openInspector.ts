import { createBrowserInspector } from '@statelyai/inspect'
import type { AnyActorRef } from 'xstate'
import type { CallControls } from '../../session/session'
import type { Inspection } from '../../session/inspections'
import { ACTIONS } from '../../../machines/events'
import type { End } from '../../../machines/steps'
import { readIntent } from '../learnerIntents'
import { ACCEPTS, readSend } from '../inspectorMessages'
import { createRedactor } from '../../redact/createRedactor'
import { holdBack } from './holdBack'
import { toPlain } from './toPlain'

/** Stately's own inspector. It is another site, so nothing is sent to it unless the learner asks for it. */
export const STATELY = 'https://stately.ai/inspect'

export interface InspectorOptions {
  call: Pick<CallControls, 'inspect' | 'send'>
  /** The address of the inspector: a page of this app, or STATELY. */
  url: string
  /** Opened in this frame; otherwise in a window, which only a click can open. */
  iframe?: HTMLIFrameElement
  /** A window that is already open: the page opened it before it was reloaded. */
  reuse?: { target: WindowProxy; connected: MessageEvent }
}

export interface OpenInspector {
  /** Whether it is open; false if the browser refused to open a window. */
  isOpen(): boolean
  close(): void
}

/** The bridge to the inspector's window: the library always uses the same window name, so there is only one. */
let ofWindow: OpenInspector | null = null

/** Opens an inspector on a call and sends it everything from the beginning of the call. */
export function openInspector({ call, url, iframe, reuse }: InspectorOptions): OpenInspector {
  const { origin } = new URL(url, location.href)
  const isOutside = origin !== location.origin
  const redact = isOutside ? createRedactor({ isLive: true }) : null
  const listeners: ((event: MessageEvent) => void)[] = []
  const sent = new WeakSet<object>()
  const roots = new Map<string, End>()
  let target: WindowProxy | null = null
  /** What the library lacks for the message it is creating. */
  let known: { createdAt?: string; name?: string } = {}

  // The library uses its own window only to open another and to listen; both are wrapped here.
  const watched = {
    open: (address: string, name: string) => {
      target = reuse?.target ?? window.open(address, name, 'popup,width=1280,height=860')
      // The library posts to whatever page the window shows; here messages go only to the origin that was asked for.
      return { postMessage: (data: unknown) => target?.postMessage(data, origin) }
    },
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => listeners.push(listener),
  } as unknown as Window

  const inspector = createBrowserInspector({
    url,
    ...(iframe && { iframe }),
    window: watched,
    // The bridge decides when to open: a window opened at page load is blocked.
    autoStart: false,
    // The first message holds the definition, and a limit would drop the first message first.
    maxDeferredEvents: Infinity,
    serializationDepthLimit: 1000,
    serialize: (message) => {
      if (sent.has(message)) return message
      const plain = toPlain({ ...message, ...known })
      // The whole message: outputs and errors of actors are neither context nor event, but may contain descriptions too.
      const safe = redact?.(plain) ?? plain
      sent.add(safe)
      return safe
    },
  })

  function send({ at: time, report }: Inspection) {
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

  const reports = holdBack(send)
  let stop: (() => void) | null = null
  let isClosed = false

  /** XState's reports never change afterwards, so they can be passed on later, with the time of the report. */
  function keep(inspection: Inspection) {
    if (target?.closed === true) {
      close()
      return
    }
    reports.add(inspection)
    // The timers of a page that is covered, for example by a large inspector, are late by up to a second.
    if (document.hidden) reports.flush()
  }

  function onMessage(event: MessageEvent) {
    const opened = iframe?.contentWindow ?? target
    if (event.source === null || event.source !== opened || event.origin !== origin) return
    for (const listener of listeners) listener(event)
    // Runs after the listeners in which the library repeats all it knows; otherwise it would repeat these reports too.
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
  // A page that is left ends its call and cannot send later.
  addEventListener('pagehide', reports.flush)
  inspector.start()
  stop = call.inspect(keep)
  if (reuse !== undefined) onMessage(reuse.connected)

  const opened = { isOpen: () => iframe !== undefined || (target !== null && !target.closed), close }
  if (iframe === undefined && opened.isOpen()) {
    ofWindow?.close()
    ofWindow = opened
  }
  return opened
}

/** The end whose root actor it is; null for the actors that it invokes. */
function endOf(actorRef: object): End | null {
  const { logic } = actorRef as { logic?: { config?: { id?: unknown } } }
  const id = logic?.config?.id
  return id === 'caller' || id === 'callee' ? id : null
}
