import { computed, inject } from 'vue'
import type { ComputedRef } from 'vue'
import { useLazyCall } from './lazyCall'
import { CALL } from './callStore'
import type { CallView } from './callView'

/** What is on screen of the call around a component, or of the page's own; null while there is none. */
export function useCallView(): ComputedRef<CallView | null> {
  const around = inject(CALL, null)
  const { call } = useLazyCall()
  return computed(() => (around ?? call.value)?.view.value ?? null)
}
