import { computed, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EvidenceTab } from '../../machines/steps'
import { useCall } from '../call/callStore'
import { useSelectedLesson } from '../composables/useSelectedLesson'
import { tabForLesson, tabOf } from './evidenceTabs'

/** The open tab: the learner's choice, which the address keeps until a restart; otherwise the one of the step. */
export function useEvidenceTab(): { tab: ComputedRef<EvidenceTab>; choose(tab: EvidenceTab | null): void } {
  const call = useCall()
  const route = useRoute()
  const router = useRouter()
  const { selected } = useSelectedLesson()
  const chosen = computed(() => tabOf(route.query['tab']))
  // While the call runs to a target, the current tab stays; it switches once, at the end.
  const fitting = computed<EvidenceTab>((before) =>
    before !== undefined && call.runningTo.value !== null
      ? before
      : tabForLesson(selected.value, call.view.value),
  )

  function choose(tab: EvidenceTab | null) {
    const { tab: _before, ...query } = route.query
    void router.replace({ query: tab === null ? query : { ...query, tab } })
  }

  // A new call has a new log; a look back at this one shows a part of the same.
  watch(
    () => call.now.value.entries[0],
    (_now, before) => {
      if (before === undefined || chosen.value === null) return
      // A restart also navigates back to the first step; a second navigation at once would cancel that one.
      setTimeout(() => {
        choose(null)
      })
    },
  )

  return { tab: computed(() => chosen.value ?? fitting.value), choose }
}
