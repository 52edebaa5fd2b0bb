/* XState 5 makes events and actions with names of its own. They are read and written only in this file (lint checks
   it), so an upgrade of XState that renames one changes only this file. */

/** An event that XState makes itself: init, a finished actor, a delay that ran out. The name is XState's. */
export interface MachineEvent {
  type: `xstate.${string}`
  output?: unknown
  error?: unknown
}

/** An invoked actor that ended: the promise behind a step was fulfilled or rejected. */
export interface Settled {
  /** The id it was invoked under: a step's id, or that of a repair. */
  actor: string
  outcome: 'done' | 'failed'
  /** What it returned; undefined if it failed. */
  output?: unknown
  /** Why it failed; undefined if it is done. */
  error?: unknown
}

/** A delayed transition that became due. */
export interface RanOut {
  /** The delay's name, or its milliseconds as digits. */
  delay: string
  /** The id of the state that the delay belongs to. */
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

/** The type of the event that reports an actor as done. */
export function doneType<A extends string>(actor: A): DoneType<A> {
  return `xstate.done.actor.${actor}`
}

/** The type of the event that reports an actor as failed. */
export function failedType(actor: string): FailedType {
  return `xstate.error.actor.${actor}`
}

/** The type of the event that reports that a delay ran out. */
export function ranOutType({ delay, state }: RanOut): RanOutType {
  return state === '' ? `xstate.after.${delay}` : `xstate.after.${delay}.${state}`
}

/** Whether a text is the type of an event that reports an actor as failed. */
export function isFailedType(type: string): type is FailedType {
  return settled({ type })?.outcome === 'failed'
}

/** Whether a text is the type of an event that reports that a delay ran out. */
export function isRanOutType(type: string): type is RanOutType {
  return ranOut({ type }) !== null
}

/** Whether XState made an event itself, so that the contracts do not name it. */
export function isMachineEvent(event: { type: string }): event is MachineEvent {
  return event.type.startsWith(PREFIX)
}

/** The actor that ended with this event, and how; null for every other event. */
export function settled(event: { type: string; output?: unknown; error?: unknown }): Settled | null {
  const [, word, actor = ''] = SETTLED.exec(event.type) ?? []
  if (word === undefined) return null
  return word === 'done'
    ? { actor, outcome: 'done', output: event.output }
    : { actor, outcome: 'failed', error: event.error }
}

/** The delay that ran out with this event; null for every other event. */
export function ranOut({ type }: { type: string }): RanOut | null {
  const [, delay, state = ''] = RAN_OUT.exec(type) ?? []
  return delay === undefined ? null : { delay, state }
}

/**
 * Splits the type of an event that XState makes in any machine: an actor or a state that is done (`actor.fetch`,
 * `state.a`), an actor's error, a delay (`1000.a`). Null for an event that the machine's author named.
 */
export function readOwnType(type: string): { kind: 'done' | 'error' | 'after'; rest: string } | null {
  const [, kind, rest = ''] = OWN.exec(type) ?? []
  return kind === undefined ? null : { kind: kind as 'done' | 'error' | 'after', rest }
}

/** The plain name of a built-in action, guard or actor (`assign`); null for one that the author named. */
export function builtIn(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null
}
