import type { Snapshots } from './log'
import { deriveTurn, lastDone, viewEnds } from './progress'
import type { Phase } from './progress'
import type { Script, Step } from './script'
import type { StepId } from './steps'

/** A moment that looking back stops at: a step was finished or failed, or the connection changed its phase. */
export interface Checkpoint<Id extends string = StepId> {
  /** Position among the snapshots: so many entries lie behind it. */
  readonly index: number
  /** The last step that is done; null before the first. */
  readonly step: Id | null
  readonly phase: Phase
  /** The step after `step` has just failed. */
  readonly failed: boolean
}

/** What a moment would be as a checkpoint. */
export function checkpointAt<Id extends string>(
  script: Script<Id>,
  index: number,
  moment: Snapshots,
): Checkpoint<Id> {
  const ends = viewEnds<Id>(moment)
  const { phase, tag } = deriveTurn(script, ends)
  return { index, step: lastDone(script, ends), phase, failed: phase === 'steps' && tag === 'failed' }
}

/** Whether a moment is a checkpoint, after the moment before it: a retry is no news, its outcome is. */
export function isNews(now: Checkpoint<string>, before: Checkpoint<string>): boolean {
  return now.step !== before.step || now.phase !== before.phase || (now.failed && !before.failed)
}

/** The checkpoints of a whole call, from its snapshots; the first is its beginning. */
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

/** Position of the moment when a step had just become done; null if it has not. */
export function indexOfStep<Id extends string>(
  steps: readonly Step<Id>[],
  checkpoints: readonly Checkpoint<Id>[],
  id: Id,
): number | null {
  const place = (step: Id | null) => steps.findIndex((one) => one.id === step)
  const checkpoint = checkpoints.find(({ step }) => place(step) >= place(id))
  return checkpoint?.index ?? null
}

/** The last checkpoint at or before a moment. */
export function checkpointBefore<Id extends string>(
  checkpoints: readonly Checkpoint<Id>[],
  index: number,
): Checkpoint<Id> {
  // The first checkpoint is at 0, before everything.
  return (
    checkpoints.filter((checkpoint) => checkpoint.index <= index).at(-1) ?? (checkpoints[0] as Checkpoint<Id>)
  )
}

/** The checkpoint that one step on from a moment leads to; null when that is the newest moment. */
export function checkpointAhead(checkpoints: readonly Checkpoint[], position: number): Checkpoint | null {
  const next = checkpoints.find(({ index }) => index > position)
  return next === checkpoints.at(-1) ? null : (next ?? null)
}

/** The last checkpoint before a position; null at the beginning. */
export function checkpointBehind(checkpoints: readonly Checkpoint[], position: number): Checkpoint | null {
  return checkpoints.filter(({ index }) => index < position).at(-1) ?? null
}
