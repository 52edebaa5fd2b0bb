import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { firstLanguage } from '../../i18n/i18n'
import { reading } from '../../i18n/useI18n'
import { loadWords } from '../../predict/questionWords'

/** Loads the questions' words in the learner's reading; true once there are any to show. */
export function useQuestionWords(): Readonly<Ref<boolean>> {
  const isReady = shallowRef(false)

  async function load() {
    const languages = reading.value === 'both' ? (['zh', 'en'] as const) : [firstLanguage(reading.value)]
    try {
      await Promise.all(languages.map(loadWords))
      isReady.value = true
    } catch {
      // Questions are optional: without them the note is whole. The note says when loading fails.
    }
  }

  watch(reading, load, { immediate: true })
  return isReady
}
