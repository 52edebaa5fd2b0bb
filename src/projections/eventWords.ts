import type { Candidate } from '../../machines/contracts'
import { isStepId, STEPS, stepIndex } from '../../machines/steps'
import { parseCandidate } from '../ice/candidate'
import { causeOf } from '../trace/causes'
import type { TraceEvent } from '../trace/traceEvent'

/** How the timeline shows an event that has its own line. */
export interface EventLine {
  /** The two lanes of a call: what the application negotiates, and what ICE and DTLS do by themselves. */
  lane: 'signaling' | 'ice'
  /** Its sign, and the key of its word (i18n, timeline). */
  kind: 'event' | 'done' | 'failed' | 'action' | 'placeholder' | 'timer'
  /** Text after its name. */
  detail: string
  /** Whether a STUN or TURN server took part: it reported an address, or never answered. */
  server: 'answers' | 'silent' | null
}

/** The words for one event wherever it is named. */
export interface EventWords {
  /** Its name in code: the API's own name if it has one. */
  name: string
  /** Whether it is counted among the DOM events that a step fired. */
  isCounted: boolean
  /** null if it is shown as part of something else: a step's run, a message, a change of state, an earlier event. */
  line: EventLine | null
}

type Of<Kind> = Extract<TraceEvent, { kind: Kind }>

/**
 * The words for an event, for everything that lists or names events. A kind of event without words does not compile.
 */
export function eventWords(event: TraceEvent): EventWords {
  switch (event.kind) {
    case 'intent':
      return intentWords(event)
    case 'state': {
      const name = causeOf(event.name)
      return { ...words(name), isCounted: name.endsWith('statechange') }
    }
    case 'event':
      return domEventWords(event)
    case 'resolved':
      if (event.name === 'operation') return operationWords(event)
      return event.name === 'addIceCandidate' ? addedWords(event) : words(`${nameOfStep(event.step)} ✓`)
    case 'rejected':
      if (event.name === 'operation') return operationWords(event)
      return event.name === 'addIceCandidate' ? refusedWords(event) : words(`${nameOfStep(event.step)} ✗`)
    case 'message':
      return words(`${event.name === 'sent' ? '→' : '←'} ${event.data.message?.kind ?? '?'}`)
    case 'signal':
      return signalWords(event)
    case 'finding':
      return words('icecandidate')
    case 'clock':
      return clockWords(event)
  }
}

function intentWords(event: Of<'intent'>): EventWords {
  switch (event.name) {
    case 'settings.change':
      return { ...words('settings'), line: line('signaling', 'action', Object.keys(event.data).join(' ')) }
    case 'bench.run':
      return { ...words(`${event.data.operation.call}()`), line: line('signaling', 'action') }
    case 'bench.rules':
    case 'tray.rules': {
      const changed = Object.entries(event.data.rules).map(([rule, value]) => `${rule}: ${String(value)}`)
      return { ...words(event.name), line: line('signaling', 'action', changed.join(', ')) }
    }
    case 'tray.deliver':
    case 'tray.drop':
    case 'tray.repeat':
    case 'tray.move':
    case 'tray.edit':
      return { ...words(event.name), line: line('signaling', 'action', `#${String(event.data.message)}`) }
    default:
      return words(event.name)
  }
}

function operationWords(event: Extract<Of<'resolved' | 'rejected'>, { name: 'operation' }>): EventWords {
  const own =
    event.kind === 'resolved'
      ? line('signaling', 'done', `#${String(event.data.id)}`)
      : line('signaling', 'failed', problemText(event.data.problem))
  return { ...words('operation'), line: own }
}

function domEventWords(event: Of<'event'>): EventWords {
  const name = event.name.replace(/^(MediaStreamTrack\.|RTCDataChannel\.)?on/, '')
  const counted = { name, isCounted: true }
  switch (event.name) {
    case 'onicecandidate': {
      if (event.data === null) return { ...words(name), line: line('ice', 'event', 'null') }
      const type = candidateType(event.data)
      const server = type === 'srflx' || type === 'relay' ? 'answers' : null
      const detail = `${type} ${event.data.url ?? ''}`.trim()
      return { ...counted, line: { ...line('ice', 'event', detail), server } }
    }
    case 'onicecandidateerror': {
      const { errorCode, errorText, url } = event.data
      const detail = `${String(errorCode)} ${errorText} ${url}`.trim()
      return { ...counted, line: { ...line('ice', 'failed', detail), server: 'silent' } }
    }
    case 'onnegotiationneeded':
      return { ...counted, line: line('signaling', 'event') }
    case 'ontrack':
      return { ...counted, line: line('signaling', 'event', event.data.kind) }
    case 'ondatachannel':
      return { ...counted, line: line('signaling', 'event', event.data.label) }
    case 'RTCDataChannel.onopen':
    case 'RTCDataChannel.onclosing':
    case 'RTCDataChannel.onclose':
      return { ...counted, line: line('ice', 'event', event.data.label) }
    case 'RTCDataChannel.onmessage':
      return { ...counted, line: line('ice', 'event', event.data.data ?? `${String(event.data.size)} B`) }
    case 'RTCDataChannel.onerror':
      return { ...counted, line: line('ice', 'failed', problemText(event.data.problem)) }
    case 'MediaStreamTrack.onmute':
    case 'MediaStreamTrack.onunmute':
      return { ...counted, line: line('ice', 'event', event.data.kind) }
    case 'MediaStreamTrack.onended':
      return { ...words(name), line: line('signaling', 'event', event.data.kind) }
  }
}

function addedWords({ data }: Extract<Of<'resolved'>, { name: 'addIceCandidate' }>): EventWords {
  const own = 'index' in data ? line('ice', 'done') : line('ice', 'placeholder', '0.0.0.0')
  return { ...words('addIceCandidate()'), line: own }
}

function refusedWords({ data }: Extract<Of<'rejected'>, { name: 'addIceCandidate' }>): EventWords {
  const kind = 'index' in data ? 'failed' : 'placeholder'
  return { ...words('addIceCandidate()'), line: line('ice', kind, problemText(data.problem)) }
}

function signalWords(event: Of<'signal'>): EventWords {
  switch (event.name) {
    case 'other-end':
      return { ...words('signaling'), line: line('signaling', 'event', event.data.status) }
    case 'lost':
      return { ...words('postMessage()'), line: line('signaling', 'failed', problemText(event.data)) }
    case 'description':
    case 'candidate':
    case 'end-of-candidates':
    case 'bye':
    case 'confirmed':
      return words(`signal.${event.name}`)
  }
}

function clockWords(event: Of<'clock'>): EventWords {
  switch (event.name) {
    case 'delay':
      return { ...words(`after ${event.data.delay}`), line: line('ice', 'timer') }
    case 'machine':
      return words(event.data.type)
    case 'tray.due':
    case 'wire.check':
    case 'patience.check':
    case 'start':
      return words(event.name)
  }
}

/** The API call of a step or a repair; a step without a call keeps its own name. */
function nameOfStep(step: string): string {
  return isStepId(step) ? (STEPS[stepIndex(step)]?.api ?? step) : step
}

function candidateType({ candidate }: Candidate): string {
  return parseCandidate(candidate)?.type ?? ''
}

/** `NotAllowedError: Permission denied` */
export function problemText(error: unknown): string {
  const { name = 'Error', message = '' } = (error ?? {}) as { name?: string; message?: string }
  return `${name}: ${message}`
}

function words(name: string): EventWords {
  return { name, isCounted: false, line: null }
}

function line(lane: EventLine['lane'], kind: EventLine['kind'], detail = ''): EventLine {
  return { lane, kind, detail, server: null }
}
