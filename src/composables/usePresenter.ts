import { useSessionStorage } from '@vueuse/core'
import { onScopeDispose, watchEffect } from 'vue'

/** Presenting on a projector: large type, the note shown or not. Both are kept for the visit. */
export function usePresenter() {
  const isPresenting = useSessionStorage('handshake.presenting', false)
  const isNoteHidden = useSessionStorage('handshake.note-hidden', false)
  const root = document.documentElement

  watchEffect(() => {
    root.toggleAttribute('data-presenting', isPresenting.value)
  })
  onScopeDispose(() => {
    root.removeAttribute('data-presenting')
  })

  return {
    isPresenting,
    isNoteHidden,
    togglePresenting() {
      isPresenting.value = !isPresenting.value
    },
    /** Elsewhere than on a projector the note stays: it is the lesson. */
    toggleNote() {
      if (isPresenting.value) isNoteHidden.value = !isNoteHidden.value
    },
  }
}
