import type { LessonId } from '../../lessons/lessonIds'
import { answersOf, standingOf } from '../../predict/answers'
import { QUESTIONS } from '../../predict/bank'
import type { Trace } from '../../trace/trace'

/** The notes whose questions can be answered now, one for each question. */
export function openQuestions(trace: Trace): LessonId[] {
  const answers = answersOf(trace)
  const open = QUESTIONS.filter(
    (question) => standingOf(question, answers.get(question.id), trace).stage === 'open',
  )
  // The note before it asks what will happen at the hang-up.
  return open.map(({ at }) => (at === 'hang-up' ? 'connected' : at))
}
