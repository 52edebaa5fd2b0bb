import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'
import type { ConnectionDiagnosis, Diagnosis } from './diagnose'
import type { ReachState } from './reach'

/** What of a diagnosis is compared. */
export type Compared = Pick<Diagnosis, 'connections'>

/** A step in both calls. */
export interface ComparedStep {
  readonly step: StepId
  readonly one: ReachState
  readonly other: ReachState
  /** Whether one took it and the other did not. */
  readonly differs: boolean
}

export interface Comparison {
  readonly steps: readonly ComparedStep[]
  /** The first step that the other call took and this one did not; `connected`: all were taken alike until then. */
  readonly leavesAt: StepId | 'connected' | null
}

const TAKEN: readonly ReachState[] = ['done', 'inferred']
const NOT_TAKEN: readonly ReachState[] = ['failed', 'not-reached']

/**
 * Compares one call with another, a healthy one for the most part, step by step and not by time: where does it leave the
 * other one? A step that one file does not tell is no difference, and neither is one that was not needed.
 */
export function compareCalls(
  [one, call]: readonly [Compared, string],
  [other, otherCall]: readonly [Compared, string],
): Comparison {
  const [mine, theirs] = [stepsOf(one, call), stepsOf(other, otherCall)]
  const steps = STEP_IDS.map((step): ComparedStep => {
    const [a, b] = [mine.get(step) ?? 'not-recorded', theirs.get(step) ?? 'not-recorded']
    const differs =
      (TAKEN.includes(a) && NOT_TAKEN.includes(b)) || (NOT_TAKEN.includes(a) && TAKEN.includes(b))
    return { step, one: a, other: b, differs }
  })
  const left = steps.find((row) => TAKEN.includes(row.other) && NOT_TAKEN.includes(row.one))
  const isUp = (diagnosis: Compared, id: string) =>
    endsOf(diagnosis, id).some(({ outcome }) => outcome === 'connected' || outcome === 'closed')
  const isOnlyOther = !isUp(one, call) && isUp(other, otherCall)
  return { steps, leavesAt: left?.step ?? (isOnlyOther ? 'connected' : null) }
}

/** How far a call came: what the file of the end that a step belongs to says goes before what the other one infers. */
export function stepsOf(diagnosis: Compared, call: string): ReadonlyMap<StepId, ReachState> {
  const rows = endsOf(diagnosis, call).flatMap(({ reach }) => reach)
  return new Map(
    STEP_IDS.map((step) => {
      const those = rows.filter((row) => row.step === step)
      const own = those.find(({ isOwn, state }) => isOwn && state !== 'not-recorded')
      return [step, (own ?? those.find(({ state }) => state !== 'not-recorded'))?.state ?? 'not-recorded']
    }),
  )
}

function endsOf({ connections }: Compared, id: string): ConnectionDiagnosis[] {
  return connections.filter(({ call }) => call === id)
}
