import type { OperationCall } from '../../../machines/bench/benchContracts'
import type { Candidate, Description, PeerStatus } from '../../../machines/contracts'
import { methodOf } from '../../trace/methods'
import type { TraceEvent } from '../../trace/traceEvent'
import type { DumpBuilder, LineHead } from './builder'
import { field, isObject, textField } from './foreign'

/** The lines of a state that changed, by the field of the connection. */
const STATES = [
  ['signalingState', 'onsignalingstatechange'],
  ['iceGatheringState', 'onicegatheringstatechange'],
  ['iceConnectionState', 'oniceconnectionstatechange'],
  ['connectionState', 'onconnectionstatechange'],
] as const

/** The line of each operation of a bench. Others leave none. */
const METHODS: Partial<Record<string, string>> = {
  capture: 'getUserMedia',
  createOffer: 'createOffer',
  createAnswer: 'createAnswer',
  setLocalDescription: 'setLocalDescription',
  setRemoteDescription: 'setRemoteDescription',
  addIceCandidate: 'addIceCandidate',
  addTrack: 'addTrack',
  removeTrack: 'removeTrack',
  addTransceiver: 'addTransceiver',
  'sender.replaceTrack': 'replaceTrack',
  createDataChannel: 'createDataChannel',
  setConfiguration: 'setConfiguration',
  restartIce: 'restartIce',
}

const SETTLING = new Set([
  'getUserMedia',
  'createOffer',
  'createAnswer',
  'setLocalDescription',
  'setRemoteDescription',
  'addIceCandidate',
])

/**
 * Reads the events of one end of a call of this app, one after the other, into the lines of a dump. A trace has what was
 * asked for and what came of it; the calls in between are inferred from the script.
 */
