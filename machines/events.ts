import type { Action, EndEvent } from './contracts'
import { settled } from './machineEvents'
import type { MachineEvent } from './machineEvents'
import { isStepId, STEPS, stepIndex } from './steps'

/** Who brought an event about: the learner, the connection and its devices, the signaling channel, the end's clock. */
export type Cause = 'learner' | 'peer' | 'wire' | 'clock'

/** How the timeline shows an event on a line of its own: by which clock, and the key of its word (i18n, timeline). */
export interface EventLine {
  lane: 'signaling' | 'ice'
  kind: 'event' | 'change' | 'done' | 'failed' | 'action' | 'placeholder'
}

/** What there is to know of one kind of event, besides its fields (contracts.ts). */
export interface EventKind<E extends EndEvent = EndEvent> {
  cause: Cause
  /** The learner acts by it on the call: what follows is its doing. */
  isAction: E extends Action ? true : false
  /** What code calls it: the API's own name where it has one, otherwise the type. */
  name: string | ((event: E) => string)
  /** Whether it counts among the DOM events that a step fired. */
  isCounted: boolean | ((event: E) => boolean)
  /** null where it belongs to something else: a step's run, a message, what the end said before. */
  line: EventLine | null
}

type EventTable = { readonly [K in EndEvent['type']]: EventKind<Extract<EndEvent, { type: K }>> }

/** Every kind of event that an end can meet, once. All that lists or names events reads it: a missing row does not compile. */
export const EVENTS: EventTable = {
  'step.run': { cause: 'learner', isAction: true, name: 'step.run', isCounted: false, line: null },
  'step.retry': { cause: 'learner', isAction: true, name: 'step.retry', isCounted: false, line: null },
  'ice.restart': { cause: 'learner', isAction: true, name: 'ice.restart', isCounted: false, line: null },
  'wire.ask': { cause: 'learner', isAction: true, name: 'wire.ask', isCounted: false, line: null },
  'call.hang-up': { cause: 'learner', isAction: true, name: 'call.hang-up', isCounted: false, line: null },
  'settings.change': {
    cause: 'learner',
    isAction: false,
    name: 'settings',
    isCounted: false,
    line: { lane: 'signaling', kind: 'action' },
  },
  'pc.changed': {
    cause: 'peer',
    isAction: false,
    name: ({ cause }) => cause,
    isCounted: ({ cause }) => cause.endsWith('statechange'),
    line: { lane: 'signaling', kind: 'change' },
  },
  'pc.candidate': peerEvent('icecandidate', { lane: 'ice', kind: 'event' }, true),
  'pc.end-of-candidates': peerEvent('icecandidate', { lane: 'ice', kind: 'event' }),
  'pc.candidate-error': peerEvent('icecandidateerror', { lane: 'ice', kind: 'failed' }, true),
  'pc.candidate-added': peerEvent('addIceCandidate()', { lane: 'ice', kind: 'done' }),
  'pc.candidate-refused': peerEvent('addIceCandidate()', { lane: 'ice', kind: 'failed' }),
  'pc.patience': peerEvent('icecandidate', null),
  'pc.placeholder-added': peerEvent('addIceCandidate()', { lane: 'ice', kind: 'placeholder' }),
  'pc.placeholder-refused': peerEvent('addIceCandidate()', { lane: 'ice', kind: 'placeholder' }),
  'pc.negotiation-needed': peerEvent('negotiationneeded', { lane: 'signaling', kind: 'event' }, true),
  'pc.track': peerEvent('track', { lane: 'signaling', kind: 'event' }, true),
  'pc.track-changed': {
    ...peerEvent('mute', { lane: 'ice', kind: 'event' }, true),
    name: ({ track }) => (track.muted ? 'mute' : 'unmute'),
  },
  'media.ended': peerEvent('ended', { lane: 'signaling', kind: 'event' }),
  'signal.description': wireEvent('signal.description'),
  'signal.candidate': wireEvent('signal.candidate'),
  'signal.end-of-candidates': wireEvent('signal.end-of-candidates'),
  'signal.bye': wireEvent('signal.bye'),
  'signal.other-end': wireEvent('signaling', { lane: 'signaling', kind: 'event' }),
  'signal.traffic': {
    ...wireEvent(''),
    name: ({ traffic }) => `${traffic.direction === 'out' ? '→' : '←'} ${traffic.message?.kind ?? '?'}`,
  },
  'signal.lost': wireEvent('postMessage()', { lane: 'signaling', kind: 'failed' }),
  'signal.confirmed': wireEvent('signal.confirmed'),
  'wire.check': { cause: 'clock', isAction: false, name: 'wire.check', isCounted: false, line: null },
  'patience.check': { cause: 'clock', isAction: false, name: 'patience.check', isCounted: false, line: null },
}

function peerEvent(name: string, line: EventLine | null, isCounted = false) {
  return { cause: 'peer', isAction: false, name, isCounted, line } as const
}

function wireEvent(name: string, line: EventLine | null = null) {
  return { cause: 'wire', isAction: false, name, isCounted: false, line } as const
}

/** The types of what a learner does to a call, in the order in which an inspector offers them. */
export const ACTIONS = Object.keys(EVENTS).filter(isActionType)

/** Whether a text from outside is the type of something that a learner does to a call. */
export function isActionType(type: string): type is Action['type'] {
  return kindOf({ type })?.isAction === true
}

/** Whether an entry is something the learner did to the call, and not something that happened. */
export function isAction({ event }: { event: { type: string } }): boolean {
  return isActionType(event.type)
}

/** What there is to know of an event's kind; null for those that XState makes itself. */
export function kindOf({ type }: { type: string }): EventKind | null {
  // The rows take the event that they are found by.
  return Object.hasOwn(EVENTS, type) ? (EVENTS[type as EndEvent['type']] as EventKind) : null
}

/** What an event is called in code type: `icecandidate`, `createOffer() ✓`, `step.run`. */
export function eventName(event: EndEvent | MachineEvent): string {
  const kind = kindOf(event)
  if (kind !== null) return typeof kind.name === 'string' ? kind.name : kind.name(event as EndEvent)
  const end = settled(event)
  if (end === null) return event.type
  // What has no call behind it keeps its name.
  const name = isStepId(end.actor) ? (STEPS[stepIndex(end.actor)]?.api ?? end.actor) : end.actor
  return `${name} ${end.outcome === 'done' ? '✓' : '✗'}`
}

/** The name of the DOM event behind an event, if it counts among those that a step fired; otherwise null. */
export function countedName(event: EndEvent | MachineEvent): string | null {
  const { isCounted = false } = kindOf(event) ?? {}
  const counts = typeof isCounted === 'function' ? isCounted(event as EndEvent) : isCounted
  return counts ? eventName(event) : null
}
