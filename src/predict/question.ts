import type { LessonId } from '../lessons/lessonIds'
import type { Evidence } from './evidence'

/** What the browser did, as one of a question's options, and the value it is read from. */
export interface Finding<Option extends string = string> {
  readonly option: Option
  /** Quoted as it is: an API name with its value, an event's name, a line of SDP. */
  readonly seen: string
}

interface Asked {
  /** Unique in the bank; its words stand under it in lessons/quiz/. */
  readonly id: string
  /** The lesson whose note asks it. */
  readonly at: LessonId
  /** Ids of the options, in the order they are shown. */
  readonly options: readonly string[]
  /** Code that the question speaks of, the same in both languages. */
  readonly code?: string
}

/** A question that the browser answers, by what it did when the step ran. */
export interface BrowserQuestion extends Asked {
  /** Null while the browser has not told yet. */
  readonly grade: (evidence: Evidence) => Finding | null
}

/** A question that no state of this call can answer: another situation, a bug, a calculation. */
export interface StoredQuestion extends Asked {
  readonly answer: string
}

export type Question = BrowserQuestion | StoredQuestion

/** Declares a question for the browser; its grader can only give one of the options. */
export function watched<const Option extends string>(
  id: string,
  at: LessonId,
  options: readonly Option[],
  grade: (evidence: Evidence) => Finding<NoInfer<Option>> | null,
): BrowserQuestion {
  return { id, at, options, grade }
}

/** Declares a question with a stored answer; a misspelt one does not compile. */
export function stored<const Option extends string>(
  id: string,
  at: LessonId,
  options: readonly Option[],
  answer: NoInfer<Option>,
  code?: string,
): StoredQuestion {
  return { id, at, options, answer, ...(code !== undefined && { code }) }
}

/** Whether the browser answers a question. */
export function isWatched(question: Question): question is BrowserQuestion {
  return 'grade' in question
}