export function createOwnEnd(builder: DumpBuilder) {
  const status: Partial<PeerStatus> = {}
  const begun: OperationCall[] = []
  const arrived: Candidate[] = []
  /** Kinds that were captured in a step. */
  let captured: string[] = []
  let isCreated = false
  let draft: Description | null = null
  let received: Description | null = null
  let count = 0

  /** `operations`: all of a bench, after this event. */
  function read(event: TraceEvent, head: LineHead, operations: readonly OperationCall[]): void {
    readEvent(event, head)
    // The application of a bench also calls by itself.
    for (const one of operations.slice(begun.length)) begin(one, head)
  }

  function readEvent(event: TraceEvent, head: LineHead): void {
    if (event.kind === 'state') readState(event.name, event.data, head)
    else if (event.kind === 'event') readDomEvent(event, head)
    else if (event.kind === 'message') readMessage(event.name, event.data, head)
    else if (event.kind === 'resolved' || event.kind === 'rejected') settle(event, head)
    else if (event.kind === 'signal' && event.name === 'description') received = event.data
    else if (event.kind === 'signal' && event.name === 'candidate') arrived.push(event.data)
    else if (event.kind === 'intent' && (event.name === 'step.run' || event.name === 'step.retry'))
      beginStep(event.data.step, head)
  }

  function create(head: LineHead): void {
    isCreated = true
    const asked = begun.findLast(({ operation }) => operation.call === 'create')?.operation
    builder.addEvent('create', asked?.['configuration'] ?? {}, head)
  }

  function readState(name: string, data: Partial<PeerStatus>, head: LineHead): void {
    if (name === 'create' && !isCreated) create(head)
    if (name === 'create') isCreated = false
    for (const [key, method] of STATES) {
      const state = data[key]
      if (state !== undefined && state !== status[key] && name !== 'create')
        builder.addEvent(method, state, head)
    }
    Object.assign(status, data)
    if (name === 'close') builder.addEvent('close', null, head)
    if (name === 'addTrack' && begun.length === 0) {
      for (const kind of captured) builder.addEvent('addTrack', { kind }, head)
      captured = []
    }
  }

  function readDomEvent({ name, data }: TraceEvent & { kind: 'event' }, head: LineHead): void {
    if (name === 'RTCDataChannel.onmessage' || name === 'RTCDataChannel.onclosing') return
    const isChannel = name.startsWith('RTCDataChannel.') || name === 'ondatachannel'
    const channel = {
      label: textField(data, 'label') ?? '',
      id: field(data, 'streamId'),
      problem: field(data, 'problem'),
    }
    builder.addEvent(name, isChannel ? channel : data, head)
  }

  function begin(call: OperationCall, head: LineHead): void {
    begun.push(call)
    const { call: name, ...rest } = call.operation
    const method = METHODS[name]
    if (method === undefined) return
    builder.addEvent(method, argumentOf(name, rest), { ...head, tracking: `operation ${call.id}` })
  }

  function argumentOf(name: string, rest: Record<string, unknown>): unknown {
    const { description, track, direction, source } = rest
    switch (name) {
      case 'setLocalDescription':
      case 'setRemoteDescription':
        return description === 'draft' ? draft : description === 'received' ? received : (description ?? null)
      case 'createOffer':
        return rest['options'] ?? rest
      case 'addIceCandidate':
        return rest['candidate'] ?? null
      case 'setConfiguration':
        return rest['configuration']
      case 'capture':
        return { audio: source !== 'screen', video: true }
      case 'addTransceiver':
        return typeof track === 'string'
          ? { kind: track, direction }
          : isObject(track)
            ? { ...track, direction }
            : rest
      case 'createDataChannel':
        return { label: rest['label'], id: field(rest['options'], 'id') }
      default:
        return track === undefined ? rest : track
    }
  }

  function settle(event: TraceEvent & { kind: 'resolved' | 'rejected' }, head: LineHead): void {
    const outcome = event.kind === 'resolved' ? 'OnSuccess' : 'OnFailure'
    if (event.name === 'addIceCandidate') settleCandidate(event.data, outcome, head)
    else if (event.name === 'operation') {
      const { id } = event.data
      const method = METHODS[begun[id]?.operation.call ?? '']
      const result = 'problem' in event.data ? event.data.problem : event.data.result
      learn(method, outcome, result)
      if (method !== undefined && SETTLING.has(method))
        builder.addEvent(`${method}${outcome}`, outcomeOf(method, outcome, result), {
          ...head,
          tracking: `operation ${id}`,
        })
    } else settleStep(event.step, outcome, event.data, head)
  }

  function outcomeOf(method: string, outcome: string, result: unknown): unknown {
    if (method === 'getUserMedia' && outcome === 'OnSuccess') return field(result, 'tracks')
    return result ?? null
  }

  function learn(method: string | undefined, outcome: string, result: unknown): void {
    if (outcome !== 'OnSuccess' || (method !== 'createOffer' && method !== 'createAnswer')) return
    draft = result as Description
  }

  /** An end adds the candidates that arrived by itself: the trace has the outcome alone. */
  function settleCandidate(data: unknown, outcome: string, head: LineHead): void {
    const index = field(data, 'index')
    const candidate = (typeof index === 'number' ? arrived[index] : field(data, 'placeholder')) ?? null
    const tracked = { ...head, tracking: `candidate ${(count += 1)}` }
    const problem = field(data, 'problem')
    builder.addEvent('addIceCandidate', candidate, tracked)
    builder.addEvent(
      `addIceCandidate${outcome}`,
      isObject(problem) ? { ...problem, candidate } : candidate,
      tracked,
    )
  }

  function beginStep(step: string, head: LineHead): void {
    const method = step === 'prepare-callee-media' ? 'getUserMedia' : methodOf(step)
    if (!SETTLING.has(method)) return
    if (method === 'setRemoteDescription' && status.signalingState === undefined && !isCreated) create(head)
    const argument =
      method === 'getUserMedia'
        ? { audio: true, video: true }
        : method === 'setLocalDescription'
          ? draft
          : method === 'setRemoteDescription'
            ? received
            : null
    builder.addEvent(method, argument, { ...head, tracking: step })
  }

  function settleStep(step: string, outcome: string, data: unknown, head: LineHead): void {
    const method = step === 'prepare-callee-media' ? 'getUserMedia' : methodOf(step)
    if (step === 'restart-ice' && outcome === 'OnSuccess') builder.addEvent('restartIce', null, head)
    if (!SETTLING.has(method)) return
    // A restart runs its methods without an intent for each.
    if (step === 'answer-restart' || step === 'finish-restart') {
      builder.addEvent('setRemoteDescription', received, { ...head, tracking: step })
      builder.addEvent('setRemoteDescriptionOnSuccess', null, { ...head, tracking: step })
      if (step === 'finish-restart') return
      builder.addEvent(method, null, { ...head, tracking: step })
    }
    if (method === 'getUserMedia' && outcome === 'OnSuccess') captured = kindsOf(field(data, 'tracks'))
    learn(method, outcome, data)
    builder.addEvent(`${method}${outcome}`, outcomeOf(method, outcome, data), { ...head, tracking: step })
  }

  function readMessage(direction: 'sent' | 'received', data: unknown, head: LineHead): void {
    const message = field(data, 'message')
    const outcome = field(data, 'outcome')
    if (outcome !== 'sent' && outcome !== 'delivered') return
    const kind = field(message, 'kind')
    const value =
      kind === 'end-of-candidates'
        ? { candidate: null }
        : kind === 'bye'
          ? { bye: textField(message, 'reason') ?? '' }
          : kind === 'description' || kind === 'candidate'
            ? { [kind]: field(message, kind) }
            : null
    if (value !== null) builder.addEvent('message', { direction, ...value }, head)
  }

  return { read }
}

function kindsOf(tracks: unknown): string[] {
  return Array.isArray(tracks) ? (tracks as unknown[]).flatMap((one) => textField(one, 'kind') ?? []) : []
}
