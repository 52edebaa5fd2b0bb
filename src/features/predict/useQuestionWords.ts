import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { firstLanguage } from '../../i18n/i18n'
import { reading } from '../../i18n/useI18n'
import { loadWords } from '../../predict/questionWords'

type WordsStatus = 'loading' | 'ready' | 'lost'

/** Loads the questions' words in the learner's reading. */
export function useQuestionWords(): Readonly<Ref<WordsStatus>> {
  const status = shallowRef<WordsStatus>('loading')

  async function load() {
    const languages = reading.value === 'both' ? (['zh', 'en'] as const) : [firstLanguage(reading.value)]
    try {
      await Promise.all(languages.map(loadWords))
      status.value = 'ready'
    } catch {
      // Questions are optional. If loading fails, the note is complete without them and reports the failure itself.
      if (status.value === 'loading') status.value = 'lost'
    }
  }

  watch(reading, load, { immediate: true })
  return status
}
