import { onScopeDispose, watchEffect } from 'vue'
import type { Ref } from 'vue'

/** Marks the document while the call is presented, for its larger type. */
export function usePresenter(isOn: Readonly<Ref<boolean>>): void {
  const root = document.documentElement
  watchEffect(() => {
    root.toggleAttribute('data-presenting', isOn.value)
  })
  onScopeDispose(() => {
    root.removeAttribute('data-presenting')
  })
}
