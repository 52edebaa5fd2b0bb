import { shallowReactive } from 'vue'
import type { LessonId } from '../../lessons/lessonIds'

/**
 * Which question of a lesson is on show, as its position. Shared, so that the question asked ahead of a step
 * is the one its note shows when the step has run.
 */
export const shownQuestion = shallowReactive(new Map<LessonId, number>())
