/*
 * The names that XState 5 gives to its own events and actions are private to it: they are read and written here and
 * nowhere else, and lint holds it so. An upgrade of XState that renames one is mended in this file.
 */

/** An event XState makes itself: init, a finished actor, a delay that ran out. Named as XState names it. */
export interface MachineEvent {
  type: `xstate.${string}`
  output?: unknown
  error?: unknown
}

/** An invoked actor that came to its end: the promise behind a step was fulfilled or rejected. */
export interface Settled {
  /** The id it was invoked under: a step's id, or that of a repair. */
  actor: string
  outcome: 'done' | 'failed'
  /** What it gave; undefined for one that failed. */
  output?: unknown
  /** Why it failed; undefined for one that is done. */
  error?: unknown
}

/** A delayed transition whose time has come. */
export interface RanOut {
  /** The delay's name, or its milliseconds as digits. */
  delay: string
  /** The id of the state that was waited in. */
  state: string
}

const PREFIX = 'xstate.'
/** The first event of every actor. */
export const INIT = 'xstate.init'
/** The last event of an actor that is stopped. */
export const STOP = 'xstate.stop'
const SETTLED = /^xstate\.(done|error)\.actor\.(.+)$/s
const RAN_OUT = /^xstate\.after\.([^.]+)\.?(.*)$/s
const OWN = /^xstate\.(done|error|after)\.(.*)$/s

export type InitType = typeof INIT
export type DoneType<A extends string> = `xstate.done.actor.${A}`
export type FailedType = `xstate.error.actor.${string}`
export type RanOutType = `xstate.after.${string}`

/** The type of the event by which an actor says that it is done. */
export function doneType<A extends string>(actor: A): DoneType<A> {
  return `xstate.done.actor.${actor}`
}

/** The type of the event by which an actor says that it failed. */
export function failedType(actor: string): FailedType {
  return `xstate.error.actor.${actor}`
}

/** The type of the event that says that a delay ran out. */
export function ranOutType({ delay, state }: RanOut): RanOutType {
  return state === '' ? `xstate.after.${delay}` : `xstate.after.${delay}.${state}`
}

/** Whether a text is the type of the event by which an actor says that it failed. */
export function isFailedType(type: string): type is FailedType {
  return settled({ type })?.outcome === 'failed'
}

/** Whether a text is the type of the event that says that a delay ran out. */
export function isRanOutType(type: string): type is RanOutType {
  return ranOut({ type }) !== null
}

/** Whether an event is one that XState makes itself, and none of the contracts. */
export function isMachineEvent(event: { type: string }): event is MachineEvent {
  return event.type.startsWith(PREFIX)
}

/** The actor that an event says has come to its end, and how; null for every other event. */
export function settled(event: { type: string; output?: unknown; error?: unknown }): Settled | null {
  const [, word, actor = ''] = SETTLED.exec(event.type) ?? []
  if (word === undefined) return null
  return word === 'done'
    ? { actor, outcome: 'done', output: event.output }
    : { actor, outcome: 'failed', error: event.error }
}

/** The delay that an event says has run out; null for every other event. */
export function ranOut({ type }: { type: string }): RanOut | null {
  const [, delay, state = ''] = RAN_OUT.exec(type) ?? []
  return delay === undefined ? null : { delay, state }
}

/**
 * The parts of an event's type in any machine: an actor or a state that is done (`actor.fetch`, `state.a`), an
 * actor's error, a delay (`1000.a`). Null for an event of the machine's author.
 */
export function readOwnType(type: string): { kind: 'done' | 'error' | 'after'; rest: string } | null {
  const [, kind, rest = ''] = OWN.exec(type) ?? []
  return kind === undefined ? null : { kind: kind as 'done' | 'error' | 'after', rest }
}

/** The plain word for an action, guard or actor that XState names itself (`assign`); null for an author's name. */
export function builtIn(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null
}
