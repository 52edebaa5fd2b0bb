import { shallowReactive } from 'vue'
import type { LogEntry } from '../../machines/log'
import { readEvidence } from './evidence'
import type { Finding, Question } from './question'
import { isWatched } from './question'

/** What the learner did about one question during one call. */
export interface Answer {
  /** Id of the option that was locked in; null when the answer was only looked up. */
  readonly guess: string | null
  /** Whether the learner's progress has it. */
  readonly isCounted?: boolean
}

/** How a question stands. */
export interface Standing {
  readonly guess: string | null
  /**
   * open: may be guessed. locked: the guess waits for the step. pending: the step ran and the browser has not
   * told yet. late: the step ran without a guess.
   */
  readonly stage: 'open' | 'locked' | 'pending' | 'late' | 'judged'
  /** What the browser did, or what the bank says; null before it is known. */
  readonly finding: Finding | null
  /** Whether the guess was right; null without a guess or before it is judged. */
  readonly isRight: boolean | null
}

// Kept beside the call rather than in it: answers are no event of a call, and go with it when it is restarted.
const byCall = new WeakMap<LogEntry, Map<string, Answer>>()
const noCall = new Map<string, Answer>()

/** The answers given during the call that a log belongs to, reactive; a call is known by its first entry. */
export function answersOf(entries: readonly LogEntry[]): Map<string, Answer> {
  const first = entries[0]
  if (first === undefined) return noCall
  const known = byCall.get(first)
  if (known !== undefined) return known
  const answers = shallowReactive(new Map<string, Answer>())
  byCall.set(first, answers)
  return answers
}

/** Derives how a question stands from what was answered and from the newest log; nothing of it is stored. */
export function standingOf(
  question: Question,
  answer: Answer | undefined,
  entries: readonly LogEntry[],
): Standing {
  const guess = answer?.guess ?? null
  if (!isWatched(question)) {
    if (answer === undefined) return { guess, stage: 'open', finding: null, isRight: null }
    return judged(guess, { option: question.answer, seen: '' })
  }
  const evidence = readEvidence(entries, question.at)
  if (evidence === null)
    return { guess, stage: guess === null ? 'open' : 'locked', finding: null, isRight: null }
  if (answer === undefined) return { guess, stage: 'late', finding: null, isRight: null }
  const finding = question.grade(evidence)
  if (finding === null) return { guess, stage: 'pending', finding, isRight: null }
  return judged(guess, finding)
}

function judged(guess: string | null, finding: Finding): Standing {
  return { guess, stage: 'judged', finding, isRight: guess === null ? null : guess === finding.option }
}
