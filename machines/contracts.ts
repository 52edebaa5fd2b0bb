import type { BenchEvent, BenchState } from './bench/benchContracts'
import type { End, StepId } from './steps'

/* What the machines exchange with the world is plain JSON, so that a recorded call replays without a browser. State
   names are those of WebRTC 1.0. DOM types are not used in this folder. */

export type SignalingState =
  | 'stable'
  | 'have-local-offer'
  | 'have-remote-offer'
  | 'have-local-pranswer'
  | 'have-remote-pranswer'
  | 'closed'
export type IceGatheringState = 'new' | 'gathering' | 'complete'
export type IceConnectionState =
  'new' | 'checking' | 'connected' | 'completed' | 'disconnected' | 'failed' | 'closed'
export type ConnectionState = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed'

/** A session description as it is set and sent (WebRTC §4.6). Only a bench sets provisional answers. */
export interface Description {
  type: 'offer' | 'answer' | 'pranswer'
  sdp: string
}

/** What `RTCIceCandidate.toJSON()` gives (WebRTC §4.8.1). An empty `candidate` marks the end of candidates. */
export interface Candidate {
  candidate: string
  sdpMid: string | null
  sdpMLineIndex: number | null
  usernameFragment: string | null
}

/** A gathered candidate and how far it has been sent. */
export interface LocalCandidate {
  candidate: Candidate
  /**
   * held: waits until its description is sent; sent: as a message of its own; in-description: inside the description.
   */
  state: 'held' | 'sent' | 'in-description'
}

/** A candidate of the other end and whether the connection has it yet. */
export interface RemoteCandidate {
  candidate: Candidate
  /** queued: waits until setRemoteDescription() has resolved (WebRTC §4.4.2, addIceCandidate). */
  state: 'queued' | 'adding' | 'added' | 'refused'
  problem?: Problem
}

/** What an `icecandidateerror` event says (WebRTC §4.8.2). */
export interface CandidateError {
  url: string
  errorCode: number
  errorText: string
  address: string | null
  port: number | null
}

/**
 * How long this browser's ICE agent waits for the answer. waits: without limit; gives-up: it fails some seconds after
 * step 10 unless a pair is being checked (Firefox); not-held: it failed although it had a placeholder, or it refused
 * the placeholder.
 */
export type Patience = 'unknown' | 'waits' | 'gives-up' | 'not-held'

/** The candidate that this app adds to a connection itself, so that its ICE agent does not give up. */
export interface Placeholder {
  candidate: Candidate
  /** Why the browser refused it; null if it did not. */
  problem: Problem | null
}

/** An exception, reduced to its name and message. */
export interface Problem {
  name: string
  message: string
  /** The constraint that could not be met (OverconstrainedError only). */
  constraint?: string
}

export interface IceServer {
  urls: string[]
  username?: string
  credential?: string
}

/** What the learner chose before or during a call. */
export interface Settings {
  media: 'camera' | 'test-pattern'
  /** true: candidates cross one by one (RFC 8838); false: step 5 waits and the description carries them. */
  trickle: boolean
  iceServers: IceServer[]
  relayOnly: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  media: 'camera',
  trickle: true,
  iceServers: [],
  relayOnly: false,
}

/** Where a bench captures from; the steps of a call capture what the settings say. */
export type CaptureSource = Settings['media'] | 'screen'

export interface MediaSummary {
  /** What was captured: where a screen cannot be shared, a drawn picture was. */
  source: CaptureSource
  tracks: { kind: string; label: string }[]
}

export interface TransceiverStatus {
  /** The name by which operations find it (src/peer/names.ts); recordings of older versions have none. */
  id?: string
  mid: string | null
  kind: string
  direction: string
  currentDirection: string | null
}

/** The live state of one RTCPeerConnection: four states, four description slots, its transceivers. */
export interface PeerStatus {
  signalingState: SignalingState
  iceGatheringState: IceGatheringState
  iceConnectionState: IceConnectionState
  connectionState: ConnectionState
  pendingLocalDescription: Description | null
  currentLocalDescription: Description | null
  pendingRemoteDescription: Description | null
  currentRemoteDescription: Description | null
  transceivers: TransceiverStatus[]
}

export interface RemoteTrack {
  id: string
  kind: string
  /** true until the first packet arrives (Media Capture and Streams §4.3.1). */
  muted: boolean
}

/** An intent of the learner, in a script with these steps. */
export type Intent<Id extends string = StepId> =
  /** Only an end that stands at this step takes it, so a late click on another step changes nothing. */
  | { type: 'step.run'; step: Id }
  | { type: 'step.retry'; step: Id }
  | { type: 'settings.change'; settings: Partial<Settings> }
  | { type: 'ice.restart' }
  | { type: 'wire.ask' }
  /** left: nobody hung up, but the page that plays this end was left. */
  | { type: 'call.hang-up'; reason?: 'left' }

