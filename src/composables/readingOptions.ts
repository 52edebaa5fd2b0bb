import { computed, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { writeStored } from '../browser/storage'
import { firstLanguage, langTag } from '../i18n/i18n'
import type { Reading } from '../i18n/i18n'
import { shell } from '../i18n/messages/shell'
import { useI18n } from '../i18n/useI18n'

const OPTIONS = [
  { value: 'zh', label: shell.chinese, lang: 'zh-CN' },
  { value: 'en', label: shell.english, lang: 'en' },
  { value: 'both', label: shell.both, lang: 'zh-CN' },
] as const

export interface ReadingOption {
  readonly value: Reading
  readonly label: string
  readonly lang: string
}

/** The readings to choose from; each language is named in itself. */
export function useReadingOptions(): ComputedRef<readonly ReadingOption[]> {
  const { t } = useI18n()
  return computed(() => OPTIONS.map((one) => ({ ...one, label: t(one.label) })))
}

/** For a window whose address has no reading: keeps the choice for the next visit, and says the page's language. */
export function useStoredReading(): void {
  const { reading } = useI18n()
  watch(reading, (chosen) => {
    writeStored('reading', chosen)
    document.documentElement.lang = langTag(firstLanguage(chosen))
  })
}
