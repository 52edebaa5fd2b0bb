import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'

/**
 * Whether something has ever been open. A dialog is fetched when it first is, and stays afterwards: closing
 * gives the focus back only while the element is there.
 */
export function useWanted(isOpen: Readonly<Ref<boolean>>): Readonly<Ref<boolean>> {
  const wanted = shallowRef(isOpen.value)
  watch(isOpen, () => (wanted.value = true), { flush: 'sync', once: true })
  return wanted
}
