import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import type { End } from '../../machines/steps'
import { useCall } from '../call/callStore'
import type { StatsSample } from '../call/statsRecorder'

const PERIOD = 1000

/**
 * Has statistics taken once a second while this panel and the page are seen. Gives those up to the moment on
 * screen: a moment lasts until the next entry of the log, and the newest lasts on.
 */
export function useSamples(): ComputedRef<Record<End, readonly StatsSample[]>> {
  const call = useCall()
  const visibility = useDocumentVisibility()

  useIntervalFn(
    () => {
      if (visibility.value !== 'hidden') void call.takeSample()
    },
    PERIOD,
    { immediateCallback: true },
  )

  return computed(() => {
    const until = call.entryAt(call.view.value.entries.length + 1)?.at ?? Infinity
    const samples = call.samples.value.filter(({ at }) => at <= until)
    return {
      caller: samples.filter(({ end }) => end === 'caller'),
      callee: samples.filter(({ end }) => end === 'callee'),
    }
  })
}
