import type { LabRecord, Progress } from './learnerProgress'
import { useProgress } from './progressStore'

/* What a learner has done in labs. Only their pages load it. */

/** The changes that a lab makes to the learner's progress. */
export interface LabProgressStore {
  began(id: string): void
  solved(id: string, marks: readonly string[], actions: number): void
  reviewed(id: string, question: number): void
}

/** Writes what happens in labs into the learner's progress. Throws outside the app, where nothing provides one. */
export function useLabProgress(): LabProgressStore {
  const { change } = useProgress()
  return {
    began(id) {
      change((before) => withLabBegun(before, id))
    },
    solved(id, marks, actions) {
      change((before) => withLabSolved(before, id, marks, actions))
    },
    reviewed(id, question) {
      change((before) => withLabReviewed(before, id, question))
    },
  }
}

/** Progress with a lab begun. */
export function withLabBegun(progress: Progress, id: string): Progress {
  return progress.lab === id || id in progress.labs ? progress : { ...progress, lab: id }
}

/** Progress with a lab solved. Marks of earlier runs stay, and the best run counts. */
export function withLabSolved(
  progress: Progress,
  id: string,
  marks: readonly string[],
  actions: number,
): Progress {
  const before = progress.labs[id]
  const now: LabRecord = {
    marks: [...new Set([...(before?.marks ?? []), ...marks])],
    actions: Math.min(actions, before?.actions ?? actions),
    reviewed: before?.reviewed ?? [],
  }
  return {
    ...progress,
    labs: { ...progress.labs, [id]: now },
    lab: progress.lab === id ? null : progress.lab,
  }
}

/** Progress with a later question about a solved lab answered. */
export function withLabReviewed(progress: Progress, id: string, question: number): Progress {
  const before = progress.labs[id]
  if (before === undefined || before.reviewed.includes(question)) return progress
  return {
    ...progress,
    labs: { ...progress.labs, [id]: { ...before, reviewed: [...before.reviewed, question] } },
  }
}

/**
 * The questions to come back to: those about every solved lab but the one that was solved last, of `count` each. So
 * between a lab and its questions there is at least another lab.
 */
export function dueQuestions(
  { labs }: Pick<Progress, 'labs'>,
  count: number,
): { lab: string; question: number }[] {
  const solved = Object.entries(labs).slice(0, -1)
  return Array.from({ length: count }, (_, question) =>
    solved.flatMap(([lab, { reviewed }]) => (reviewed.includes(question) ? [] : [{ lab, question }])),
  ).flat()
}
