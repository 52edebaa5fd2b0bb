import type { Snapshots } from './log'
import { deriveTurn, lastDone, viewEnds } from './progress'
import type { Ends, Phase } from './progress'
import type { Script, Step } from './script'
import type { StepId } from './steps'

/** A snapshot that looking back stops at: a step was done or failed, or the connection changed its phase. */
export interface Checkpoint<Id extends string = StepId> {
  /** Position among the snapshots: the number of entries before it. */
  readonly index: number
  /** The last step that is done; null before the first. */
  readonly step: Id | null
  readonly phase: Phase
  /** Whether the step after `step` has just failed. */
  readonly failed: boolean
  /** On a bench: how many operations of both ends have had their outcome. */
  readonly operations?: number
}

/** Describes a snapshot as a checkpoint. */
export function checkpointAt<Id extends string>(
  script: Script<Id>,
  index: number,
  moment: Snapshots,
): Checkpoint<Id> {
  const ends = viewEnds<Id>(moment)
  const { phase, tag } = deriveTurn(script, ends)
  return {
    index,
    step: lastDone(script, ends),
    phase,
    failed: phase === 'steps' && tag === 'failed',
    ...(script.bench !== undefined && { operations: settledOperations(ends) }),
  }
}

function settledOperations(ends: Ends<string>): number {
  return Object.values(ends)
    .flatMap((view) => view?.context.bench?.operations ?? [])
    .filter(({ state }) => state !== 'pending').length
}

/** Whether a snapshot becomes a checkpoint, given the snapshot before it. A retry does not; its outcome does. */
export function isNews(now: Checkpoint<string>, before: Checkpoint<string>): boolean {
  return (
    now.step !== before.step ||
    now.phase !== before.phase ||
    (now.failed && !before.failed) ||
    now.operations !== before.operations
  )
}

/** The checkpoints of a whole call, computed from its snapshots. The first is the beginning. */
export function checkpointsOf<Id extends string>(
  script: Script<Id>,
  snapshots: readonly Snapshots[],
): Checkpoint<Id>[] {
  const all = snapshots.map((moment, index) => checkpointAt(script, index, moment))
  return all.filter((now, index) => {
    const before = all[index - 1]
    return before === undefined || isNews(now, before)
  })
}

/** Position of the first snapshot in which a step is done; null if the step is not done. */
export function indexOfStep<Id extends string>(
  steps: readonly Step<Id>[],
  checkpoints: readonly Checkpoint<Id>[],
  id: Id,
): number | null {
  const place = (step: Id | null) => steps.findIndex((one) => one.id === step)
  const checkpoint = checkpoints.find(({ step }) => place(step) >= place(id))
  return checkpoint?.index ?? null
}

/** The last checkpoint at or before a position. */
export function checkpointBefore<Id extends string>(
  checkpoints: readonly Checkpoint<Id>[],
  index: number,
): Checkpoint<Id> {
  // The first checkpoint is at position 0, so one is always found.
  return (
    checkpoints.filter((checkpoint) => checkpoint.index <= index).at(-1) ?? (checkpoints[0] as Checkpoint<Id>)
  )
}

/** The checkpoint after a position; null when the next one is the newest snapshot. */
export function checkpointAhead(checkpoints: readonly Checkpoint[], position: number): Checkpoint | null {
  const next = checkpoints.find(({ index }) => index > position)
  return next === checkpoints.at(-1) ? null : (next ?? null)
}

/** The last checkpoint before a position; null at the beginning. */
export function checkpointBehind(checkpoints: readonly Checkpoint[], position: number): Checkpoint | null {
  return checkpoints.filter(({ index }) => index < position).at(-1) ?? null
}

/** The failure that a call ended with; null if it did not fail, or went on after it. */
export function lastFailure<Id extends string>(
  checkpoints: readonly Checkpoint<Id>[],
): Checkpoint<Id> | null {
  const last = checkpoints.filter(({ phase }) => phase !== 'closed').at(-1)
  return last !== undefined && isFailure(last) ? last : null
}

/** Whether a step or the connection has failed at a checkpoint. */
export function isFailure({ failed, phase }: Pick<Checkpoint<string>, 'failed' | 'phase'>): boolean {
  return failed || phase === 'failed'
}
