import type { CallSession } from '../session/callSession'
import { connect } from '../peer/connect'
import type { Answer } from './answers'
import type { TriedQuestion } from './question'

/**
 * Carries a guess out and stores the result among the answers of its call. Returns false if there is no result yet; the
 * question is then open again. If the browser cannot try it at all, the stored answer judges it.
 */
export async function carryOut(
  question: TriedQuestion,
  guess: string,
  answers: Map<string, Answer>,
  { frame, media }: Pick<CallSession, 'frame' | 'media'>,
): Promise<boolean> {
  answers.set(question.id, { guess })
  try {
    const { trace } = frame.value.now
    const getStats = media?.getStats ?? (() => Promise.resolve(null))
    const outcome = await question.trial(guess, { connect, trace, getStats })
    if (outcome === null) answers.delete(question.id)
    else answers.set(question.id, { guess, outcome })
    return outcome !== null
  } catch {
    answers.set(question.id, { guess, outcome: null })
    return true
  }
}
