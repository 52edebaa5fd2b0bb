import { isBenchIntent } from '../../machines/bench/benchIntents'
import type { EndEvent } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import { INIT, isMachineEvent, ranOut, settled } from '../../machines/machineEvents'
import type { MachineEvent } from '../../machines/machineEvents'
import { nameOfCause } from './causes'
import { methodOf } from './methods'
import type { TraceEvent } from './traceEvent'

/** The part of a trace event that does not depend on time and place. */
export type TraceBody = TraceEvent extends infer E
  ? E extends TraceEvent
    ? Omit<E, 'seq' | 'at' | 'conn' | 'call'>
    : never
  : never

/** Converts the entries of a call's log one after the other, each into one event of its trace at the same position. */
export interface LogReader {
  read(entry: LogEntry): TraceEvent
}

/** Makes a reader for one log, from its first entry. It remembers which outcome belongs to which call. */
export function createLogReader(): LogReader {
  const calls = new Map<string, number>()
  return {
    read({ seq, at, end, event }) {
      if (event.type === 'step.run' || event.type === 'step.retry') calls.set(`${end} ${event.step}`, seq)
      const body = bodyOf(event)
      const call = 'step' in body ? calls.get(`${end} ${body.step}`) : undefined
      return { seq, at, conn: end, ...body, ...(call !== undefined && { call }) }
    },
  }
}

/** A whole log as a trace. */
export function fromLog(log: readonly LogEntry[]): TraceEvent[] {
  const reader = createLogReader()
  return log.map((entry) => reader.read(entry))
}

/** One event of an end as a trace stores it. `toEvent()` restores it. */
export function bodyOf(event: EndEvent | MachineEvent): TraceBody {
  if (isMachineEvent(event)) return machineBody(event)
  if (isBenchIntent(event)) {
    const { type: name, ...data } = event
    // TypeScript does not relate the name to its fields.
    return { kind: 'intent', name, data } as TraceBody
  }
  switch (event.type) {
    case 'step.run':
    case 'step.retry':
      return { kind: 'intent', name: event.type, data: { step: event.step } }
    case 'settings.change':
      return { kind: 'intent', name: event.type, data: event.settings }
    case 'ice.restart':
    case 'wire.ask':
      return { kind: 'intent', name: event.type, data: null }
    case 'call.hang-up':
      return {
        kind: 'intent',
        name: event.type,
        data: event.reason === undefined ? {} : { reason: event.reason },
      }
    case 'pc.changed':
      return { kind: 'state', name: nameOfCause(event.cause), data: event.status }
    case 'pc.candidate': {
      const data = event.url === undefined ? event.candidate : { ...event.candidate, url: event.url }
      return { kind: 'event', name: 'onicecandidate', data }
    }
    case 'pc.end-of-candidates':
      return { kind: 'event', name: 'onicecandidate', data: null }
    case 'pc.candidate-error':
      return { kind: 'event', name: 'onicecandidateerror', data: event.error }
    case 'pc.candidate-added':
      return { kind: 'resolved', name: 'addIceCandidate', data: { index: event.index } }
    case 'pc.candidate-refused':
      return {
        kind: 'rejected',
        name: 'addIceCandidate',
        data: { index: event.index, problem: event.problem },
      }
    case 'pc.operation-done': {
      const { type: _type, ...data } = event
      return { kind: 'resolved', name: 'operation', data }
    }
    case 'pc.operation-refused':
      return { kind: 'rejected', name: 'operation', data: { id: event.id, problem: event.problem } }
    case 'pc.channel':
      return { kind: 'event', name: 'ondatachannel', data: event.channel }
    case 'pc.channel-changed':
      return { kind: 'event', name: `RTCDataChannel.on${event.cause}`, data: event.channel }
    case 'pc.channel-message': {
      const { channel, data, size } = event
      return { kind: 'event', name: 'RTCDataChannel.onmessage', data: { channel, data, size } }
    }
    case 'pc.channel-error':
      return {
        kind: 'event',
        name: 'RTCDataChannel.onerror',
        data: { channel: event.channel, problem: event.problem },
      }
    case 'pc.placeholder-added':
      return { kind: 'resolved', name: 'addIceCandidate', data: { placeholder: event.candidate } }
    case 'pc.placeholder-refused':
      return {
        kind: 'rejected',
        name: 'addIceCandidate',
        data: { placeholder: event.candidate, problem: event.problem },
      }
    case 'pc.patience':
      return { kind: 'finding', name: 'patience', data: event.patience }
    case 'pc.negotiation-needed':
      return { kind: 'event', name: 'onnegotiationneeded', data: null }
    case 'pc.track':
      return { kind: 'event', name: 'ontrack', data: event.track }
    case 'pc.track-changed':
      return {
        kind: 'event',
        name: event.track.muted ? 'MediaStreamTrack.onmute' : 'MediaStreamTrack.onunmute',
        data: event.track,
      }
    case 'media.ended':
      return { kind: 'event', name: 'MediaStreamTrack.onended', data: { kind: event.kind } }
    case 'signal.traffic':
      return {
        kind: 'message',
        name: event.traffic.direction === 'out' ? 'sent' : 'received',
        data: event.traffic,
      }
    case 'signal.description':
      return { kind: 'signal', name: 'description', data: event.description }
    case 'signal.candidate':
      return { kind: 'signal', name: 'candidate', data: event.candidate }
    case 'signal.end-of-candidates':
      return { kind: 'signal', name: 'end-of-candidates', data: null }
    case 'signal.bye':
      return { kind: 'signal', name: 'bye', data: { reason: event.reason } }
    case 'signal.other-end':
      return {
        kind: 'signal',
        name: 'other-end',
        data: { status: event.status, returned: event.returned },
      }
    case 'signal.lost':
      return { kind: 'signal', name: 'lost', data: event.problem }
    case 'signal.confirmed':
      return { kind: 'signal', name: 'confirmed', data: { missing: event.missing } }
    case 'tray.due':
      return { kind: 'clock', name: event.type, data: { message: event.message } }
    case 'wire.check':
    case 'patience.check':
      return { kind: 'clock', name: event.type, data: null }
  }
}

function machineBody(event: MachineEvent): TraceBody {
  const end = settled(event)
  if (end?.outcome === 'done') {
    const { actor: step, output } = end
    return {
      kind: 'resolved',
      name: methodOf(step) as 'run',
      step,
      ...(output !== undefined && { data: output }),
    }
  }
  if (end !== null)
    return { kind: 'rejected', name: methodOf(end.actor) as 'run', step: end.actor, data: end.error as never }
  const timer = ranOut(event)
  if (timer !== null) return { kind: 'clock', name: 'delay', data: { ...timer } }
  return event.type === INIT
    ? { kind: 'clock', name: 'start', data: null }
    : { kind: 'clock', name: 'machine', data: { type: event.type } }
}
