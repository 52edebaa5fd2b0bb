import type { Snapshots } from './log'
import { deriveTurn, viewEnd } from './progress'
import type { Phase } from './progress'
import { STEP_IDS, stepIndex } from './steps'
import type { StepId } from './steps'

/** A moment that looking back stops at: a step was finished or failed, or the connection changed its phase. */
export interface Checkpoint {
  /** Position among the snapshots: so many entries lie behind it. */
  readonly index: number
  /** The last step that is done; null before the first. */
  readonly step: StepId | null
  readonly phase: Phase
  /** The step after `step` has just failed. */
  readonly failed: boolean
}

/** What a moment would be as a checkpoint. */
export function checkpointAt(index: number, { caller, callee }: Snapshots): Checkpoint {
  const { phase, step, tag } = deriveTurn(viewEnd(caller), viewEnd(callee))
  const done = step === null ? STEP_IDS.at(-1) : STEP_IDS[stepIndex(step) - 1]
  return { index, step: done ?? null, phase, failed: phase === 'steps' && tag === 'failed' }
}

/** Whether a moment is a checkpoint, after the moment before it: a retry is no news, its outcome is. */
export function isNews(now: Checkpoint, before: Checkpoint): boolean {
  return now.step !== before.step || now.phase !== before.phase || (now.failed && !before.failed)
}

/** The checkpoints of a whole call, from its snapshots; the first is its beginning. */
export function checkpointsOf(snapshots: readonly Snapshots[]): Checkpoint[] {
  const all = snapshots.map((moment, index) => checkpointAt(index, moment))
  return all.filter((now, index) => {
    const before = all[index - 1]
    return before === undefined || isNews(now, before)
  })
}

/** Position of the moment when a step had just become done; null if it has not. */
export function indexOfStep(checkpoints: readonly Checkpoint[], id: StepId): number | null {
  const checkpoint = checkpoints.find(({ step }) => step !== null && stepIndex(step) >= stepIndex(id))
  return checkpoint?.index ?? null
}

/** The last checkpoint at or before a moment. */
export function checkpointBefore(checkpoints: readonly Checkpoint[], index: number): Checkpoint {
  // The first checkpoint is at 0, before everything.
  return (
    checkpoints.filter((checkpoint) => checkpoint.index <= index).at(-1) ?? (checkpoints[0] as Checkpoint)
  )
}
