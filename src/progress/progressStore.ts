import { inject } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { StepId } from '../../machines/steps'
import { browserValue } from '../browser/hydration'
import { eraseStored, readStored, writeStored } from '../browser/storage'
import {
  NO_PROGRESS,
  readProgress,
  withPrediction,
  withRead,
  withSteps,
  writeProgress,
} from './learnerProgress'
import type { Progress } from './learnerProgress'

const KEY = 'progress'

/** What the learner has done, on this browser only. */
export interface ProgressStore {
  readonly progress: Readonly<ShallowRef<Progress>>
  /** Where the previous visit stopped; null if there is nothing to continue, or the learner declined. */
  readonly resumable: Readonly<ShallowRef<StepId | null>>
  ranSteps(done: readonly StepId[]): void
  finishedReading(id: string): void
  judged(questionId: string, isRight: boolean): void
  /** Stores what a function makes of the progress, for what only some pages do (labProgress.ts). */
  change(make: (before: Progress) => Progress): void
  declineResume(): void
  erase(): void
}

export const PROGRESS: InjectionKey<ProgressStore> = Symbol('progress')

/** The learner's progress. Throws outside the app, where nothing provides one. */
export function useProgress(): ProgressStore {
  const store = inject(PROGRESS)
  if (store === undefined) throw new Error('no progress is provided')
  return store
}

/**
 * Reads what this browser stored, and stores every change. It reads again before writing, so that other tabs' changes
 * are kept.
 */
export function createProgress(): ProgressStore {
  const progress = browserValue(NO_PROGRESS, () => readProgress(readStored(KEY)))
  const resumable = browserValue(null, () => toResume(progress.value))
  let isKept = true

  function change(make: (before: Progress) => Progress) {
    const kept = readStored(KEY)
    // If storage is blocked or full, this visit still counts.
    const before = kept === null || !isKept ? progress.value : readProgress(kept)
    const after = make(before)
    progress.value = after
    if (after === before) return
    const text = writeProgress(after, kept)
    isKept = text !== null && writeStored(KEY, text)
  }

  return {
    progress,
    resumable,
    ranSteps(done) {
      if (done.length > 0) resumable.value = null
      change((before) => withSteps(before, done))
    },
    finishedReading: (id) => change((before) => withRead(before, id)),
    judged: (id, isRight) => change((before) => withPrediction(before, id, isRight)),
    change,
    declineResume() {
      resumable.value = null
      change((before) => ({ ...before, last: null }))
    },
    erase() {
      resumable.value = null
      progress.value = NO_PROGRESS
      eraseStored(KEY)
    },
  }
}

/** A step in the middle of a call: before the first there is nothing to skip, after the last nothing to run. */
function toResume({ last }: Progress): StepId | null {
  return last === 'capture-media' || last === 'set-remote-answer' ? null : last
}
