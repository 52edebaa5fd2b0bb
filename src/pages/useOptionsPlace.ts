import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { isRunIntent } from '../projections/runs'
import { useCall } from '../session/callSession'

/**
 * Where the options of the call are: on the page until its first step has run, afterwards behind a button. A tab that
 * watches cannot change them: nowhere.
 */
export function useOptionsPlace(): ComputedRef<'page' | 'dialog' | 'nowhere'> {
  const { frame, controls } = useCall()
  const hasRun = computed(() => frame.value.now.trace.events.some(isRunIntent))
  const isWatching = computed(() => /^(full|watching)$/.test(frame.value.tabs?.status ?? ''))
  return computed(() => {
    if (isWatching.value) return 'nowhere'
    return controls === null || hasRun.value ? 'dialog' : 'page'
  })
}
