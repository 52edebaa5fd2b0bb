import type { AppRules, TrayMessage, TrayRules } from '../../machines/bench/benchContracts'
import type { Settings } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { CallName } from '../peer/operations'

/* A lab is data: a world in which something is broken, what must hold for it to be solved, and routes that are known to
   solve it or not to. lab.json holds this file's types, zh.json and en.json the words. */

export const ROADS = ['first-call', 'broken-calls', 'changing-calls'] as const
export type Road = (typeof ROADS)[number]

/** What a learner may use in a lab: operations of a connection, what the application does, and the two settings. */
export type Tool = CallName | 'capture' | 'send' | 'tray' | 'rules'

export interface Lab {
  /** Its folder. */
  id: string
  road: Road
  level: 1 | 2 | 3
  world: LabWorld
  /** Runs before the learner begins. What it did counts neither as actions nor as refusals of the learner. */
  setUp: RouteAction[]
  /** The open tools; all others are closed. */
  tools: Tool[]
  /** A goal latches at the first moment at which it holds. One with `atEnd` must hold now. At least one has it. */
  goals: Goal[]
  /** A lab in which one of these ever held is not solved. */
  forbidden: Rule[]
  /** How many actions a good route takes; a message that is delivered by hand is one action. */
  par: number
  /** Known routes that solve the lab: at least two. */
  solutions: Route[]
  /** Obvious ideas that do not solve it, and what they show instead: at least one. */
  wrongIdeas: WrongIdea[]
  links: LabLinks
  /** Its routes need real connections (DTLS, codecs, a failing ICE agent), so the fake ones do not run it. */
  browser?: true
  /** A route takes over 10 seconds in a browser. */
  slow?: true
  /** Where the two browsers differ: what each shows at the end of this wrong idea or solution. */
  differs?: { after: string; chromium: Condition; firefox: Condition }
}

export interface LabWorld {
  rules?: Partial<Record<End, Partial<AppRules>>>
  tray?: Partial<Record<End, Partial<TrayRules>>>
  /** Over the default settings; media is always the test pattern. */
  settings?: Partial<Settings>
}

export interface LabLinks {
  /** Ids of steps, without their numbers: `add-tracks`. */
  steps: string[]
  errors: string[]
  concepts: string[]
  /** Recordings of calls through real NATs, for what one machine cannot show (src/recording/exampleIds.ts). */
  recordings?: string[]
}

/** A condition with the id of its words. */
export interface Rule {
  id: string
  when: Condition
}

export interface Goal extends Rule {
  atEnd?: true
}

export interface Route {
  id: string
  actions: RouteAction[]
}

export interface WrongIdea extends Route {
  /** What holds after it, beside that the lab is not solved. */
  shows: Condition
}

/* Routes */

/**
 * A description made of one that the end has: `local` is the one its connection holds. `replace`: exact texts; every
 * occurrence is replaced.
 */
export interface MadeDescription {
  from: 'draft' | 'received' | 'local'
  type?: 'offer' | 'answer' | 'pranswer'
  replace?: Replacement[]
}

export interface Replacement {
  find: string
  put: string
}

/**
 * An operation (src/peer/operations.ts, with `capture` and `send` of a bench). The runner waits until it is done or
 * refused. `description`: `draft`, `received`, an explicit one or a made one. `candidate`: `received` or an explicit
 * one.
 */
export interface RunOperation {
  call: Exclude<Tool, 'tray' | 'rules'>
  description?: 'draft' | 'received' | MadeDescription | { type: string; sdp?: string }
  [argument: string]: unknown
}

export type MessageKind = 'offer' | 'answer' | 'pranswer' | 'candidate' | 'end-of-candidates' | 'bye'

/**
 * Which messages of an end on the signaling server: the first, the last or all, of one kind or of every kind. A kind
 * alone means all of that kind. deliver, drop, move and edit look at the waiting messages, repeat at all messages; the
 * runner waits until there is one.
 */
export type Selector = 'first' | 'last' | 'all' | MessageKind | `first ${MessageKind}` | `last ${MessageKind}`

