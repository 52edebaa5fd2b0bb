import { computed, shallowRef } from 'vue'
import { fill, firstLanguage } from './i18n'
import type { Message, Reading, Values } from './i18n'

/** The page's reading; the address sets it (src/router.ts). */
export const reading = shallowRef<Reading>('zh')

const language = computed(() => firstLanguage(reading.value))
const isBoth = computed(() => reading.value === 'both')

/** A text in the first language of the reading. For a text in both languages, use BiText.vue. */
function t<M extends Message>(message: M, ...values: Values<M>): string {
  return fill(message[language.value], values[0])
}

/** The English text in the 双语 reading, otherwise null. */
function secondary<M extends Message>(message: M, ...values: Values<M>): string | null {
  return isBoth.value ? fill(message.en, values[0]) : null
}

/** The messages in the learner's reading. */
export function useI18n() {
  return { reading, language, isBoth, t, secondary }
}
