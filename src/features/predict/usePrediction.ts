import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { stepIndex } from '../../../machines/steps'
import { useCall } from '../../session/callSession'
import { useFrame } from '../../session/useFrame'
import { isStep } from '../../lessons/lessonIds'
import type { LessonId } from '../../lessons/lessonIds'
import { answersOf, standingOf } from '../../predict/answers'
import type { Standing } from '../../predict/answers'
import { questionsOf } from '../../predict/bank'
import { isTried } from '../../predict/question'
import { carryOut } from '../../predict/carryOut'
import { shownQuestion } from './shownQuestion'

/** The question that is shown of a lesson, its state, and what the learner can do. */
export function usePrediction(lesson: ComputedRef<LessonId>) {
  const call = useCall()
  // The newest moment: looking back does not change how a question was answered.
  const frame = useFrame()
  const trace = computed(() => frame.value.now.trace)
  const answers = computed(() => answersOf(trace.value))

  const questions = computed(() => questionsOf(lesson.value))
  const place = computed(() => (shownQuestion.get(lesson.value) ?? 0) % Math.max(questions.value.length, 1))
  const question = computed(() => questions.value[place.value] ?? null)
  const standing = computed((before?: Standing | null) => {
    const asked = question.value
    const now = asked && standingOf(asked, answers.value.get(asked.id), trace.value)
    // Computed for every event; an equal result is the same object, so that nothing is rendered again.
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })

  const isRunning = computed(() => isStep(lesson.value) && frame.value.now.statuses[lesson.value] === 'busy')
  const isPast = computed(() => !frame.value.view.live)
  const mayAnswer = computed(
    () => !isPast.value && !isRunning.value && ['open', 'locked'].includes(standing.value?.stage ?? ''),
  )

  /** Whether the trial had no result yet, for example because no pair is selected. */
  const isTooEarly = shallowRef(false)
  watch(question, () => (isTooEarly.value = false))

  async function answer(guess: string | null) {
    const asked = question.value
    if (asked === null) return
    isTooEarly.value = false
    if (guess === null || !isTried(asked)) answers.value.set(asked.id, { guess })
    else isTooEarly.value = !(await carryOut(asked, guess, answers.value, call))
  }

  return {
    trace,
    isTooEarly,
    questions,
    place,
    question,
    standing,
    mayAnswer,
    isPast,
    stepNumber: computed(() => (isStep(lesson.value) ? stepIndex(lesson.value) + 1 : null)),
    another: () => shownQuestion.set(lesson.value, (place.value + 1) % questions.value.length),
    answer: (guess: string | null) => void answer(guess),
    withdraw: () => question.value && answers.value.delete(question.value.id),
  }
}
