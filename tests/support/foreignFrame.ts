import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { EndContext } from '../../machines/contracts'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import { foldFact } from '../../machines/facts'
import { firstSnapshots } from '../../machines/log'
import { isMachineEvent } from '../../machines/machineEvents'
import { STEP_IDS } from '../../machines/steps'
import type { StepId } from '../../machines/steps'
import { viewEnd } from '../../machines/progress'
import type { StepStatus } from '../../machines/progress'
import type { CallFrame } from '../../src/session/callFrame'
import type { CallView } from '../../src/session/callView'
import { toEvent } from '../../src/trace/toLog'
import type { TraceBody } from '../../src/trace/fromLog'
import type { ConnectionFacts, Trace } from '../../src/trace/trace'
import type { TraceEvent } from '../../src/trace/traceEvent'
import { FRESH } from './callLog'

const candidate = (address: string, type: string, more = '') => ({
  candidate: `candidate:1 1 udp 2122260223 ${address} 5000 typ ${type}${more}`,
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'abcd',
})
const HOST = candidate('192.0.2.1', 'host')
const REFLEXIVE = candidate('198.51.100.7', 'srflx', ' raddr 192.0.2.1 rport 5000')
const sdp = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=mid:0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  'a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF',
  'a=setup:actpass',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  '',
].join('\r\n')
const offer = { type: 'offer', sdp } as const
const answer = { type: 'answer', sdp: sdp.replace('actpass', 'active') } as const
/** The trace of one connection of a foreign page: no steps of this app, no machine. */
const EVENTS: readonly TraceBody[] = [
  { kind: 'state', name: 'create', data: FRESH },
  { kind: 'event', name: 'onnegotiationneeded', data: null },
  { kind: 'resolved', name: 'createOffer', step: 'createOffer', data: offer },
  { kind: 'resolved', name: 'setLocalDescription', step: 'setLocalDescription' },
  {
    kind: 'state',
    name: 'onsignalingstatechange',
    data: { signalingState: 'have-local-offer', pendingLocalDescription: offer },
  },
  { kind: 'event', name: 'onicecandidate', data: HOST },
  { kind: 'event', name: 'onicecandidate', data: { ...REFLEXIVE, url: 'stun:stun.example' } },
  {
    kind: 'event',
    name: 'onicecandidateerror',
    data: { url: 'turn:turn.example', errorCode: 701, errorText: 'timed out', address: null, port: null },
  },
  { kind: 'event', name: 'onicecandidate', data: null },
  {
    kind: 'message',
    name: 'sent',
    data: { direction: 'out', outcome: 'sent', size: 812, message: message('description', 0, offer) },
  },
  {
    kind: 'message',
    name: 'received',
    data: { direction: 'in', outcome: 'delivered', size: 799, message: message('description', 1, answer) },
  },
  { kind: 'signal', name: 'candidate', data: candidate('203.0.113.9', 'host') },
  { kind: 'resolved', name: 'addIceCandidate', data: { index: 0 } },
  {
    kind: 'rejected',
    name: 'setRemoteDescription',
    step: 'setRemoteDescription',
    data: { name: 'OperationError', message: 'no' },
  },
  {
    kind: 'state',
    name: 'onsignalingstatechange',
    data: {
      signalingState: 'stable',
      pendingLocalDescription: null,
      currentLocalDescription: offer,
      currentRemoteDescription: answer,
    },
  },
  {
    kind: 'state',
    name: 'oniceconnectionstatechange',
    data: { iceConnectionState: 'connected', connectionState: 'connected' },
  },
  { kind: 'event', name: 'ontrack', data: { id: 't', kind: 'audio', muted: true } },
  { kind: 'event', name: 'MediaStreamTrack.onunmute', data: { id: 't', kind: 'audio', muted: false } },
]

function message(kind: string, seq: number, description: { type: string; sdp: string }) {
  return { kind, seq, from: 'caller' as const, session: 's', description }
}

/** The ids that `foreignFrame()` gives to `count` connections. */
export function foreignIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${String(4711 + index)}-pc`)
}

/**
 * All that panels show of a foreign trace: `count` connections without role (`role: null`) and without machine (`end:
 * null`), each with its own events, which alternate.
 */
export function foreignFrame(count: number): CallFrame {
  const ids = foreignIds(count)
  const events = EVENTS.flatMap((body) => ids.map((conn) => ({ conn, ...body }))).map((event, seq) => ({
    seq,
    at: seq * 10,
    ...event,
  }))
  const moments = [new Map<string, ConnectionFacts>(ids.map((id) => [id, NOTHING]))]
  for (const event of events) {
    const before = moments.at(-1)!
    moments.push(new Map(before).set(event.conn, afterEvent(before.get(event.conn)!, event)))
  }
  const connections = ids.map((id) => ({ id, role: null, facts: moments.at(-1)!.get(id)!, end: null }))
  const trace: Trace = {
    connections: connections.map(({ id, role }) => ({ id, role })),
    script: null,
    events,
    whole: events,
    factsAt: (conn, index) => moments[index]?.get(conn) ?? null,
  }
  const statuses = Object.fromEntries(STEP_IDS.map((id) => [id, 'todo'])) as Record<StepId, StepStatus>
  const view: CallView = {
    live: false,
    at: events.at(-1)?.at ?? 0,
    connections,
    trace,
    turn: { phase: 'connected', step: null, end: 'caller', tag: 'waiting' },
    statuses,
  }
  const here = { index: 0, step: null, phase: 'connected', failed: false } as const
  return {
    script: HANDSHAKE_13,
    view,
    now: view,
    cursor: null,
    length: events.length,
    checkpoints: [here],
    here,
    ahead: null,
    behind: null,
    snapshots: [],
    runningTo: null,
    playing: false,
    settings: DEFAULT_SETTINGS,
    channelName: '',
    samples: [],
    packets: [],
    statistics: 'not-recorded',
    tabs: null,
  }
}

const NOTHING: EndContext = viewEnd(firstSnapshots(HANDSHAKE_13, DEFAULT_SETTINGS).caller).context

function afterEvent(facts: ConnectionFacts, event: TraceEvent): ConnectionFacts {
  const told = toEvent(event)
  return isMachineEvent(told) ? facts : { ...facts, ...foldFact(facts as EndContext, told) }
}
