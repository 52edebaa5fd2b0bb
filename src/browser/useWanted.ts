import { shallowRef, watch } from 'vue'
import type { Ref } from 'vue'

/**
 * Whether a dialog has ever been open. Its code is loaded at the first opening. It then stays mounted, because closing
 * can restore the focus only while the element exists.
 */
export function useWanted(isOpen: Readonly<Ref<boolean>>): Readonly<Ref<boolean>> {
  const wanted = shallowRef(isOpen.value)
  watch(isOpen, () => (wanted.value = true), { flush: 'sync', once: true })
  return wanted
}
