import type { Candidate, CandidateError, Description, Problem } from '../../machines/contracts'

/** What a text or a file was recognised as. */
export type DumpFormat =
  | 'webrtc-internals'
  | 'rtcstats-v3'
  | 'jitsi-rtcstats'
  | 'firefox-report'
  | 'har'
  | 'sdp'
  | 'candidates'
  | 'signals'
  | 'error-text'
  | 'recording'

/** The settings of a connection. Credentials are never read: `hasCredential` says that there was one. */
export interface DumpConfiguration {
  iceServers: { urls: string[]; username?: string; hasCredential: boolean }[]
  iceTransportPolicy?: string
  bundlePolicy?: string
}

/** A description as a call or an event has it. `rollback` has no text (RFC 9429 §4.1.10.2). */
export interface DumpDescription {
  type?: Description['type'] | 'rollback'
  sdp?: string
}

export interface DumpTrack {
  kind: string
  id?: string
  /** Of a transceiver (WebRTC §5.4). */
  direction?: string
}

export interface DumpChannel {
  label: string
  id?: number | null
}

/** `getUserMedia()`: which kinds were asked for. `source` tells it from `getDisplayMedia()`. */
export interface DumpCapture {
  audio: boolean
  video: boolean
  source: 'user' | 'display'
}

/**
 * What each line carries, by the names that RTCStatsDump v3 gives. A method has a line when it was called; its outcome
 * is another line, `…OnSuccess` or `…OnFailure`, whose `call` names the first.
 */
export interface DumpValues {
  create: DumpConfiguration
  setConfiguration: DumpConfiguration
  close: null
  createOffer: { iceRestart?: boolean }
  createOfferOnSuccess: Description
  createOfferOnFailure: Problem
  createAnswer: null
  createAnswerOnSuccess: Description
  createAnswerOnFailure: Problem
  /** null: `setLocalDescription()` without an argument (RFC 9429 §5.4). An empty `sdp`: the file leaves it out. */
  setLocalDescription: DumpDescription | null
  setLocalDescriptionOnSuccess: DumpDescription | null
  setLocalDescriptionOnFailure: Problem
  setRemoteDescription: DumpDescription
  setRemoteDescriptionOnSuccess: DumpDescription | null
  setRemoteDescriptionOnFailure: Problem
  /** null: the end of the candidates. */
  addIceCandidate: Candidate | null
  addIceCandidateOnSuccess: Candidate | null
  addIceCandidateOnFailure: Problem & { candidate?: Candidate }
  onicecandidate: (Candidate & { url?: string; relayProtocol?: string }) | null
  onicecandidateerror: CandidateError
  onsignalingstatechange: string
  oniceconnectionstatechange: string
  onconnectionstatechange: string
  onicegatheringstatechange: string
  onnegotiationneeded: null
  ontrack: DumpTrack
  ondatachannel: DumpChannel
  addTrack: DumpTrack
  /** `cause`: what made or changed the transceiver, as Chromium says it (`addTrack`, `setRemoteDescription`). */
  addTransceiver: DumpTrack & { cause?: string }
  removeTrack: DumpTrack | null
  replaceTrack: DumpTrack | null
  createDataChannel: DumpChannel
  restartIce: null
  getUserMedia: DumpCapture
  getUserMediaOnSuccess: DumpCapture & { tracks: DumpTrack[] }
  getUserMediaOnFailure: DumpCapture & { problem: Problem }
  'MediaStreamTrack.onended': DumpTrack
  'MediaStreamTrack.onmute': DumpTrack
  'MediaStreamTrack.onunmute': DumpTrack
  'MediaStreamTrack.stop': DumpTrack
  'HTMLMediaElement.resize': DumpTrack | null
  'RTCDataChannel.onopen': DumpChannel
  'RTCDataChannel.onclose': DumpChannel
  'RTCDataChannel.onerror': DumpChannel & { problem: Problem }
  /** A message on the signaling channel, from a HAR file or another log of the wire. */
  message: { direction: 'sent' | 'received' } & (
    { description: Description } | { candidate: Candidate | null } | { bye: string }
  )
  /** An error text without the call that it came from. */
  'error-text': { text: string }
  /** A line that no reader knows, with its own name. */
  other: { name: string }
}

export type DumpName = keyof DumpValues

/** One line of a dump, in the order of the file. Plain JSON. */
export type DumpLine = {
  [Name in DumpName]: {
    /** Position in `Dump.lines`, from 0. */
    readonly seq: number
    /** Milliseconds since the epoch; null: the file does not say when. */
    readonly at: number | null
    /** The id of the connection; null: it belongs to none, as capturing does. */
    readonly conn: string | null
    readonly name: Name
    readonly value: DumpValues[Name]
    /** Where the file says it: `line 12`, `updateLog 3`. */
    readonly source: string
    /** The `seq` of the call that this is the outcome of. */
    readonly call?: number
  }
}[DumpName]

/** One report of `getStats()` over time, column by column: `values[i]` was measured at `times[i]`. */
export interface DumpReport {
  readonly conn: string
  readonly id: string
  /** `inbound-rtp`, `candidate-pair` … (webrtc-stats §6); empty: the file does not say. */
  readonly type: string
  /** Milliseconds since the epoch, rising. */
  readonly times: readonly number[]
  /** By the name of the property. undefined: the property was absent at that time. */
  readonly values: Readonly<Record<string, readonly unknown[]>>
}

export interface DumpConnection {
  readonly id: string
  /** The page that made it, without query and fragment; null: unknown. */
  readonly page: string | null
  readonly configuration: DumpConfiguration | null
  /** The role that the file states; null: it must be read from the lines. */
  readonly role: 'caller' | 'callee' | null
}

/** What of a call a format can hold. What is absent here was never recorded: its absence proves nothing. */
export type DumpCoverage =
  'calls' | 'states' | 'descriptions' | 'candidates' | 'capture' | 'stats' | 'wire' | 'playback'

/** A file or a text somebody brought, as every reader gives it. Plain JSON; it never throws for what it reads. */
export interface Dump {
  readonly format: DumpFormat
  /** More exact, for the person: `M147+`, `2022–24`, `gzip`. Empty if there is one only. */
  readonly dialect: string
  /** The browser as the file names it (`Chrome 147`); null: unknown. */
  readonly browser: string | null
  readonly connections: readonly DumpConnection[]
  /** In the order of time where the file has times. */
  readonly lines: readonly DumpLine[]
  readonly reports: readonly DumpReport[]
  readonly covers: readonly DumpCoverage[]
  /** Parts of the file that could not be read, in the file's words: `line 7: no JSON`. At most 20. */
  readonly skipped: readonly string[]
  /** Whether the end of the file is missing: then what came later is not known. */
  readonly isCut?: boolean
  /** When the file was saved, in milliseconds since the epoch, if it says so. */
  readonly savedAt?: number
}

/** Why a text or a file gives no dump. Each has a sentence with the way out in the messages. */
export type DumpProblem =
  | 'empty'
  | 'unknown'
  | 'cut-off'
  | 'too-large'
  | 'no-connections'
  /** A HAR file in which no message has a description or a candidate. */
  | 'no-signals'
  | 'binary'
  /** A file that holds others, as zip does. */
  | 'archive'
  | 'damaged-gzip'
  /** The file itself could not be opened, or the memory was not enough. */
  | 'unreadable'

/** What a reader gives: one dump, or the reason why there is none. */
export type Reading =
  | { readonly dump: Dump }
  | { readonly problem: DumpProblem; readonly format: DumpFormat | null; readonly detail: string }
