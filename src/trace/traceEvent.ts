import type { BenchIntent, ChannelMessage, ChannelStatus } from '../../machines/bench/benchContracts'
import type {
  Candidate,
  CandidateError,
  Description,
  PeerStatus,
  Problem,
  RemoteTrack,
  Settings,
  SignalFact,
  Traffic,
} from '../../machines/contracts'

/** Names one RTCPeerConnection of a trace. In a call of this app it is the name of its end. */
export type ConnectionId = string

/** The members that every event of a trace has. */
interface Head {
  /** Position in the trace, from 0, over all connections. */
  readonly seq: number
  /** Milliseconds since the trace began. */
  readonly at: number
  readonly conn: ConnectionId
  /** The position of the event that started what this event settles, if it is known. */
  readonly call?: number
}

type Named<Kind extends string, Data> = {
  [Name in keyof Data]: { readonly kind: Kind; readonly name: Name; readonly data: Data[Name] }
}[keyof Data]

/** The intents of a person, or an app, on a connection. */
interface Intents {
  'step.run': { step: string }
  'step.retry': { step: string }
  'settings.change': Partial<Settings>
  'ice.restart': null
  'wire.ask': null
  'call.hang-up': { reason?: 'left' }
}

/** The intents of a learner on a bench, with the fields that they have there. */
type BenchIntents = { [I in BenchIntent as I['type']]: Omit<I, 'type'> }

/** Events of connections, channels and tracks, by the names that RTCStatsDump gives their handlers. */
interface DomEvents {
  /** null: there are no more (WebRTC §4.8.1). `url`: the server that reported it. */
  onicecandidate: (Candidate & { url?: string }) | null
  onicecandidateerror: CandidateError
  onnegotiationneeded: null
  ontrack: RemoteTrack
  ondatachannel: ChannelStatus
  'RTCDataChannel.onopen': ChannelStatus
  'RTCDataChannel.onclosing': ChannelStatus
  'RTCDataChannel.onclose': ChannelStatus
  'RTCDataChannel.onmessage': ChannelMessage
  'RTCDataChannel.onerror': { channel: string; problem: Problem }
  'MediaStreamTrack.onmute': RemoteTrack
  'MediaStreamTrack.onunmute': RemoteTrack
  'MediaStreamTrack.onended': { kind: string }
}

/**
 * The argument of a call of `addIceCandidate()`: a candidate, by its position among those that arrived, or the
 * placeholder.
 */
export type AddedCandidate = { index: number } | { placeholder: Candidate }

/** A settled promise: the method's name, and its step or repair; on a bench the number of the operation. */
interface Settlements {
  resolved:
    | { readonly name: 'operation'; readonly data: { id: number; result?: unknown } }
    | { readonly name: 'addIceCandidate'; readonly data: AddedCandidate }
    | { readonly name: Method; readonly step: string; readonly data?: unknown }
  rejected:
    | { readonly name: 'operation'; readonly data: { id: number; problem: Problem } }
    | { readonly name: 'addIceCandidate'; readonly data: AddedCandidate & { problem: Problem } }
    | { readonly name: Method; readonly step: string; readonly data: Problem }
}

/** The methods that steps and repairs run. `run`: a step whose actor is none of them. */
export type Method =
  | 'getUserMedia'
  | 'addTrack'
  | 'createOffer'
  | 'createAnswer'
  | 'setLocalDescription'
  | 'setRemoteDescription'
  | 'send'
  | 'restartIce'
  | 'run'

/** What arrived at an end over the channel, or happened to the channel. */
interface Signals {
  description: Description
  candidate: Candidate
  'end-of-candidates': null
  bye: { reason: string }
  'other-end': Omit<Extract<SignalFact, { type: 'signal.other-end' }>, 'type'>
  lost: Problem
  confirmed: { missing: number }
}

/** Timers of the end. `delay`: the machine waited for it in `state`, and it ran out. */
interface Clocks {
  'wire.check': null
  'patience.check': null
  /** A message has travelled for as long as the tray of a bench says. */
  'tray.due': { message: number }
  delay: { delay: string; state: string }
  start: null
  /** Another event that the machine sent itself. */
  machine: { type: string }
}

/**
 * One event, in the shape of an RTCStatsDump line: an intent, the outcome of a call, a report, or a message. Plain
 * JSON. Panels read these, whatever recorded them.
 */
export type TraceEvent = Head &
  (
    | Named<'intent', Intents & BenchIntents>
    /** Fields of the connection changed; `name` is the cause (`setLocalDescription`, `onsignalingstatechange`). */
    | { readonly kind: 'state'; readonly name: string; readonly data: Partial<PeerStatus> }
    | Named<'event', DomEvents>
    | ({ readonly kind: 'resolved' } & Settlements['resolved'])
    | ({ readonly kind: 'rejected' } & Settlements['rejected'])
    /** A message as its sender or its receiver saw it. */
    | { readonly kind: 'message'; readonly name: 'sent' | 'received'; readonly data: Traffic }
    | Named<'signal', Signals>
    /** What was learned about the browser's ICE agent (machines/contracts.ts, Patience). */
    | {
        readonly kind: 'finding'
        readonly name: 'patience'
        readonly data: 'waits' | 'gives-up' | 'not-held'
      }
    | Named<'clock', Clocks>
  )

export type TraceKind = TraceEvent['kind']
