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

/** Reads what was kept. Whatever cannot be read, or comes from a later version, counts as nothing; never throws. */
export function readProgress(text: string | null): Progress {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (!isRecord(kept) || kept['version'] !== 1) return NO_PROGRESS
    const { steps, read, predictions, last } = kept
    return {
      version: 1,
      steps: isListOf(steps, isStep) ? steps : [],
      read: isListOf(read, isText) ? read : [],
      predictions: isTallies(predictions) ? predictions : {},
      last: isStep(last) ? last : null,
    }
  } catch {
    return NO_PROGRESS
  }
}

// By hand, because every page reads it: the library of the other readers would weigh as much as all the reading.
const isText = (value: unknown) => typeof value === 'string'
const isStep = (value: unknown): value is StepId => isText(value) && isStepId(value)
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const isTally = (value: unknown) => isRecord(value) && isCount(value['right']) && isCount(value['wrong'])

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isOne)
}

function isTallies(value: unknown): value is Progress['predictions'] {
  return isRecord(value) && Object.values(value).every(isTally)
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
