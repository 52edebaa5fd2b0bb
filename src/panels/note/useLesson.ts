import { computed, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { reading } from '../../i18n/useI18n'
import type { LessonId } from '../../lessons/lessonIds'
import type { Lesson } from '../../lessons/lessons'
import { loadLessons } from '../../lessons/lessons'

type Lessons = Record<string, Lesson>

/** The lesson in focus in the learner's reading. The old text stays until the new one is there. */
export function useLesson(id: Ref<LessonId>) {
  const loaded = shallowRef<{ zh: Lessons | null; en: Lessons | null }>({ zh: null, en: null })
  const shown = shallowRef(reading.value)
  const hasFailed = shallowRef(false)

  async function load() {
    const asked = reading.value
    hasFailed.value = false
    try {
      const languages = asked === 'both' ? (['zh', 'en'] as const) : ([asked] as const)
      const found = await Promise.all(languages.map(async (one) => [one, await loadLessons(one)] as const))
      if (asked !== reading.value) return
      loaded.value = { ...loaded.value, ...Object.fromEntries(found) }
      shown.value = asked
    } catch {
      hasFailed.value = true
    }
  }

  watch(reading, load, { immediate: true })

  const lesson = computed(() => {
    const { zh, en } = loaded.value
    const first = (shown.value === 'en' ? en : zh)?.[id.value] ?? null
    const twin = shown.value === 'both' ? (en?.[id.value] ?? null) : null
    return first && { first, twin, reading: shown.value }
  })

  return { lesson, hasFailed, load }
}
