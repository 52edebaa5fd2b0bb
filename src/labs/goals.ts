import { isBenchIntentType } from '../../machines/bench/benchIntents'
import { holds } from './condition'
import type { Lab } from './lab'
import { lengthOf } from './moment'
import type { LabHistory } from './moment'

/** How far a lab is at a moment. */
export interface LabProgress {
  /** By goal: after how many events it was met; null while it is not. One with `atEnd` may be lost again. */
  goals: ReadonlyMap<string, number | null>
  /** The forbidden rules that held at some moment so far. */
  broken: readonly string[]
  /** After how many events all goals were met at once, without a forbidden rule; null: not solved yet. */
  solvedAt: number | null
}

/** Reads the progress of a lab from the history of one bench, which only grows. */
export interface GoalReader {
  /** At the newest moment, or at an earlier one, after `at` events. */
  read(history: LabHistory, at?: number): LabProgress
}

/**
 * Creates the reader of a lab whose learner began after `start` events. Goals latch: each is judged at every moment,
 * once. After a fresh start of the bench a new reader is needed.
 */
export function createGoalReader(
  { goals, forbidden }: Pick<Lab, 'goals' | 'forbidden'>,
  start: number,
): GoalReader {
  const met = new Map<string, number>()
  const broken = new Map<string, number>()
  let solved: number | null = null
  let next = start

  /** Latches what holds after `at` events. */
  function judge(history: LabHistory, at: number) {
    const moment = { history, start, at }
    let isComplete = true
    for (const { id, when, atEnd } of goals) {
      if (atEnd !== true && met.has(id)) continue
      if (!holds(when, moment)) isComplete = false
      else if (!met.has(id)) met.set(id, at)
    }
    for (const { id, when } of forbidden) if (!broken.has(id) && holds(when, moment)) broken.set(id, at)
    if (isComplete && broken.size === 0) solved ??= at
  }

  return {
    read(history, at = lengthOf(history)) {
      for (; next <= at; next += 1) judge(history, next)
      const before = (index: number | null | undefined) => (index != null && index <= at ? index : null)
      return {
        goals: new Map(
          goals.map(({ id, when, atEnd }) => {
            const isMet = atEnd !== true || holds(when, { history, start, at })
            return [id, isMet ? before(met.get(id)) : null]
          }),
        ),
        broken: [...broken].flatMap(([id, index]) => (before(index) === null ? [] : [id])),
        solvedAt: before(solved),
      }
    },
  }
}

/** The number of actions that a learner took between two positions: operations, messages and settings of the bench. */
export function countActions({ trace }: LabHistory, start: number, at: number): number {
  return trace.slice(start, at).filter(({ kind, name }) => kind === 'intent' && isBenchIntentType(name))
    .length
}
