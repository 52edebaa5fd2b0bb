import { stepIndex } from '../../../machines/steps'
import type { CallView } from '../../session/callView'
import type { LessonId } from '../../lessons/lessonIds'
import { isStep } from '../../lessons/lessonIds'

/**
 * The lesson whose questions the note asks in advance: that of the step which the next click runs, if the note is of
 * the step before it. null if there is none, or in the past.
 */
export function aheadOf(lesson: LessonId, { live, turn, statuses }: CallView): LessonId | null {
  if (!live) return null
  if (turn.phase === 'connected' && lesson === 'connected') return 'hang-up'
  if (turn.phase !== 'steps' || turn.step === null || !isStep(lesson)) return null
  const isNext = stepIndex(turn.step) === stepIndex(lesson) + 1
  return isNext && statuses[lesson] === 'done' ? turn.step : null
}