/** An intent that acts on the call now. A change of settings is none: it affects later steps. */
export type Action = Exclude<Intent, { type: 'settings.change' }>

/** What the connection and the devices report without being asked. */
export type PeerFact =
  | { type: 'pc.changed'; cause: string; status: Partial<PeerStatus> }
  /** `url`: the server that reported it. Only Chromium gives it (WebRTC §4.8.1, url). */
  | { type: 'pc.candidate'; candidate: Candidate; url?: string }
  | { type: 'pc.end-of-candidates' }
  | { type: 'pc.candidate-error'; error: CandidateError }
  | { type: 'pc.candidate-added'; index: number }
  | { type: 'pc.candidate-refused'; index: number; problem: Problem }
  | { type: 'pc.patience'; patience: Exclude<Patience, 'unknown'> }
  | { type: 'pc.placeholder-added'; candidate: Candidate }
  | { type: 'pc.placeholder-refused'; candidate: Candidate; problem: Problem }
  | { type: 'pc.negotiation-needed' }
  | { type: 'pc.track'; track: RemoteTrack }
  | { type: 'pc.track-changed'; track: RemoteTrack }
  | { type: 'media.ended'; kind: string }

/**
 * What happened to a message on the signaling channel, for the list of messages. The machines use only the sent ones.
 */
export interface Traffic {
  direction: 'in' | 'out'
  outcome: 'sent' | 'delivered' | 'duplicate' | 'out-of-order' | 'control' | 'refused'
  size: number
  message?: { kind: string; seq: number; from: string } & Record<string, unknown>
  reason?: string
  detail?: string
  /** Number of messages refused so far; given once not every refusal is reported. */
  count?: number
}

/** What the signaling channel reports. */
export type SignalFact =
  | { type: 'signal.description'; description: Description }
  | { type: 'signal.candidate'; candidate: Candidate }
  | { type: 'signal.end-of-candidates' }
  | { type: 'signal.bye'; reason: string }
  | { type: 'signal.other-end'; status: 'here' | 'gone'; returned: boolean }
  | { type: 'signal.traffic'; traffic: Traffic }
  /** A message could not be sent: the channel under this end has been closed. The machines ignore it. */
  | { type: 'signal.lost'; problem: Problem }
  /** The other end has reported what has arrived. `missing` messages had not, and were sent again. */
  | { type: 'signal.confirmed'; missing: number }

/** A timer event: check whether everything that was sent has been confirmed. */
export interface WireCheck {
  type: 'wire.check'
}

/** A timer event: the answer has been set for a while, so check whether ICE has a pair to check. */
export interface PatienceCheck {
  type: 'patience.check'
}

export type EndEvent<Id extends string = StepId> =
  Intent<Id> | PeerFact | SignalFact | WireCheck | PatienceCheck | BenchEvent

/** Whether the other end has confirmed what this end sent. The signaling channel confirms by itself, at any step. */
export interface Delivery {
  /** due: sent, not confirmed yet; overdue: asked MAX_ASKS times without an answer, so the learner is told. */
  state: 'confirmed' | 'due' | 'overdue'
  /** The highest number sent so far; -1 before the first. */
  sent: number
  /** How often this end has asked since it sent something new. */
  asks: number
}

/** Everything one end knows. Plain JSON: recordings hold it and panels read it. */
export interface EndContext<Id extends string = StepId> {
  end: End
  settings: Settings
  /** Steps this end has finished, in order. */
  done: Id[]
  media: MediaSummary | null
  peer: PeerStatus | null
  /** The text createOffer() or createAnswer() returned. */
  draft: Description | null
  /** A description that has arrived and is not yet applied. */
  receivedDescription: Description | null
  /** Whether this end's description of this round has been sent. Its candidates are sent after it, never before. */
  descriptionSent: boolean
  gathered: boolean
  local: LocalCandidate[]
  remote: RemoteCandidate[]
  candidateErrors: CandidateError[]
  patience: Patience
  placeholder: Placeholder | null
  tracks: RemoteTrack[]
  /** Why the last action failed. */
  problem: Problem | null
  otherEnd: 'unknown' | 'here' | 'gone'
  delivery: Delivery
  closedBy: 'self' | 'other' | null
  /** What an end of a bench knows besides; an end with steps has none. */
  bench?: BenchState
}

export interface EndInput {
  settings: Settings
}

/** What an end is doing: every leaf state has exactly one of these tags. Panels read tags, never state paths. */
export const DOING = ['ready', 'busy', 'waiting', 'failed', 'connected', 'closed'] as const
export type Doing = (typeof DOING)[number]

/**
 * Tags that may stand beside those: `repairing` during an ICE restart, `one-way` while no media arrives, `gathering`
 * where a step waits for candidates and running it again continues with trickle.
 */
export type EndTag = Doing | 'repairing' | 'one-way' | 'gathering'
