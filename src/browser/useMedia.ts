import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { afterHydration } from './hydration'

/** Whether a media query matches; updated until the component is unmounted. false until the page is hydrated. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const holds = shallowRef(false)
  if (import.meta.env.SSR) return holds
  const list = matchMedia(query)
  const follow = () => {
    holds.value = list.matches
  }
  afterHydration(follow)
  list.addEventListener('change', follow)
  onScopeDispose(() => {
    list.removeEventListener('change', follow)
  })
  return holds
}
