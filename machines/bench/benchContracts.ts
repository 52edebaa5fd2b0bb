import type { Candidate, Description, Problem } from '../contracts'
import type { Operation } from '../endActors'

/* What the two ends of a bench exchange with the world, beside the events of every call (machines/contracts.ts). A bench
   has no steps: the learner runs any operation at any time, and decides what becomes of every message. Plain JSON. */

/** What the application of an end does by itself; a bench shows it as settings. */
export interface AppRules {
  /**
   * by-hand: nothing. naive: it offers on negotiationneeded, ten times at most between two operations of the learner, and
   * answers every offer. perfect: it negotiates as WebRTC §10.7 shows, with its three flags.
   */
  negotiation: 'by-hand' | 'naive' | 'perfect'
  /** Which of the two gives way when both offer at once (perfect only). */
  polite: boolean
  /** What it does with a candidate that arrives: add it at once, queue it for a remote description, or keep it. */
  arriving: 'at-once' | 'queued' | 'by-hand'
  /** When it sends a gathered candidate: at once, after its description has been sent, or when the learner says so. */
  gathered: 'at-once' | 'after-description' | 'by-hand'
  /** Whether it answers every text on a data channel with `echo: ` and the same text. */
  echo: boolean
  /**
   * Whether it adds the placeholder (machines/placeholder.ts) where the ICE agent would give up because nothing has
   * arrived to check. Nothing happens in a browser whose agent waits.
   */
  placeholder: boolean
}

export const DEFAULT_RULES: AppRules = {
  negotiation: 'by-hand',
  polite: false,
  arriving: 'queued',
  gathered: 'after-description',
  echo: false,
  placeholder: true,
}

/** A message of the application, as it crosses the wire. */
export type AppMessage =
  | { kind: 'description'; description: Description }
  | { kind: 'candidate'; candidate: Candidate }
  | { kind: 'end-of-candidates' }
  | { kind: 'bye' }

/** What the signaling server does with the messages of one end. */
export interface TrayRules {
  /** true: messages wait until the learner delivers or drops them. */
  hold: boolean
  /** Drops every n-th message; 0: none. */
  dropEvery: number
  /** Milliseconds that a message takes; 0: none. */
  delay: number
  /** Loses every answer. */
  loseAnswers: boolean
}

export const OPEN_TRAY: TrayRules = { hold: false, dropEvery: 0, delay: 0, loseAnswers: false }

/** A message of this end on the signaling server. */
export interface TrayMessage {
  /** Its number, from 0, over all messages of this end. */
  id: number
  body: AppMessage
  /** travelling: it is on its way and arrives after the delay. */
  state: 'waiting' | 'travelling' | 'delivered' | 'dropped'
  /** How often it was delivered. */
  deliveries: number
  /** Whether the learner has changed it. */
  edited: boolean
}

/** Why an operation runs: the learner asked for it, or the application did, for one step of its negotiation. */
export type Purpose = 'learner' | 'offer' | 'remote-offer' | 'answer' | 'remote-answer' | 'echo'

/** One operation on the connection of an end, and what became of it. */
export interface OperationCall {
  /** Its number, from 0, over all operations of this end. */
  id: number
  /** As it was asked for: `description` may be `draft` or `received` (fillOperation.ts). */
  operation: Operation
  purpose: Purpose
  state: 'pending' | 'done' | 'refused'
  problem?: Problem
  /** What the browser returned, if it is short: the ids of a transceiver or a channel. */
  result?: unknown
}

/** The live state of one data channel (WebRTC §6.2). */
export interface ChannelStatus {
  id: string
  label: string
  protocol: string
  ordered: boolean
  negotiated: boolean
  /** The SCTP stream; null until the DTLS roles are known (RFC 8832 §6). */
  streamId: number | null
  readyState: 'connecting' | 'open' | 'closing' | 'closed'
}

/** A text on a data channel, as its sender or its receiver has it. `data` is null unless it is text. */
export interface ChannelMessage {
  channel: string
  data: string | null
  /** Bytes. */
  size: number
}

/** What one end of a bench knows beside the rest of its context. */
export interface BenchState {
  rules: AppRules
  tray: TrayRules
  /** This end's messages, in the order in which they stand on the server. */
  messages: TrayMessage[]
  operations: OperationCall[]
  channels: ChannelStatus[]
  received: ChannelMessage[]
  /** The three flags of perfect negotiation (WebRTC §10.7). */
  makingOffer: boolean
  ignoreOffer: boolean
  isSettingRemoteAnswerPending: boolean
  /** Whether the end of this round's candidates was sent. */
  endSent: boolean
  /** The other end has said goodbye. */
  bye: boolean
  /** Whether negotiationneeded has fired since the last offer of this end. */
  negotiationNeeded: boolean
}

/** An intent of the learner on a bench. */
export type BenchIntent =
  | { type: 'bench.run'; operation: Operation }
  | { type: 'bench.rules'; rules: Partial<AppRules> }
  | { type: 'tray.rules'; rules: Partial<TrayRules> }
  | { type: 'tray.deliver'; message: number }
  | { type: 'tray.drop'; message: number }
  /** Delivers a message once more, or for the first time and keeps it. */
  | { type: 'tray.repeat'; message: number }
  /** Moves a waiting message to a place in the list, from 0. */
  | { type: 'tray.move'; message: number; place: number }
  | { type: 'tray.edit'; message: number; body: AppMessage }

/** What the connection reports of operations and data channels. */
export type BenchFact =
  | { type: 'pc.operation-done'; id: number; result?: unknown }
  | { type: 'pc.operation-refused'; id: number; problem: Problem }
  /** The other end has created a channel: the `datachannel` event. */
  | { type: 'pc.channel'; channel: ChannelStatus }
  | { type: 'pc.channel-changed'; cause: 'open' | 'closing' | 'close'; channel: ChannelStatus }
  | ({ type: 'pc.channel-message' } & ChannelMessage)
  | { type: 'pc.channel-error'; channel: string; problem: Problem }

/** A timer event: a message has travelled for the delay of the tray. */
export interface TrayDue {
  type: 'tray.due'
  message: number
}

export type BenchEvent = BenchIntent | BenchFact | TrayDue
