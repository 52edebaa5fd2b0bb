import type { LessonId } from '../lessons/lessonIds'
import type { TaughtAt } from '../lessons/taughtAt'
import type { Trace } from '../trace/trace'
import type { Act } from './act'
import type { Evidence } from './stepEvidence'
import type { Outcome, TrialWorld } from './trial'

/** What the browser did, as one of a question's options, and the value it is read from. */
export interface Finding<Option extends string = string> {
  readonly option: Option
  /** Quoted as it is: an API name with its value, an event's name, a line of SDP. */
  readonly seen: string
  /** Whether a guess is right, where more than one may be; else only the option itself is. */
  readonly accepts?: (guess: string) => boolean
}

/** Where something is taught, and a word that stands there: a glossary id, or code. */
export interface Taught {
  readonly at: TaughtAt
  readonly term: string
}

interface Asked {
  /** Unique in the bank; its words stand under it in lessons/quiz/. */
  readonly id: string
  /** The lesson whose note asks it. */
  readonly at: LessonId
  /** Ids of the options, in the order they are shown; none where the learner acts otherwise. */
  readonly options: readonly string[]
  /** Code that the question speaks of, the same in both languages; it may depend on the learner's own call. */
  readonly code?: string | ((trace: Trace) => string)
  /** What the learner does where it is not choosing an option. */
  readonly act?: Act
  /** Where to read up on it. */
  readonly taught?: Taught
}

/** A question that the browser answers, by what it did when the step ran. */
export interface BrowserQuestion extends Asked {
  /** Null while the browser has not told yet. */
  readonly grade: (evidence: Evidence) => Finding | null
}

/** A question that no state of this call can answer: another situation, a bug, a calculation. */
export interface StoredQuestion extends Asked {
  readonly answer: string
  readonly taught: Taught
}

/** A question whose guess is carried out at once, on connections of its own, and judged by what they did. */
export interface TriedQuestion extends Asked {
  readonly taught: Taught
  /** What can go wrong, as ids of the texts that say why. */
  readonly mistakes: readonly string[]
  /** A guess that is right, for those who look the answer up; null where only the trial can tell. */
  readonly solution: string | null | ((trace: Trace) => string)
  /** Whether the learner's own call tells, and not connections made for the trial. */
  readonly isOwnCall?: boolean
  /** Carries a guess out; null while nothing can be told yet. */
  readonly trial: (guess: string, world: TrialWorld) => Promise<Outcome | null>
}

export type Question = BrowserQuestion | StoredQuestion | TriedQuestion

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
  taught: Taught,
  code?: string,
): StoredQuestion {
  return { id, at, options, answer, taught, ...(code !== undefined && { code }) }
}

type Try = Omit<TriedQuestion, 'id' | 'at' | 'options' | 'mistakes' | 'trial'>

/** Declares a question whose options are carried out; every option but the right one is a mistake. */
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

/** Declares a question in which the learner acts; the trial names one of the mistakes. */
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

/** Where a question's topic is taught, and a word that stands there. */
export function taught(at: TaughtAt, term: string): Taught {
  return { at, term }
}

/** Whether the browser answers a question by what it did in this call. */
export function isWatched(question: Question): question is BrowserQuestion {
  return 'grade' in question
}

/** Whether a question's guess is carried out. */
export function isTried(question: Question): question is TriedQuestion {
  return 'trial' in question
}

/** Code or a solution as it is in a call. */
export function inCall<Text>(text: Text | ((trace: Trace) => Text), trace: Trace): Text {
  return text instanceof Function ? text(trace) : text
}
