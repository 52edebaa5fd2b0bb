import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { firstLanguage } from '../../i18n/i18n'
import { reading } from '../../i18n/useI18n'
import { loadWords } from '../../predict/questionWords'

/** Loads the questions' words in the learner's reading; true once they are loaded. */
export function useQuestionWords(): Readonly<Ref<boolean>> {
  const isReady = shallowRef(false)

  async function load() {
    const languages = reading.value === 'both' ? (['zh', 'en'] as const) : [firstLanguage(reading.value)]
    try {
      await Promise.all(languages.map(loadWords))
      isReady.value = true
    } catch {
      // Questions are optional. If loading fails, the note is complete without them and reports the failure itself.
    }
  }

  watch(reading, load, { immediate: true })
  return isReady
}
