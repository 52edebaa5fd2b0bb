import { computed, inject } from 'vue'
import type { ComputedRef } from 'vue'
import { CALL } from './callSession'
import type { CallView } from './callView'
import { useLazyCall } from './lazyCall'
import { FRAME } from './useFrame'

/** What is on screen of the call around a component, or else of the page's own call; null while there is none. */
export function useCallView(): ComputedRef<CallView | null> {
  const around = inject(FRAME, null) ?? inject(CALL, null)?.frame
  const { call } = useLazyCall()
  return computed(() => (around ?? call.value?.frame)?.value.view ?? null)
}
