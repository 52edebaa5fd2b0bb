import { shallowReactive } from 'vue'
import type { Trace } from '../trace/trace'
import type { TraceEvent } from '../trace/traceEvent'
import { readEvidence } from './stepEvidence'
import type { Finding, Question, StoredQuestion } from './question'
import { inCall, isTried, isWatched } from './question'
import type { Outcome } from './trial'

/** The learner's answer to one question during one call. */
export interface Answer {
  /** Id of the option that was confirmed; null if the learner only looked the answer up. */
  readonly guess: string | null
  /** Whether the learner's progress includes it. */
  readonly isCounted?: boolean
  /** The result of carrying the guess out; null if this browser cannot. */
  readonly outcome?: Outcome | null
}

/** The state of a question. */
export interface Standing {
  readonly guess: string | null
  /**
   * open: can be guessed. locked: the guess waits for the step. pending: the step ran, or the guess is being carried
   * out, and there is no result yet. late: the step ran without a guess.
   */
  readonly stage: 'open' | 'locked' | 'pending' | 'late' | 'judged'
  /** What the browser did, or the stored answer; null before it is known. */
  readonly finding: Finding | null
  /** Whether the guess was right; null without a guess or before it is judged. */
  readonly isRight: boolean | null
  /** The option whose text explains what is wrong with the guess. */
  readonly mistake: string | null
  /** Whether the browser's behaviour judged it, not a stored answer. */
  readonly isByBrowser: boolean
}

// Kept beside the call: answers are not events of the call, and a restart drops them.
const byCall = new WeakMap<readonly TraceEvent[], Map<string, Answer>>()

/** The answers given during the call of a trace, reactive; none after a restart. */
export function answersOf({ whole }: Pick<Trace, 'whole'>): Map<string, Answer> {
  const known = byCall.get(whole)
  if (known !== undefined) return known
  const answers = shallowReactive(new Map<string, Answer>())
  byCall.set(whole, answers)
  return answers
}

/** Derives the state of a question from the answer and the newest moment; it is not stored. */
export function standingOf(question: Question, answer: Answer | undefined, trace: Trace): Standing {
  const guess = answer?.guess ?? null
  const none = { guess, finding: null, isRight: null, mistake: null, isByBrowser: false }
  if (isTried(question)) {
    if (answer === undefined) return { ...none, stage: 'open' }
    const option = inCall(question.solution, trace) ?? ''
    if (guess !== null && answer.outcome === undefined) return { ...none, stage: 'pending' }
    const { outcome } = answer
    if (!outcome) return judged(guess, { option, seen: '' }, false)
    const { isRight, seen, mistake } = outcome
    return { guess, stage: 'judged', finding: { option, seen }, isRight, mistake, isByBrowser: true }
  }
  if (!isWatched(question)) return standingOfStored(question, answer)
  const evidence = readEvidence(trace, question.at)
  if (evidence === null) return { ...none, stage: guess === null ? 'open' : 'locked' }
  if (answer === undefined) return { ...none, stage: 'late' }
  const finding = question.grade(evidence)
  if (finding === null) return { ...none, stage: 'pending' }
  return judged(guess, finding, true)
}

/** The state of a question that no call can answer. */
export function standingOfStored(question: StoredQuestion, answer: Answer | undefined): Standing {
  const guess = answer?.guess ?? null
  const open = {
    guess,
    stage: 'open',
    finding: null,
    isRight: null,
    mistake: null,
    isByBrowser: false,
  } as const
  return answer === undefined ? open : judged(guess, { option: question.answer, seen: '' }, false)
}

function judged(guess: string | null, finding: Finding, isByBrowser: boolean): Standing {
  const isRight = guess === null ? null : (finding.accepts?.(guess) ?? guess === finding.option)
  return { guess, stage: 'judged', finding, isRight, mistake: isRight === false ? guess : null, isByBrowser }
}
