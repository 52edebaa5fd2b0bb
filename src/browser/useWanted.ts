import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'

/**
 * Whether a dialog has ever been open. It is fetched on the first opening and stays mounted afterwards, because
 * closing can return the focus only while the element exists.
 */
export function useWanted(isOpen: Readonly<Ref<boolean>>): Readonly<Ref<boolean>> {
  const wanted = shallowRef(isOpen.value)
  watch(isOpen, () => (wanted.value = true), { flush: 'sync', once: true })
  return wanted
}
