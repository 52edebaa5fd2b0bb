import { initialTransition, transition } from 'xstate'
import type { EndEvent, Settings } from './contracts'
import { machinesOf } from './endMachine'
import { INIT, isMachineEvent } from './machineEvents'
import type { MachineEvent } from './machineEvents'
import type { EndSnapshot } from './progress'
import { HANDSHAKE_13 } from './scripts/handshake13'
import type { End } from './steps'

/** One event of one end. The log of a call is the list of these, and the truth the panels read. */
export interface LogEntry {
  /** Position in the log, from 0, over both ends. */
  seq: number
  /** Milliseconds since the call was made. */
  at: number
  end: End
  event: EndEvent | MachineEvent
}

/** The snapshots of both ends at one moment of a call. */
export interface Snapshots {
  caller: EndSnapshot
  callee: EndSnapshot
}

const MACHINES = machinesOf(HANDSHAKE_13)

/**
 * Whether a state of this end's machine waits for an event that XState made. XState ignores one that none waits for:
 * the log of a machine whose states or delays had other names would replay to another history without a word.
 */
export function isKnownEvent({ end, event }: Pick<LogEntry, 'end' | 'event'>): boolean {
  const events: readonly string[] = MACHINES[end].events
  return !isMachineEvent(event) || event.type === INIT || events.includes(event.type)
}

/** Both ends before anything happened. */
export function firstSnapshots(settings: Settings): Snapshots {
  return {
    caller: initialTransition(MACHINES.caller, { settings })[0],
    callee: initialTransition(MACHINES.callee, { settings })[0],
  }
}

/**
 * The snapshots after one more entry. Pure: no effect runs, so a recorded call replays without a browser.
 * Folding this over a log gives the very states the live machines went through.
 */
export function nextSnapshots(snapshots: Snapshots, { end, event }: LogEntry): Snapshots {
  if (event.type === INIT) return snapshots
  const [next] = transition(MACHINES[end], snapshots[end], event as EndEvent)
  return { ...snapshots, [end]: next }
}

/** The snapshots at every moment of a log, the first before any entry. */
export function replay(settings: Settings, log: readonly LogEntry[]): Snapshots[] {
  const snapshots = [firstSnapshots(settings)]
  for (const entry of log) snapshots.push(nextSnapshots(snapshots.at(-1) ?? firstSnapshots(settings), entry))
  return snapshots
}
