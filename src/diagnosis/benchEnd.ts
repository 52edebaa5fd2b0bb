import type { Operation } from '../../machines/endActors'
import type { Description, EndEvent, PeerStatus, Problem } from '../../machines/contracts'
import { appliedOf, isLine } from './applied'
import type { Applied } from './applied'
import { createBenchCandidates } from './benchCandidates'
import { createBenchChannels } from './benchChannels'
import type { DumpDescription, DumpLine, DumpTrack, DumpValues } from './dump'
import { FIRST_STATUS, slotsAfter } from './slots'

/** Whether an event may stand in a recording of a bench; a text from outside may be too long for it. */
export type Accepts = (event: EndEvent) => boolean

type Status = Partial<PeerStatus>

/** The states that a line reports, by its name. */
const STATES: Partial<Record<DumpLine['name'], keyof PeerStatus>> = {
  onsignalingstatechange: 'signalingState',
  onicegatheringstatechange: 'iceGatheringState',
  oniceconnectionstatechange: 'iceConnectionState',
  onconnectionstatechange: 'connectionState',
}

/**
 * Reads the lines of one connection, one after the other, as the events of an end of a bench. What a line does not say
 * is left out: the signaling between the ends, transceivers, statistics. Two things follow from the standard: a new
 * connection has the first status, and a description that was set stands in its slot (WebRTC §4.4.1.5).
 */
