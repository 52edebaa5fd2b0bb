import type { LessonId } from '../lessons/lessonIds'
import { acts } from './bank/acts'
import { answer } from './bank/answer'
import { callee } from './bank/callee'
import { connection } from './bank/connection'
import { offer } from './bank/offer'
import { prepare } from './bank/prepare'
import { isTried, isWatched } from './question'
import type { Question, StoredQuestion } from './question'
import type { ConceptId } from '../lessons/conceptIds'

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

/** The questions about what a concept teaches whose answers are stored: they can be guessed without a call. */
export function questionsAbout(concept: ConceptId): readonly StoredQuestion[] {
  return QUESTIONS.filter(
    (question): question is StoredQuestion =>
      !isWatched(question) && !isTried(question) && question.taught.at.split('#')[0] === `concept:${concept}`,
  )
}
