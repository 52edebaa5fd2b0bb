import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import * as v from 'valibot'
import type { Settings } from '../../machines/contracts'
import { firstSnapshots, nextSnapshots } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import { viewEnd } from '../../machines/progress'
import { STEPS } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { contractsOf, eventSchema } from './eventSchema'
import { beginningOf, FORMAT, head, logSchema } from './recording'
import type { Recording } from './recording'

/** A recording of version 1: it names neither its script nor the step of each run. */
export const recordingV1 = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  ...head,
  log: logSchema(
    eventSchema(HANDSHAKE_13, { ...contractsOf(HANDSHAKE_13), 'step.run': {}, 'step.retry': {} }),
  ),
})

export type RecordingV1 = v.InferOutput<typeof recordingV1>

type EntryV1 = RecordingV1['log'][number]
type Entry = Recording['log'][number]

/**
 * Converts version 1 to version 2: the first lines, and the step of each `step.run` and `step.retry`; nothing else
 * changes. Never throws: an impossible log is refused when it is replayed (readRecording).
 */
export function upgradeFromV1({ format: _, version: _1, log, ...rest }: RecordingV1): Recording {
  return { ...beginningOf(HANDSHAKE_13), ...rest, log: nameSteps(rest.settings, log) }
}

/**
 * In version 1 an end took every intent for the step it stood at, so that is the step to name. The order of the steps
 * alone could not distinguish a second intent in step 5, which ends it early, from the first one in step 6.
 */
function nameSteps(settings: Settings, log: readonly EntryV1[]): Entry[] {
  let snapshots = firstSnapshots(HANDSHAKE_13, settings)
  return log.map((old) => {
    const entry = nameStep(old, snapshots)
    snapshots = snapshotsAfter(snapshots, entry)
    return entry
  })
}

function nameStep(entry: EntryV1, snapshots: Snapshots): Entry {
  const { end, event } = entry
  if (event.type !== 'step.run' && event.type !== 'step.retry') return { ...entry, event }
  return { ...entry, event: { ...event, step: viewEnd(snapshots[end]).step ?? lastStepOf(end) } }
}

/** After its last step an end ignores every intent to run one. */
function lastStepOf(end: End): StepId {
  return STEPS.findLast((step) => step.end === end)?.id ?? 'set-remote-answer'
}

function snapshotsAfter(snapshots: Snapshots, entry: LogEntry): Snapshots {
  try {
    return nextSnapshots(HANDSHAKE_13, snapshots, entry)
  } catch {
    return snapshots
  }
}
