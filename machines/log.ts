import { initialTransition, transition } from 'xstate'
import type { EndEvent, Settings } from './contracts'
import { machinesOf } from './endMachine'
import { INIT, isMachineEvent } from './machineEvents'
import type { MachineEvent } from './machineEvents'
import type { EndSnapshot } from './progress'
import type { Script } from './script'
import type { End, StepId } from './steps'

/** One event of one end. The log of a call is the list of these; panels show nothing else. */
export interface LogEntry<Id extends string = StepId> {
  /** Position in the log, from 0, counted over both ends. */
  seq: number
  /** Milliseconds since the call was created. */
  at: number
  end: End
  event: EndEvent<Id> | MachineEvent
}

/** The snapshots of both ends at one position of the log. */
export interface Snapshots {
  caller: EndSnapshot
  callee: EndSnapshot
}

/**
 * Whether some state of this end's machine handles an event that XState made. XState ignores an event that no state
 * handles. So the log of a machine whose states or delays had other names would replay to a different history without
 * any error.
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
 * The snapshots after one more entry. Pure: no effect runs, so a recorded call replays without a browser. Folding this
 * over a log gives exactly the states that the live machines had.
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

/** The snapshots at every position of a log; the first is before any entry. */
export function replay(script: Script, settings: Settings, log: readonly LogEntry<string>[]): Snapshots[] {
  let snapshots = firstSnapshots(script, settings)
  return [snapshots, ...log.map((entry) => (snapshots = nextSnapshots(script, snapshots, entry)))]
}
