import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { EndEvent } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import { doneType, failedType, INIT, ranOutType } from '../../machines/machineEvents'
import type { MachineEvent } from '../../machines/machineEvents'
import type { End, StepId } from '../../machines/steps'
import { causeOf } from './causes'
import type { TraceEvent } from './traceEvent'

/** The entry of a call's log that an event of its trace was made from (fromLog.ts). */
export function toEntry(event: TraceEvent): LogEntry {
  return { seq: event.seq, at: event.at, end: event.conn as End, event: toEvent(event) }
}

/** The event of the end's machine, from the event of the trace. */
export function toEvent(event: TraceEvent): EndEvent | MachineEvent {
  switch (event.kind) {
    case 'intent':
      return toIntent(event)
    case 'state':
      return { type: 'pc.changed', cause: causeOf(event.name), status: event.data }
    case 'event':
      return toFact(event)
    case 'resolved':
      if (event.name === 'operation') return { type: 'pc.operation-done', ...event.data }
      if (event.name !== 'addIceCandidate')
        return {
          type: doneType(event.step),
          ...(event.data !== undefined && { output: event.data }),
        }
      return 'index' in event.data
        ? { type: 'pc.candidate-added', index: event.data.index }
        : { type: 'pc.placeholder-added', candidate: event.data.placeholder }
    case 'rejected': {
      if (event.name === 'operation') return { type: 'pc.operation-refused', ...event.data }
      if (event.name !== 'addIceCandidate') return { type: failedType(event.step), error: event.data }
      const { problem } = event.data
      return 'index' in event.data
        ? { type: 'pc.candidate-refused', index: event.data.index, problem }
        : { type: 'pc.placeholder-refused', candidate: event.data.placeholder, problem }
    }
    case 'message':
      return { type: 'signal.traffic', traffic: event.data }
    case 'signal':
      return toSignal(event)
    case 'finding':
      return { type: 'pc.patience', patience: event.data }
    case 'clock':
      return toClock(event)
  }
}

type Of<Kind> = Extract<TraceEvent, { kind: Kind }>

function toIntent(event: Of<'intent'>): EndEvent {
  switch (event.name) {
    case 'step.run':
    case 'step.retry':
      return { type: event.name, step: event.data.step as StepId }
    case 'settings.change':
      return { type: event.name, settings: event.data }
    case 'call.hang-up':
      return { type: event.name, ...event.data }
    case 'ice.restart':
    case 'wire.ask':
      return { type: event.name }
    default:
      // The intents of a bench have the same fields in both.
      return { type: event.name, ...event.data } as BenchIntent
  }
}

function toFact(event: Of<'event'>): EndEvent {
  switch (event.name) {
    case 'onicecandidate': {
      if (event.data === null) return { type: 'pc.end-of-candidates' }
      const { url, ...candidate } = event.data
      return { type: 'pc.candidate', candidate: candidate, ...(url !== undefined && { url }) }
    }
    case 'onicecandidateerror':
      return { type: 'pc.candidate-error', error: event.data }
    case 'onnegotiationneeded':
      return { type: 'pc.negotiation-needed' }
    case 'ondatachannel':
      return { type: 'pc.channel', channel: event.data }
    case 'RTCDataChannel.onopen':
    case 'RTCDataChannel.onclosing':
    case 'RTCDataChannel.onclose': {
      const cause = event.name.slice('RTCDataChannel.on'.length) as 'open' | 'closing' | 'close'
      return { type: 'pc.channel-changed', cause, channel: event.data }
    }
    case 'RTCDataChannel.onmessage':
      return { type: 'pc.channel-message', ...event.data }
    case 'RTCDataChannel.onerror':
      return { type: 'pc.channel-error', ...event.data }
    case 'ontrack':
      return { type: 'pc.track', track: event.data }
    case 'MediaStreamTrack.onmute':
    case 'MediaStreamTrack.onunmute':
      return { type: 'pc.track-changed', track: event.data }
    case 'MediaStreamTrack.onended':
      return { type: 'media.ended', kind: event.data.kind }
  }
}

function toSignal(event: Of<'signal'>): EndEvent {
  switch (event.name) {
    case 'description':
      return { type: 'signal.description', description: event.data }
    case 'candidate':
      return { type: 'signal.candidate', candidate: event.data }
    case 'end-of-candidates':
      return { type: 'signal.end-of-candidates' }
    case 'bye':
      return { type: 'signal.bye', reason: event.data.reason }
    case 'other-end':
      return { type: 'signal.other-end', ...event.data }
    case 'lost':
      return { type: 'signal.lost', problem: event.data }
    case 'confirmed':
      return { type: 'signal.confirmed', missing: event.data.missing }
  }
}

function toClock(event: Of<'clock'>): EndEvent | MachineEvent {
  switch (event.name) {
    case 'wire.check':
    case 'patience.check':
      return { type: event.name }
    case 'tray.due':
      return { type: event.name, message: event.data.message }
    case 'delay':
      return { type: ranOutType(event.data) }
    case 'start':
      return { type: INIT }
    case 'machine':
      return { type: event.data.type as MachineEvent['type'] }
  }
}
