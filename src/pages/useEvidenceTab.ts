import { computed, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EvidenceTab } from '../../machines/steps'
import type { CallFrame } from '../session/callFrame'
import { tabForLesson, tabOf, tabsOf } from '../evidence/evidenceTabs'
import type { ShownTab } from '../evidence/evidenceTabs'
import type { LessonId } from '../lessons/lessonIds'

/** The open tab: the learner's choice, which the address keeps until a restart; otherwise that of the step. */
export function useEvidenceTab(
  frame: Readonly<Ref<CallFrame>>,
  lesson: Readonly<Ref<LessonId>>,
): { tab: ComputedRef<ShownTab>; choose(tab: ShownTab | null): void } {
  const route = useRoute()
  const router = useRouter()
  const named = computed(() => tabOf(route.query))
  /** An address may name a tab that this call has only later. */
  const chosen = computed(() => tabsOf(frame.value.now).find((tab) => tab === named.value) ?? null)
  // While the call runs to a target, the current tab stays; it switches once, at the end.
  const fitting = computed<EvidenceTab>((before) =>
    before !== undefined && frame.value.runningTo !== null
      ? before
      : tabForLesson(lesson.value, frame.value.view),
  )

  function choose(tab: ShownTab | null) {
    const { tab: _before, view: _olderAddress, ...query } = route.query
    void router.replace({ query: tab === null ? query : { ...query, tab } })
  }

  // A new call has a new trace; looking back shows a part of the same trace.
  watch(
    () => frame.value.now.trace.events[0],
    (_now, before) => {
      if (before === undefined || named.value === null) return
      // A restart also navigates to the first step; a second navigation at once would cancel it.
      setTimeout(() => {
        choose(null)
      })
    },
  )

  return { tab: computed(() => chosen.value ?? fitting.value), choose }
}
