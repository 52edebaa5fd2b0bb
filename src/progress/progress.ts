import * as v from 'valibot'
import { isStepId } from '../../machines/steps'
import type { StepId } from '../../machines/steps'

/** How often one question was guessed right and wrong. */
export interface Tally {
  readonly right: number
  readonly wrong: number
}

/** What a learner has done, as it is kept and exported. Nothing in it says who or when. */
export interface Progress {
  readonly version: 1
  /** Steps run at least once. */
  readonly steps: readonly StepId[]
  /** What was read to its end: `lesson:create-offer`; another kind of text has a prefix of its own. */
  readonly read: readonly string[]
  /** By question id. */
  readonly predictions: Readonly<Record<string, Tally>>
  /** The last step of the last call: where to offer to go on. */
  readonly last: StepId | null
}

export const NO_PROGRESS: Progress = { version: 1, steps: [], read: [], predictions: {}, last: null }

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const stepId = v.pipe(v.string(), v.check(isStepId))
const schema = v.object({
  version: v.literal(1),
  steps: v.fallback(v.array(stepId), []),
  read: v.fallback(v.array(v.string()), []),
  predictions: v.fallback(v.record(v.string(), v.object({ right: count, wrong: count })), {}),
  last: v.fallback(v.nullable(stepId), null),
})

/** Reads what was kept. Whatever cannot be read, or comes from a later version, counts as nothing; never throws. */
export function readProgress(text: string | null): Progress {
  try {
    const { output, success } = v.safeParse(schema, JSON.parse(text ?? 'null'))
    return success ? ({ ...output, version: 1 } as Progress) : NO_PROGRESS
  } catch {
    return NO_PROGRESS
  }
}

/** Progress with these steps run, the last of them being where the call stands. */
export function withSteps(progress: Progress, done: readonly StepId[]): Progress {
  const last = done.at(-1)
  if (last === undefined) return progress
  const fresh = done.filter((id) => !progress.steps.includes(id))
  if (fresh.length === 0 && last === progress.last) return progress
  return { ...progress, steps: [...progress.steps, ...fresh], last }
}

/** Progress with one more text read to its end. */
export function withRead(progress: Progress, id: string): Progress {
  return progress.read.includes(id) ? progress : { ...progress, read: [...progress.read, id] }
}

/** Progress with one more guess judged. */
export function withPrediction(progress: Progress, id: string, isRight: boolean): Progress {
  const { right, wrong } = progress.predictions[id] ?? { right: 0, wrong: 0 }
  const tally = isRight ? { right: right + 1, wrong } : { right, wrong: wrong + 1 }
  return { ...progress, predictions: { ...progress.predictions, [id]: tally } }
}

/** All guesses together. */
export function sumOf({ predictions }: Progress): Tally {
  const tallies = Object.values(predictions)
  return {
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    wrong: tallies.reduce((sum, { wrong }) => sum + wrong, 0),
  }
}
