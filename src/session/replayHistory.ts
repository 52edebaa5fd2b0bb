import type { Settings } from '../../machines/contracts'
import { firstSnapshots, nextSnapshots } from '../../machines/log'
import type { LogEntry } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { lastSnapshots } from './callHistory'
import type { CallHistory } from './callHistory'
import { openHistory } from './openHistory'

/** The history of a recorded log: replay computes its snapshots, so no peer is needed. */
export function replayHistory(
  script: Script<StepId>,
  settings: Settings,
  log: readonly LogEntry[],
): CallHistory {
  const history = openHistory(script, firstSnapshots(script, settings))
  for (const entry of log) history.add(entry, nextSnapshots(script, lastSnapshots(history), entry))
  return history
}
