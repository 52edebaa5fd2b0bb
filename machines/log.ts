import { initialTransition, transition } from 'xstate'
import type { EndEvent, Settings } from './contracts'
import { machinesOf } from './endMachine'
import { INIT, isMachineEvent } from './machineEvents'
import type { MachineEvent } from './machineEvents'
import type { EndSnapshot } from './progress'
import type { Script } from './script'
import type { End, StepId } from './steps'

/** One event of one end. The log of a call is the list of these, and the truth the panels read. */
export interface LogEntry<Id extends string = StepId> {
  /** Position in the log, from 0, over both ends. */
  seq: number
  /** Milliseconds since the call was made. */
  at: number
  end: End
  event: EndEvent<Id> | MachineEvent
}

/** The snapshots of both ends at one moment of a call. */
export interface Snapshots {
  caller: EndSnapshot
  callee: EndSnapshot
}

/**
 * Whether a state of this end's machine waits for an event that XState made. XState ignores one that none waits for:
 * the log of a machine whose states or delays had other names would replay to another history without a word.
 */
export function isKnownEvent(
  script: Script,
  { end, event }: Pick<LogEntry<string>, 'end' | 'event'>,
): boolean {
  const events: readonly string[] = machinesOf(script)[end].events
  return !isMachineEvent(event) || event.type === INIT || events.includes(event.type)
}

/** Both ends before anything happened. */
export function firstSnapshots(script: Script, settings: Settings): Snapshots {
  const { caller, callee } = machinesOf(script)
  return {
    caller: initialTransition(caller, { settings })[0],
    callee: initialTransition(callee, { settings })[0],
  }
}

/**
 * The snapshots after one more entry. Pure: no effect runs, so a recorded call replays without a browser.
 * Folding this over a log gives the very states the live machines went through.
 */
export function nextSnapshots(
  script: Script,
  snapshots: Snapshots,
  { end, event }: LogEntry<string>,
): Snapshots {
  if (event.type === INIT) return snapshots
  const [next] = transition(machinesOf(script)[end], snapshots[end], event as EndEvent<string>)
  return { ...snapshots, [end]: next }
}

/** The snapshots at every moment of a log, the first before any entry. */
export function replay(script: Script, settings: Settings, log: readonly LogEntry<string>[]): Snapshots[] {
  let snapshots = firstSnapshots(script, settings)
  return [snapshots, ...log.map((entry) => (snapshots = nextSnapshots(script, snapshots, entry)))]
}
