import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** Whether a media query matches; updated until the component is unmounted. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const list = matchMedia(query)
  const holds = shallowRef(list.matches)
  const follow = () => {
    holds.value = list.matches
  }
  list.addEventListener('change', follow)
  onScopeDispose(() => {
    list.removeEventListener('change', follow)
  })
  return holds
}
