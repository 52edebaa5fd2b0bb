import { computed, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import type { Reading } from '../i18n/i18n'
import { reading } from '../i18n/useI18n'
import type { LessonLanguage } from '../lessons/lessons'
import type { TextStore } from '../lessons/textStore'
import { whenIdle } from '../browser/whenIdle'

const LANGUAGES: readonly LessonLanguage[] = ['zh', 'en']

/** The languages whose texts a reading shows. */
export function languagesOf(asked: Reading): readonly LessonLanguage[] {
  return asked === 'both' ? LANGUAGES : [asked]
}

/**
 * The text of one id in the learner's reading, with the English one if the reading is both languages. While another
 * language loads, the old text stays. Texts that may be needed next are loaded when the browser is idle.
 */
export function useText(id: Ref<string>, texts: TextStore) {
  const shown = shallowRef(reading.value)
  const hasFailed = shallowRef(false)

  async function load() {
    const asked = reading.value
    hasFailed.value = false
    try {
      await Promise.all(languagesOf(asked).map((language) => texts.fetchOne(language, id.value)))
      if (asked !== reading.value) return
      shown.value = asked
      whenIdle(() => void fetchNext(asked))
    } catch {
      hasFailed.value = true
    }
  }

  async function fetchNext(asked: Reading) {
    try {
      await Promise.all(languagesOf(asked).map(texts.fetchAll))
      await Promise.all(LANGUAGES.map((language) => texts.fetchOne(language, id.value)))
    } catch {
      // These were loaded in advance. A failure is shown when one of them is needed.
    }
  }

  watch([id, reading], load, { immediate: !import.meta.env.SSR })

  const lesson = computed(() => {
    const first = texts.get(shown.value === 'en' ? 'en' : 'zh', id.value)
    const secondary = shown.value === 'both' ? texts.get('en', id.value) : null
    return first && { first, secondary, reading: shown.value }
  })
  return { lesson, hasFailed, load }
}
