import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { reading } from '../i18n/useI18n'
import type { LessonId } from '../lessons/lessonIds'
import { lessonOfAddress } from './selectedLesson'

export interface SelectedLesson {
  selected: ComputedRef<LessonId>
  select(id: LessonId): void
}

/** The lesson that the text, the map and the evidence are about. It comes from the address. */
export function useSelectedLesson(): SelectedLesson {
  const route = useRoute()
  const router = useRouter()
  const selected = computed(() => lessonOfAddress(route.params['step']))

  function select(id: LessonId) {
    const { query } = route
    void router.push({ name: 'call', params: { reading: reading.value, step: id }, query })
  }

  return { selected, select }
}
