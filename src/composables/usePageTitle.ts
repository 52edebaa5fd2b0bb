import { watchEffect } from 'vue'
import type { Message } from '../i18n/i18n'
import { useI18n } from '../i18n/useI18n'
import { titleOf } from './pageTitle'

/** Gives the tab the title of a page whose words are not in the first view of every page. */
export function usePageTitle(title: Message): void {
  if (import.meta.env.SSR) return
  const { reading } = useI18n()
  watchEffect(() => {
    document.title = titleOf(reading.value, title)
  })
}
