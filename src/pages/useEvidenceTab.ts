import { computed, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { EvidenceTab } from '../../machines/steps'
import { evidenceLook } from '../composables/evidenceLook'
import type { CallFrame } from '../session/callFrame'
import { tabForLesson, tabOf, tabsOf } from '../evidence/evidenceTabs'
import type { ShownTab } from '../evidence/evidenceTabs'
import type { LessonId } from '../lessons/lessonIds'

/**
 * The open tab: the learner's choice, which the address keeps until a restart; otherwise that of the step. A tab that a
 * link in a note opened stays for that lesson only.
 */
export function useEvidenceTab(
  frame: Readonly<Ref<CallFrame>>,
  lesson: Readonly<Ref<LessonId>>,
): {
  tab: ComputedRef<ShownTab>
  /** Whether the tab is that of the step. */
  follows: ComputedRef<boolean>
  choose(tab: ShownTab): void
  follow(on: boolean): void
} {
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
  const tab = computed(() => chosen.value ?? fitting.value)

  function write(tab: ShownTab | null) {
    const { tab: _before, view: _olderAddress, ...query } = route.query
    void router.replace({ query: tab === null ? query : { ...query, tab } })
  }

  function choose(tab: ShownTab | null) {
    evidenceLook.value = null
    write(tab)
  }

  /** The choice before a link opened another tab. */
  let back: ShownTab | null = null
  watch(
    evidenceLook,
    (look, before) => {
      if (look === null) return
      if (before == null) back = named.value
      write(look.tab)
    },
    { immediate: true },
  )
  watch(lesson, () => {
    if (evidenceLook.value === null) return
    evidenceLook.value = null
    later(back)
  })

  // A new call has a new trace; looking back shows a part of the same trace.
  watch(
    () => frame.value.now.trace.events[0],
    (_now, before) => {
      if (before === undefined || named.value === null) return
      evidenceLook.value = null
      later(null)
    },
  )

  /** The page may be on its way to a step, and a second navigation at once would cancel that. */
  function later(tab: ShownTab | null) {
    setTimeout(() => {
      write(tab)
    })
  }

  return {
    tab,
    follows: computed(() => chosen.value === null),
    choose,
    follow(on) {
      choose(on ? null : tab.value)
    },
  }
}
