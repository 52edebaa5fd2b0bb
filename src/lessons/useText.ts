import { computed, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { reading } from '../i18n/useI18n'
import type { LessonLanguage, Texts } from './lessons'

/** All texts of a kind in the languages of the reading. The old ones stay until the new ones are there. */
export function useTexts(loadTexts: (language: LessonLanguage) => Promise<Texts>) {
  const texts = shallowRef<{ zh: Texts | null; en: Texts | null }>({ zh: null, en: null })
  const shown = shallowRef(reading.value)
  const hasFailed = shallowRef(false)

  async function load() {
    const asked = reading.value
    hasFailed.value = false
    try {
      const languages = asked === 'both' ? (['zh', 'en'] as const) : ([asked] as const)
      const found = await Promise.all(languages.map(async (one) => [one, await loadTexts(one)] as const))
      if (asked !== reading.value) return
      texts.value = { ...texts.value, ...Object.fromEntries(found) }
      shown.value = asked
    } catch {
      hasFailed.value = true
    }
  }

  watch(reading, load, { immediate: true })

  return { texts, shown, hasFailed, load }
}

/** The text of one id in the learner's reading, in 双语 with its twin. */
export function useText(id: Ref<string>, loadTexts: (language: LessonLanguage) => Promise<Texts>) {
  const { texts, shown, hasFailed, load } = useTexts(loadTexts)
  const lesson = computed(() => {
    const { zh, en } = texts.value
    const first = (shown.value === 'en' ? en : zh)?.[id.value] ?? null
    const twin = shown.value === 'both' ? (en?.[id.value] ?? null) : null
    return first && { first, twin, reading: shown.value }
  })
  return { lesson, hasFailed, load }
}
