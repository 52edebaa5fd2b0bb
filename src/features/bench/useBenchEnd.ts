import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { BenchIntent, BenchState } from '../../../machines/bench/benchContracts'
import type { EndContext } from '../../../machines/contracts'
import type { End } from '../../../machines/steps'
import { useCall } from '../../session/callSession'
import { plays } from '../../tabs/tabsState'
import { withRole } from '../../trace/trace'

/** An end of a bench at the moment on screen, as its parts on the page read it. */
export interface BenchEndState {
  /** null before the first moment of the bench is read. */
  readonly context: ComputedRef<EndContext | null>
  readonly bench: ComputedRef<BenchState | null>
  /** Whether another tab plays this end, which is only looked at here. */
  readonly isElsewhere: ComputedRef<boolean>
  /** Whether anything can run: at the newest moment of a bench that is not over, at an end that this tab plays. */
  readonly isOpen: ComputedRef<boolean>
  send(intent: BenchIntent): void
}

/** One end of the bench around a component. */
export function useBenchEnd(end: () => End): BenchEndState {
  const { frame, controls } = useCall()
  const context = computed(() => {
    const { connections } = frame.value.view
    return withRole(connections, end())?.end?.context ?? null
  })
  const isElsewhere = computed(() => !plays(frame.value.tabs, end()))
  return {
    context,
    bench: computed(() => context.value?.bench ?? null),
    isElsewhere,
    isOpen: computed(
      () =>
        controls !== null &&
        !isElsewhere.value &&
        frame.value.view.live &&
        context.value !== null &&
        context.value.closedBy === null,
    ),
    send(intent) {
      controls?.send(end(), intent)
    },
  }
}
