import { computed, watch } from 'vue'
import { useCall } from '../../session/callSession'
import { answersOf, standingOf } from '../../predict/answers'
import { QUESTIONS } from '../../predict/bank'
import { useProgress } from '../../progress/progressStore'

/** Adds every guess that the running call has judged to the learner's progress, each once. */
export function useJudging(): void {
  const { history } = useCall()
  const progress = useProgress()

  const judged = computed(() => {
    const { trace } = history.now.value
    const answers = answersOf(trace)
    return QUESTIONS.flatMap((question) => {
      const answer = answers.get(question.id)
      if (answer === undefined || answer.guess === null || answer.isCounted === true) return []
      const { isRight } = standingOf(question, answer, trace)
      return isRight === null ? [] : [{ answers, id: question.id, answer, isRight }]
    })
  })

  watch(
    judged,
    (found) => {
      for (const { answers, id, answer, isRight } of found) {
        answers.set(id, { ...answer, isCounted: true })
        progress.judged(id, isRight)
      }
    },
    { immediate: true, flush: 'sync' },
  )
}
