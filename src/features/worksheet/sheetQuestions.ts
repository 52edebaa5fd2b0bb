import type { Message } from '../../i18n/i18n'
import type { LessonId } from '../../lessons/lessonIds'
import { questionsOf } from '../../predict/bank'
import { inCall, isTried, isWatched } from '../../predict/question'
import { questionText } from '../../predict/questionWords'
import { readEvidence } from '../../predict/stepEvidence'
import type { SheetCall } from './sheetCall'

/** A question on paper, with boxes to tick. */
export interface SheetQuestion {
  readonly id: string
  readonly ask: Message
  readonly code: string
  readonly options: readonly Message[]
  /** The index of the right option; null: only a call can tell, and there is none. */
  readonly right: number | null
  readonly because: Message
}

/** As many questions of a step fit beside its values on one sheet. */
const MOST = 3

/**
 * The questions of a step that can be asked on paper. What only the browser can answer is read from the call. Their words
 * must have been loaded (predict/questionWords.ts).
 */
export function stepQuestions(lesson: LessonId, call: SheetCall | null): SheetQuestion[] {
  const evidence = call === null ? null : readEvidence(call.view.trace, lesson)
  return questionsOf(lesson)
    .flatMap((question) => {
      const { id, options, code = '' } = question
      if (isTried(question) || options.length === 0) return []
      // Code of the learner's own call is not there yet when the sheet is printed.
      if (code instanceof Function && call === null) return []
      const answer = isWatched(question)
        ? evidence === null
          ? undefined
          : question.grade(evidence)?.option
        : question.answer
      const right = answer === undefined ? -1 : options.indexOf(answer)
      return {
        id,
        ask: questionText(id, ({ ask }) => ask),
        code: call === null ? String(code) : inCall(code, call.view.trace),
        options: options.map((option) => questionText(id, (words) => words.options[option])),
        right: right === -1 ? null : right,
        because: questionText(id, ({ why }) => why),
      }
    })
    .slice(0, MOST)
}
