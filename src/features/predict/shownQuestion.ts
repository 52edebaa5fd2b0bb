import { shallowReactive } from 'vue'
import type { LessonId } from '../../lessons/lessonIds'

/**
 * Position of the question that is shown of each lesson. Shared, so that a question asked in advance is the one that
 * its note shows after the step has run.
 */
export const shownQuestion = shallowReactive(new Map<LessonId, number>())
