import { onScopeDispose, shallowRef, watch, watchEffect } from 'vue'
import { readStored, writeStored } from '../browser/storage'

/** A switch that is stored for the visit. */
function keptSwitch(key: string) {
  const isOn = shallowRef(readStored(key, 'visit') === 'true')
  watch(isOn, (now) => {
    writeStored(key, String(now), 'visit')
  })
  return isOn
}

/** Presenting on a projector: large type, with or without the lesson. Both are stored for the visit. */
export function usePresenter() {
  const isPresenting = keptSwitch('presenting')
  const isLessonHidden = keptSwitch('note-hidden')
  const root = document.documentElement

  watchEffect(() => {
    root.toggleAttribute('data-presenting', isPresenting.value)
  })
  onScopeDispose(() => {
    root.removeAttribute('data-presenting')
  })

  return {
    isPresenting,
    isLessonHidden,
    togglePresenting() {
      isPresenting.value = !isPresenting.value
    },
    /** The lesson can be hidden only while presenting. */
    toggleLesson() {
      if (isPresenting.value) isLessonHidden.value = !isLessonHidden.value
    },
  }
}
