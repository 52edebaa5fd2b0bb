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

/** The question of a lesson that is on show, how it stands, and what the learner may do about it. */
export function usePrediction(lesson: ComputedRef<LessonId>) {
  const call = useCall()
  // The newest moment, whatever is on screen: looking back shows a question as it was answered.
  const frame = useFrame()
  const trace = computed(() => frame.value.now.trace)
  const answers = computed(() => answersOf(trace.value))

  const questions = computed(() => questionsOf(lesson.value))
  const place = computed(() => (shownQuestion.get(lesson.value) ?? 0) % Math.max(questions.value.length, 1))
  const question = computed(() => questions.value[place.value] ?? null)
  const standing = computed((before?: Standing | null) => {
    const asked = question.value
    const now = asked && standingOf(asked, answers.value.get(asked.id), trace.value)
    // Every event asks anew: what stands as it stood is not drawn again.
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })

  const isRunning = computed(() => isStep(lesson.value) && frame.value.now.statuses[lesson.value] === 'busy')
  const isPast = computed(() => !frame.value.view.live)
  const mayAnswer = computed(
    () => !isPast.value && !isRunning.value && ['open', 'locked'].includes(standing.value?.stage ?? ''),
  )

  /** The trial could tell nothing yet, such as which pair is selected before any is. */
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