export function createBenchEnd(lines: readonly DumpLine[], accepts: Accepts) {
  const applied = new Map(appliedOf(lines).map((one) => [one.seq, one]))
  const settled = new Set(lines.flatMap(({ call }) => call ?? []))
  const reportsStates = lines.some((line) => isLine(line, 'onsignalingstatechange'))
  const hasAddTrack = lines.some((line) => isLine(line, 'addTrack'))
  const tracks: string[] = []
  let open: { method: string; id: number; seq: number }[] = []
  let operations = 0
  let transceivers = 0
  let status: Status | null = null
  let events: EndEvent[] = []
  const candidates = createBenchCandidates(lines, put)
  const channels = createBenchChannels(put, run)

  /** The events of a line; empty: a bench has no place for it. */
  function read(line: DumpLine): EndEvent[] {
    events = []
    take(line)
    return events
  }

  function put(event: EndEvent): boolean {
    // A recording holds no `undefined`.
    const plain = JSON.parse(JSON.stringify(event)) as EndEvent
    const isPut = accepts(plain)
    if (isPut) events.push(plain)
    return isPut
  }

  function start({ seq, name }: DumpLine, operation: Operation): void {
    if (!put({ type: 'bench.run', operation })) return
    open.push({ method: name, id: operations, seq })
    operations += 1
  }

  /** A call that returns at once. */
  function run(line: DumpLine, operation: Operation, result?: unknown, change?: () => void): void {
    start(line, operation)
    if (open.at(-1)?.seq !== line.seq) return
    change?.()
    const { id } = open.pop() ?? { id: 0 }
    put({ type: 'pc.operation-done', id, ...(result !== undefined && { result }) })
  }

  function report(cause: string, change: Status): void {
    if (put({ type: 'pc.changed', cause, status: change })) status = { ...status, ...change }
  }

  function firstReport(): void {
    status = null
    report('new RTCPeerConnection()', FIRST_STATUS)
  }

  /** The call that a line is the outcome of: the one that it names, else the oldest one of its method. */
  function callOf({ call }: DumpLine, method: string) {
    const found = open.find((one) => one.method === method && (call === undefined || one.seq === call))
    open = open.filter((one) => one !== found)
    return found
  }

  function done(line: DumpLine, method: string, result?: unknown): void {
    const call = callOf(line, method)
    if (call === undefined) return
    const { id, seq } = call
    const description = applied.get(seq)
    if (description !== undefined) applySlots(description)
    // A description that is too long for a recording was set all the same.
    const known = description?.sdp ? { type: description.type, sdp: description.sdp } : result
    const isPut = put({ type: 'pc.operation-done', id, ...(known != null && { result: known }) })
    if (!isPut) put({ type: 'pc.operation-done', id })
  }

  function refused(line: DumpLine, method: string, problem: Problem): void {
    const call = callOf(line, method)
    if (call !== undefined) put({ type: 'pc.operation-refused', id: call.id, problem })
  }

  function applySlots({ side, type, sdp, before }: Applied): void {
    const { signalingState, ...slots } = slotsAfter(status ?? FIRST_STATUS, { side, type, sdp })
    const cause = side === 'local' ? 'setLocalDescription()' : 'setRemoteDescription()'
    report(cause, reportsStates || before === 'closed' ? slots : { ...slots, signalingState })
  }

  function take(line: DumpLine): void {
    if (isLine(line, 'create')) {
      run(line, { call: 'create', configuration: configurationOf(line.value) }, undefined, firstReport)
      return
    }
    if (takeCapture(line)) return
    if (status === null) firstReport()
    const state = STATES[line.name]
    if (state !== undefined) report(line.name.slice('on'.length), { [state]: line.value })
    else if (hasForeignKind(line)) return
    else if (!takeNegotiation(line) && !candidates.take(line) && !channels.take(line)) takeOther(line)
  }

  function takeCapture(line: DumpLine): boolean {
    switch (line.name) {
      case 'getUserMedia':
        start(line, { call: 'capture', source: sourceOf(line.value) })
        return true
      case 'getUserMediaOnSuccess': {
        const labelled = line.value.tracks.filter(isTrack).map(({ kind }) => ({ kind, label: '' }))
        done(line, 'getUserMedia', { source: sourceOf(line.value), tracks: labelled })
        return true
      }
      case 'getUserMediaOnFailure':
        refused(line, 'getUserMedia', line.value.problem)
        return true
      default:
        return false
    }
  }

  function takeNegotiation(line: DumpLine): boolean {
    switch (line.name) {
      case 'createOffer':
        start(line, { call: 'createOffer', ...(line.value.iceRestart && { options: { iceRestart: true } }) })
        return true
      case 'createAnswer':
        start(line, { call: 'createAnswer' })
        return true
      case 'setLocalDescription':
      case 'setRemoteDescription':
        start(line, { call: line.name, ...argumentOf(line.value, applied.get(line.seq)) })
        // Some files list a description once it was set, and no outcome.
        if (applied.get(line.seq)?.outcome === 'done' && !hasOutcome(line)) done(line, line.name)
        return true
      case 'createOfferOnSuccess':
      case 'createAnswerOnSuccess':
        done(line, line.name.replace('OnSuccess', ''), line.value)
        return true
      case 'setLocalDescriptionOnSuccess':
      case 'setRemoteDescriptionOnSuccess':
        done(line, line.name.replace('OnSuccess', ''))
        return true
      case 'createOfferOnFailure':
      case 'createAnswerOnFailure':
      case 'setLocalDescriptionOnFailure':
      case 'setRemoteDescriptionOnFailure':
        refused(line, line.name.replace('OnFailure', ''), line.value)
        return true
      default:
        return false
    }
  }

  function hasOutcome({ seq, name }: DumpLine): boolean {
    if (settled.has(seq)) return true
    return lines.some(
      (line) => line.seq > seq && line.call === undefined && line.name.startsWith(`${name}On`),
    )
  }

  function takeOther(line: DumpLine): void {
    switch (line.name) {
      case 'close': {
        const change = { signalingState: 'closed', connectionState: 'closed', iceConnectionState: 'closed' }
        run(line, { call: 'close' }, undefined, () => {
          report('close()', change as Status)
        })
        break
      }
      case 'setConfiguration':
        run(line, { call: 'setConfiguration', configuration: configurationOf(line.value) })
        break
      case 'restartIce':
        run(line, { call: 'restartIce' })
        break
      case 'onnegotiationneeded':
        put({ type: 'pc.negotiation-needed' })
        break
      case 'addTrack':
        run(line, { call: 'addTrack', track: { kind: line.value.kind } }, nextTransceiver())
        break
      case 'addTransceiver': {
        const { kind, direction, cause = 'addTransceiver' } = line.value
        // Chromium lists transceivers, whatever made them.
        if (cause === 'addTransceiver')
          run(line, { call: 'addTransceiver', track: kind, direction }, nextTransceiver())
        else if (cause === 'addTrack' && !hasAddTrack)
          run(line, { call: 'addTrack', track: { kind } }, nextTransceiver())
        break
      }
      case 'removeTrack':
        run(line, { call: 'removeTrack', ...(line.value && { track: { kind: line.value.kind } }) })
        break
      case 'replaceTrack':
        run(line, { call: 'sender.replaceTrack', track: line.value && { kind: line.value.kind } })
        break
      case 'ontrack':
      case 'MediaStreamTrack.onmute':
      case 'MediaStreamTrack.onunmute':
        takeTrack(line.name, line.value)
        break
      case 'MediaStreamTrack.onended':
        put({ type: 'media.ended', kind: line.value.kind })
        break
      case 'message':
        takeMessage(line.value)
        break
      default:
        break
    }
  }

  function nextTransceiver(): { transceiver: string } {
    transceivers += 1
    return { transceiver: `transceiver-${transceivers - 1}` }
  }

  function takeTrack(name: string, { id, kind }: DumpTrack): void {
    if (id === undefined) return
    const track = { id, kind, muted: name !== 'MediaStreamTrack.onunmute' }
    if (name === 'ontrack') {
      tracks.push(id)
      put({ type: 'pc.track', track })
    } else if (tracks.includes(id)) put({ type: 'pc.track-changed', track })
  }

  /** What arrived is an event of this end. What it sent has no place: the tray of a bench sends by itself. */
  function takeMessage(value: DumpValues['message']): void {
    if (value.direction === 'sent') return
    if ('description' in value) put({ type: 'signal.description', description: value.description })
    else if ('candidate' in value) candidates.arrive(value.candidate)
    else put({ type: 'signal.bye', reason: value.bye })
  }

  return { read }
}

function sourceOf({ source }: { source: 'user' | 'display' }): 'camera' | 'screen' {
  return source === 'display' ? 'screen' : 'camera'
}

function configurationOf({ iceServers, ...rest }: DumpValues['create']) {
  return { iceServers: iceServers.map(({ hasCredential: _, ...server }) => server), ...rest }
}

function argumentOf(value: DumpDescription | null, applied: Applied | undefined) {
  if (value === null) return {}
  const { type = applied?.type ?? 'offer', sdp } = value
  return { description: { type, ...(sdp !== undefined && { sdp }) } as Partial<Description> }
}

/** Tracks are audio or video (Media Capture and Streams §4.3.1). */
function isTrack({ kind }: { kind: unknown }): boolean {
  return kind === 'audio' || kind === 'video'
}

/** Whether a line names a track of a kind that no browser has: it says nothing of the call. */
function hasForeignKind({ value }: DumpLine): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && !isTrack(value)
}
