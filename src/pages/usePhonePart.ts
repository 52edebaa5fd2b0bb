import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { evidenceLook } from '../composables/evidenceLook'
import { isLedOn } from '../composables/leadOn'

/** The parts of the call, of which a phone shows one at a time. */
export const PARTS = ['peers', 'evidence', 'steps', 'lesson'] as const

export type PhonePart = (typeof PARTS)[number]

/** The part on screen: an address that names a tab opens the evidence, and one that names a section the note. */
export function usePhonePart(): ShallowRef<PhonePart> {
  const route = useRoute()
  const part = shallowRef<PhonePart>('peers')

  watch(
    () => [route.query['tab'], route.query['view']].join(),
    (_now, before) => {
      // A restart takes the tab out of the address, and the part stays.
      if (route.query['tab'] !== undefined && (before !== undefined || route.hash === ''))
        part.value = 'evidence'
    },
    { immediate: true },
  )
  watch(
    () => route.hash,
    (hash) => {
      if (hash !== '') part.value = 'lesson'
    },
    { immediate: true },
  )
  // A link of the note and the main button lead to the evidence, also if the address names its tab already.
  watch([isLedOn, evidenceLook], ([isLed, look]) => {
    if (isLed || look !== null) part.value = 'evidence'
  })

  return part
}
