import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Answer, Search } from '../../search/createSearch'
import { loadSearch } from '../../search/loadSearch'

/** So many results are drawn before the next frame, the others after it: a slow device shows the best ones sooner. */
const AT_ONCE = 5

/** A query and its results. */
interface Answered {
  readonly question: string
  readonly results: readonly Answer[]
}

/**
 * The search as a dialog uses it: `ask` answers a query, and loads the search if that has not happened; the newest
 * query is answered once it is there. `onAnswer` is called with the results of each query that is answered.
 */
export function useSearch(
  onAnswer: (results: readonly Answer[]) => void,
  load: () => Promise<Search> = loadSearch,
) {
  const answered = shallowRef<Answered | null>(null)
  const rows = shallowRef<readonly Answer[]>([])
  const asked = shallowRef<string | null>(null)
  const hasFailed = shallowRef(false)
  /** Whether an answer, or a part of it, is still to be drawn. */
  const isBusy = computed(
    () =>
      asked.value !== null &&
      (asked.value !== answered.value?.question || rows.value !== answered.value.results),
  )
  let search: Search | null = null
  let isLoading = false
  let isOver = false

  function answer(find: Search, question: string) {
    const results = find(question)
    answered.value = { question, results }
    // The last rows stay for a frame, so that the dialog keeps its height.
    rows.value =
      results.length > AT_ONCE
        ? [...results.slice(0, AT_ONCE), ...rows.value.slice(AT_ONCE, results.length)]
        : results
    requestAnimationFrame(() => setTimeout(drawRest, 0, results))
    onAnswer(results)
  }

  function drawRest(results: readonly Answer[]) {
    if (answered.value?.results === results) rows.value = results
  }

  async function start() {
    isLoading = true
    try {
      search = await load()
      if (!isOver && asked.value !== null) answer(search, asked.value)
    } catch {
      asked.value = null
      hasFailed.value = true
    } finally {
      isLoading = false
    }
  }

  function ask(question: string) {
    hasFailed.value = false
    asked.value = question
    if (search !== null) answer(search, question)
    else if (!isLoading) void start()
  }

  onScopeDispose(() => {
    isOver = true
  })

  return { answered, rows, isBusy, hasFailed, ask }
}
