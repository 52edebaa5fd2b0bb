import type { LessonId } from '../lessons/lessonIds'
import { acts } from './bank/acts'
import { answer } from './bank/answer'
import { callee } from './bank/callee'
import { connection } from './bank/connection'
import { offer } from './bank/offer'
import { prepare } from './bank/prepare'
import type { Question } from './question'

/** Every question, in the order of the call; those in which the learner acts come last. */
export const QUESTIONS: readonly Question[] = [
  ...prepare,
  ...offer,
  ...callee,
  ...answer,
  ...connection,
  ...acts,
]

/** The questions that the note of one lesson asks. */
export function questionsOf(lesson: LessonId): readonly Question[] {
  return QUESTIONS.filter(({ at }) => at === lesson)
}
