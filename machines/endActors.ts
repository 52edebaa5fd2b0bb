import type { Candidate, Description, IceServer, MediaSummary, Settings } from './contracts'

/* What the machines ask of the world: commands, which have no answer, and actors, which have one. */

/** What the machines ask of the connection without waiting for an answer. */
export type PeerCommand =
  | { type: 'add-candidate'; index: number; candidate: Candidate }
  | { type: 'add-placeholder'; candidate: Candidate }
  /** Runs an operation of a bench; its outcome comes back with the id. */
  | { type: 'run'; id: number; operation: Operation }
  | { type: 'close' }

/** What the machines ask of the signaling channel. */
export type SignalCommand =
  | { type: 'send-description'; description: Description }
  | { type: 'send-candidate'; candidate: Candidate }
  | { type: 'send-end-of-candidates' }
  | { type: 'send-bye' }
  | { type: 'ask' }

export interface PeerConfig {
  iceServers: IceServer[]
  relayOnly: boolean
}

/** One operation on a connection, as the port takes it: its name and its fields. */
export interface Operation {
  readonly call: string
  readonly [field: string]: unknown
}

/** Input and output of the actors that steps invoke; a step names its actor in `runs` (script.ts). */
export interface StepActors {
  'capture-media': { input: { media: Settings['media'] }; output: MediaSummary }
  'add-tracks': { input: PeerConfig; output: undefined }
  'create-offer': { input: undefined; output: Description }
  'set-local-offer': { input: Description; output: undefined }
  'send-offer': { input: Description; output: undefined }
  'set-remote-offer': { input: PeerConfig & { description: Description }; output: undefined }
  'prepare-callee-media': { input: { media: Settings['media'] }; output: MediaSummary }
  'create-answer': { input: undefined; output: Description }
  'set-local-answer': { input: Description; output: undefined }
  'send-answer': { input: Description; output: undefined }
  'set-remote-answer': { input: Description; output: undefined }
  /**
   * Runs the operations that a step lists. Missing fields are filled in: the configuration from the settings, the
   * description from the one received.
   */
  operations: {
    input: PeerConfig & { operations: readonly Operation[]; received: Description | null }
    /** The description that the last operation wrote, if it wrote one. */
    output: Description | null
  }
}

/** Input and output of the actors that repair a call. They are not steps, so each makes several API calls. */
export interface RepairActors {
  /** restartIce(), then setLocalDescription() (RFC 9429 §5.2.3.1). Returns the new offer. */
  'restart-ice': { input: undefined; output: Description }
  /** setRemoteDescription(), createAnswer(), setLocalDescription(). Returns the answer. */
  'answer-restart': { input: Description; output: Description }
  /** setRemoteDescription() of the answer that ends the repair. */
  'finish-restart': { input: Description; output: undefined }
}

export type EndActors = StepActors & RepairActors
