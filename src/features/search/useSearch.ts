import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Result } from '../../search/result'
import { startSearch } from '../../search/startSearch'
import type { Answered, RunningSearch } from '../../search/startSearch'

/**
 * Number of results drawn before the next frame; the others follow, so that a slow device shows the best ones sooner.
 */
const AT_ONCE = 5

/**
 * The search as a dialog uses it: `ask` sends a query, and starts the search worker if it is not running; `onAnswer` is
 * called when the newest query is answered.
 */
export function useSearch(onAnswer: (results: readonly Result[]) => void) {
  const answered = shallowRef<Answered | null>(null)
  const rows = shallowRef<readonly Result[]>([])
  const asked = shallowRef<string | null>(null)
  const hasFailed = shallowRef(false)
  /** Whether an answer, or a part of it, is not drawn yet. */
  const isBusy = computed(
    () =>
      asked.value !== null &&
      (asked.value !== answered.value?.question || rows.value !== answered.value.results),
  )
  let search: RunningSearch | null = null

  function draw(answer: Answered) {
    const { results } = answer
    answered.value = answer
    // The old rows stay for a frame, so that the dialog keeps its height.
    rows.value =
      results.length > AT_ONCE
        ? [...results.slice(0, AT_ONCE), ...rows.value.slice(AT_ONCE, results.length)]
        : results
    requestAnimationFrame(() => setTimeout(drawRest, 0, answer))
    onAnswer(results)
  }

  function drawRest(answer: Answered) {
    if (answered.value === answer) rows.value = answer.results
  }

  function fail() {
    search = null
    asked.value = null
    hasFailed.value = true
  }

  function ask(question: string) {
    hasFailed.value = false
    asked.value = question
    search ??= startSearch(draw, fail)
    search.ask(question)
  }

  onScopeDispose(() => search?.stop())

  return { answered, rows, isBusy, hasFailed, ask }
}
