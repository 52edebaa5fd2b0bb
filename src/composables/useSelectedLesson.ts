import { computed, inject } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { lessonOfAddress } from './selectedLesson'

/** The selected lesson as the deferred panels see it (src/pages/LateCall.vue). */
export const SELECTED_LESSON: InjectionKey<ComputedRef<LessonId>> = Symbol('selected lesson')

export interface SelectedLesson {
  selected: ComputedRef<LessonId>
  /** The step that was chosen last, before `selected` follows (src/pages/LateCall.vue). */
  chosen: ComputedRef<LessonId>
  select(id: LessonId): void
}

/** The lesson that the text, the map and the evidence are about. It comes from the address. */
export function useSelectedLesson(): SelectedLesson {
  const route = useRoute()
  const router = useRouter()
  const chosen = computed(() => lessonOfAddress(route.params['step']))
  const selected = inject(SELECTED_LESSON, null) ?? chosen

  function select(id: LessonId) {
    const { query } = route
    void router.push({ name: 'call', params: { reading: reading.value, step: id }, query })
  }

  return { selected, chosen, select }
}
