import type { EndEvent, Settings } from '../../machines/contracts'
import { firstSnapshots, nextSnapshots } from '../../machines/log'
import type { LogEntry } from '../../machines/log'
import type { MachineEvent } from '../../machines/machineEvents'
import type { EndSnapshot } from '../../machines/progress'
import type { Script } from '../../machines/script'
import type { End, StepId } from '../../machines/steps'
import type { SessionsByEnd } from '../tabs/endSessions'
import { lastSnapshots } from './callHistory'
import type { AppendableHistory } from './callHistory'
import { openHistory } from './openHistory'

/** One event to append: of this tab's own end with the snapshot after it, of another tab's end without. */
export interface IncomingEvent {
  end: End
  at: number
  event: EndEvent | MachineEvent
  snapshot?: EndSnapshot
}

/**
 * Adds an event to the end of a history. Without a snapshot, replay computes it; no effect runs. The clocks and
 * messages of two tabs may overlap a little, but time within one log never runs backwards.
 */
export function appendEvent(history: AppendableHistory, { end, at, event, snapshot }: IncomingEvent): void {
  const before = lastSnapshots(history)
  const { log } = history
  const entry: LogEntry = { seq: log.length, at: Math.max(at, log.at(-1)?.at ?? 0), end, event }
  if (snapshot !== undefined) {
    history.add(entry, { ...before, [end]: snapshot })
    return
  }
  try {
    history.add(entry, nextSnapshots(history.script, before, entry))
  } catch {
    // The event is valid but impossible in this state. Our own code never sends it, so it is ignored.
  }
}

/** Merges the logs of a call whose ends are in different tabs, ordered by time. */
export function mergeTabLogs(
  script: Script<StepId>,
  settings: Settings,
  sessions: SessionsByEnd,
): AppendableHistory {
  const history = openHistory(script, {
    caller: firstSnapshots(script, sessions.caller?.settings ?? settings).caller,
    callee: firstSnapshots(script, sessions.callee?.settings ?? settings).callee,
  })
  const incoming = Object.entries(sessions).flatMap(([end, { entries }]) =>
    entries.map((entry): IncomingEvent => ({ end: end as End, ...entry })),
  )
  for (const one of incoming.sort((a, b) => a.at - b.at)) appendEvent(history, one)
  return history
}
