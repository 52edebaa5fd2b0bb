import { isStepId } from '../../machines/steps'
import type { StepId } from '../../machines/steps'

/** How often one question was guessed right and wrong. */
export interface Tally {
  readonly right: number
  readonly wrong: number
}

/** What a learner has done in a lab that is solved. */
export interface LabRecord {
  /** The marks that were reached in any run (src/labs/marks.ts). */
  readonly marks: readonly string[]
  /** The fewest actions of a run. */
  readonly actions: number
  /** The questions about it that were answered later, by their number. */
  readonly reviewed: readonly number[]
}

/** What a learner has done, as it is stored and exported. It contains neither names nor times. */
export interface Progress {
  readonly version: 1
  /** Steps run at least once. */
  readonly steps: readonly StepId[]
  /** Texts that were read to the end: `lesson:create-offer`; each kind of text has its own prefix. */
  readonly read: readonly string[]
  /** By question id. */
  readonly predictions: Readonly<Record<string, Tally>>
  /** The last step of the last call: where to continue on a return visit. */
  readonly last: StepId | null
  /** The solved labs by id, in the order in which they were first solved. */
  readonly labs: Readonly<Record<string, LabRecord>>
  /** The lab that was begun and is not solved yet. */
  readonly lab: string | null
}

export const NO_PROGRESS: Progress = {
  version: 1,
  steps: [],
  read: [],
  predictions: {},
  last: null,
  labs: {},
  lab: null,
}

/** Reads the stored progress. What is unreadable, or from a later version, is skipped; never throws. */
export function readProgress(text: string | null): Progress {
  const kept = parse(text)
  if (!isRecord(kept) || kept['version'] !== 1) return NO_PROGRESS
  const { steps, read, predictions, last, labs, lab } = kept
  return {
    version: 1,
    steps: listOf(steps, isStep),
    read: listOf(read, isText),
    predictions: recordOf(predictions, isTally),
    last: isStep(last) ? last : null,
    labs: recordOf(labs, isLab),
    lab: isText(lab) ? lab : null,
  }
}

/**
 * What to store instead of `text`; null if `text` must stay, because a later version of the app wrote it. An old tab
 * may run beside a new one, so steps and fields that this version does not know are kept.
 */
export function writeProgress(progress: Progress, text: string | null): string | null {
  const kept = parse(text)
  if (!isRecord(kept)) return JSON.stringify(progress)
  if (Number(kept['version']) > progress.version) return null
  const unknown = listOf(kept['steps'], isText).filter((id) => !isStep(id))
  return JSON.stringify({ ...kept, ...progress, steps: [...progress.steps, ...unknown] })
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

// Written by hand, because every page reads it: a schema library would weigh as much as all the reading code.
const isText = (value: unknown): value is string => typeof value === 'string'
const isStep = (value: unknown): value is StepId => isText(value) && isStepId(value)
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const isTally = (value: unknown): value is Tally =>
  isRecord(value) && isCount(value['right']) && isCount(value['wrong'])

const isLab = (value: unknown): value is LabRecord =>
  isRecord(value) &&
  isCount(value['actions']) &&
  isListOf(value['marks'], isText) &&
  isListOf(value['reviewed'], isCount)
const isListOf = (value: unknown, isOne: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(isOne)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The readable items; an unreadable one does not affect the others. */
function listOf<T>(value: unknown, isOne: (item: unknown) => item is T): T[] {
  return Array.isArray(value) ? value.filter(isOne) : []
}

/** The readable entries; an unreadable one does not affect the others. */
function recordOf<T>(value: unknown, isOne: (item: unknown) => item is T): Record<string, T> {
  const entries = isRecord(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((one): one is [string, T] => isOne(one[1])))
}

/** Progress with these steps run; the last of them is where the call stopped. */
export function withSteps(progress: Progress, done: readonly StepId[]): Progress {
  const last = done.at(-1)
  if (last === undefined) return progress
  const fresh = done.filter((id) => !progress.steps.includes(id))
  if (fresh.length === 0 && last === progress.last) return progress
  return { ...progress, steps: [...progress.steps, ...fresh], last }
}

/** Progress with one more text read to the end. */
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
