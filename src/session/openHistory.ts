import type { Snapshots } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { createLogReader } from '../trace/fromLog'
import { createHistory } from './callHistory'
import type { AppendableHistory } from './callHistory'

/** An empty history to which the events of a call can be added. */
export function openHistory(script: Script<StepId>, first: Snapshots): AppendableHistory {
  const reader = createLogReader()
  return createHistory(script, first, (entry) => reader.read(entry))
}
