import type { LessonId } from '../lessons/lessonIds'
import type { TaughtAt } from '../lessons/taughtAt'
import type { Trace } from '../trace/trace'
import type { Act } from './act'
import type { Evidence } from './stepEvidence'
import type { Outcome, TrialWorld } from './trial'

/** What the browser did, as one of a question's options, and the value that shows it. */
export interface Finding<Option extends string = string> {
  readonly option: Option
  /** Quoted unchanged: an API name with its value, an event's name, a line of SDP. */
  readonly seen: string
  /** Whether a guess is right, if several may be; by default only the option itself is. */
  readonly accepts?: (guess: string) => boolean
}

/** Where something is taught, and a word that occurs there: a glossary id, or code. */
export interface Taught {
  readonly at: TaughtAt
  readonly term: string
}

interface Asked {
  /** Unique among all questions; its words are under it in lessons/quiz/. */
  readonly id: string
  /** The lesson whose note asks it. */
  readonly at: LessonId
  /** Ids of the options in the order of display; none if the learner acts instead. */
  readonly options: readonly string[]
  /** Code that the question is about, the same in both languages; it may depend on the learner's own call. */
  readonly code?: string | ((trace: Trace) => string)
  /** What the learner does instead of choosing an option. */
  readonly act?: Act
  /** Where it is explained. */
  readonly taught?: Taught
}

/** A question that is judged by what the browser did when the step ran. */
export interface BrowserQuestion extends Asked {
  /** null while the browser has not done it yet. */
  readonly grade: (evidence: Evidence) => Finding | null
}

/** A question that no state of this call can answer: another situation, a bug, a calculation. The answer is stored. */
export interface StoredQuestion extends Asked {
  readonly answer: string
  readonly taught: Taught
}

/** A question whose guess is carried out at once, on its own connections, and judged by what they did. */
export interface TriedQuestion extends Asked {
  readonly taught: Taught
  /** The possible mistakes, as ids of the texts that explain them. */
  readonly mistakes: readonly string[]
  /** A right guess for learners who look the answer up; null if only the trial can tell. */
  readonly solution: string | null | ((trace: Trace) => string)
  /** Whether the learner's own call decides, not connections created for the trial. */
  readonly isOwnCall?: boolean
  /** Carries a guess out; null while there is no result yet. */
  readonly trial: (guess: string, world: TrialWorld) => Promise<Outcome | null>
}

export type Question = BrowserQuestion | StoredQuestion | TriedQuestion

/** Declares a question judged by the browser; its grader can only return one of the options. */
export function watched<const Option extends string>(
  id: string,
  at: LessonId,
  options: readonly Option[],
  grade: (evidence: Evidence) => Finding<NoInfer<Option>> | null,
): BrowserQuestion {
  return { id, at, options, grade }
}

/** Declares a question with a stored answer; a misspelt answer does not compile. */
export function stored<const Option extends string>(
  id: string,
  at: LessonId,
  options: readonly Option[],
  answer: NoInfer<Option>,
  taught: Taught,
  code?: string,
): StoredQuestion {
  return { id, at, options, answer, taught, ...(code !== undefined && { code }) }
}

type Try = Omit<TriedQuestion, 'id' | 'at' | 'options' | 'mistakes' | 'trial'>

/** Declares a question whose options are carried out; every wrong option is a mistake. */
export function tried<const Option extends string>(
  id: string,
  at: LessonId,
  options: readonly Option[],
  trial: (guess: Option, world: TrialWorld) => Promise<Outcome | null>,
  rest: Try,
): TriedQuestion {
  return {
    ...rest,
    id,
    at,
    options,
    mistakes: options,
    trial: (guess, world) => trial(guess as Option, world),
  }
}

/** Declares a question in which the learner acts; the trial returns one of the mistakes. */
export function acted<const Mistake extends string>(
  id: string,
  at: LessonId,
  act: Act,
  mistakes: readonly Mistake[],
  trial: (guess: string, world: TrialWorld) => Promise<Outcome<NoInfer<Mistake>> | null>,
  rest: Try,
): TriedQuestion {
  return { ...rest, id, at, act, options: [], mistakes, trial }
}

/** Where the topic of a question is taught, and a word that occurs there. */
export function taught(at: TaughtAt, term: string): Taught {
  return { at, term }
}

/** Whether a question is judged by what the browser did in this call. */
export function isWatched(question: Question): question is BrowserQuestion {
  return 'grade' in question
}

/** Whether the guess is carried out. */
export function isTried(question: Question): question is TriedQuestion {
  return 'trial' in question
}

/** Code or a solution, for one call. */
export function inCall<Text>(text: Text | ((trace: Trace) => Text), trace: Trace): Text {
  return text instanceof Function ? text(trace) : text
}
