import { onScopeDispose, watchEffect } from 'vue'
import type { Ref } from 'vue'
import { hidesAnswers } from './presenting'

/** Marks the document while the call is presented, for its larger type, and holds the answers of guesses back. */
export function usePresenter(isOn: Readonly<Ref<boolean>>): void {
  if (import.meta.env.SSR) return
  const root = document.documentElement
  watchEffect(() => {
    root.toggleAttribute('data-presenting', isOn.value)
    hidesAnswers.value = isOn.value
  })
  onScopeDispose(() => {
    root.removeAttribute('data-presenting')
    hidesAnswers.value = false
  })
}
