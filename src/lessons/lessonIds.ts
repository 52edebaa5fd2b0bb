import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'

/** What follows the thirteen steps: each has a lesson, but no action. */
export const AFTER_STEPS = ['connected', 'hang-up'] as const

export type LessonId = StepId | (typeof AFTER_STEPS)[number]

/** Every lesson, in reading order: the folder `07-…` is the seventh. */
export const LESSON_IDS: readonly LessonId[] = [...STEP_IDS, ...AFTER_STEPS]

/** Whether a text from outside (an address, a folder) names a lesson. */
export function isLessonId(text: string): text is LessonId {
  return (LESSON_IDS as readonly string[]).includes(text)
}

/** Whether a lesson is about one of the thirteen steps. */
export function isStep(id: LessonId): id is StepId {
  return id !== 'connected' && id !== 'hang-up'
}