/** One action of a learner, or a wait. `end` is the end that runs the operation, or that sent the messages. */
export type RouteAction =
  | { end: End; run: RunOperation }
  | { end: End; rules: Partial<AppRules> }
  | { end: End; tray: Partial<TrayRules> }
  | { end: End; deliver: Selector }
  | { end: End; drop: Selector }
  | { end: End; repeat: Selector }
  | { end: End; move: Selector; to: number }
  /** Changes the text of a description or a candidate; every occurrence is replaced. */
  | { end: End; edit: Selector; replace: Replacement[] }
  /** Waits until the condition holds. No action. */
  | { until: Condition }

/* Conditions */

export type StateName = 'signalingState' | 'iceGatheringState' | 'iceConnectionState' | 'connectionState'

export type BenchFlag =
  'makingOffer' | 'ignoreOffer' | 'isSettingRemoteAnswerPending' | 'negotiationNeeded' | 'bye'

/** Events of a connection, its tracks and channels; what the trace calls each. */
export const EVENTS = {
  negotiationneeded: 'onnegotiationneeded',
  icecandidateerror: 'onicecandidateerror',
  track: 'ontrack',
  'track mute': 'MediaStreamTrack.onmute',
  'track unmute': 'MediaStreamTrack.onunmute',
  datachannel: 'ondatachannel',
  'channel open': 'RTCDataChannel.onopen',
  'channel close': 'RTCDataChannel.onclose',
  'channel error': 'RTCDataChannel.onerror',
} as const
export type EventName = keyof typeof EVENTS

/** What can hold at one end at a moment of the history. Everything but the first three kinds is read from that moment. */
export type EndCondition =
  /** An operation was refused, by the browser or for a missing argument, since the learner began. */
  | { refused: { call?: string; error?: string } }
  /** The event has fired since the learner began. */
  | { event: EventName }
  /** The local description has another (is: true) or the same (false) ufrag or fingerprint as when the learner began. */
  | { changed: 'ufrag' | 'fingerprint'; is: boolean }
  /** A state of the connection is one of these; `none`: there is no connection. */
  | { state: StateName; is: string | string[] }
  /** A candidate of the other end is in this state; `none`: none has arrived. */
  | { candidate: 'queued' | 'added' | 'refused' | 'none' }
  /** So many of its tracks (1) are not muted: packets of the other end arrive. */
  | { receives: 'audio' | 'video'; count?: number }
  | { channel: 'connecting' | 'open' | 'closing' | 'closed'; label?: string }
  /** This text has arrived on a channel. */
  | { text: string }
  /** The currentDirection of a transceiver of this kind; `none`: not negotiated. */
  | { direction: { kind: 'audio' | 'video'; is: string } }
  /** A description contains the text; `local` and `remote` are what the connection holds, pending before current. */
  | { sdp: 'local' | 'remote' | 'draft' | 'received'; has: string }
  | { flag: BenchFlag; is: boolean }
  /** A message that this end sent is in this state; `times`: it was delivered at least so often. */
  | { message: MessageKind; in?: TrayMessage['state']; times?: number }

/** What can hold at a moment of the history of both ends. */
export type Condition =
  | ({ end: End } & EndCondition)
  /** It holds at each of the two ends. */
  | { both: EndCondition }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/* Words */

/** A question with three answers, of which one is right. */
export interface LabQuestion {
  question: string
  options: [string, string, string]
  /** The index of the right answer. */
  right: 0 | 1 | 2
  /** Why it is right. */
  because: string
}

/** The words of a lab in one language. */
export interface LabWords {
  title: string
  /** One to three sentences: what somebody reports. */
  story: string
  predict: LabQuestion
  /** By goal: what it is once it is met, and what is still missing before: "not yet: …". */
  goals: Record<string, { met: string; missing: string }>
  /** By forbidden rule: why the lab is not solved that way. */
  forbidden?: Record<string, string>
  /** Where to look, what is wrong, the action. */
  hints: [string, string, string]
  /** The name of each solution. */
  solutions: Record<string, string>
  /** By wrong idea: what somebody thinks, and why it does not help. */
  wrongIdeas: Record<string, { idea: string; because: string }>
  /** 60 to 120 words. */
  why: string
  /** Asked when the lab is solved. */
  choose: LabQuestion
  /** Asked days later, without the lab. */
  review: [LabQuestion, LabQuestion, LabQuestion]
  /** What differs between the browsers, where lab.json has `differs`. */
  differs?: string
}
