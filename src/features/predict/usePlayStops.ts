import { onScopeDispose } from 'vue'
import type { StepId } from '../../../machines/steps'
import { useCall } from '../../session/callSession'
import { answersOf } from '../../predict/answers'
import type { Answer } from '../../predict/answers'
import { questionsOf } from '../../predict/bank'

/** The step about which play has asked last, by the answers of its call. */
const askedLast = new WeakMap<ReadonlyMap<string, Answer>, StepId>()

/**
 * Whether play stops before a step, so that the learner can guess what it will do. Who went on without an answer the
 * last time does not want to be asked, and is not, until the end of the call.
 */
export function asksBefore(step: StepId, answers: ReadonlyMap<string, Answer>): boolean {
  const isOpen = (id: StepId) => !questionsOf(id).some((question) => answers.has(question.id))
  const last = askedLast.get(answers)
  if (questionsOf(step).length === 0 || !isOpen(step)) return false
  if (last !== undefined && last !== step && isOpen(last)) return false
  askedLast.set(answers, step)
  return true
}

/** While the questions are on screen, play stops before a step whose question is open. */
export function usePlayStops(): void {
  const { history, playback, controls } = useCall()
  if (controls === null) return
  const asks = (step: StepId) => asksBefore(step, answersOf(history.now.value.trace))
  playback.asksFirst.value = asks
  onScopeDispose(() => {
    if (playback.asksFirst.value === asks) playback.asksFirst.value = null
  })
}
