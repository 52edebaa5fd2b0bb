import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useEventListener, useResizeObserver } from '@vueuse/core'

/** Px. The range moves in steps of this size, so that most scrolling changes nothing. */
const STEP = 400

/** The visible range of a scroller's content, with a margin on both sides; px from the content's top. */
export function useSight(scroller: Readonly<Ref<HTMLElement | null>>): {
  from: ComputedRef<number>
  to: ComputedRef<number>
} {
  const top = shallowRef(0)
  const height = shallowRef(0)
  const read = () => {
    top.value = scroller.value?.scrollTop ?? 0
    height.value = scroller.value?.clientHeight ?? 0
  }
  useEventListener(scroller, 'scroll', read, { passive: true })
  useResizeObserver(scroller, read)
  watch(scroller, read, { immediate: true })

  const from = computed(() => (Math.floor(top.value / STEP) - 1) * STEP)
  return { from, to: computed(() => from.value + height.value + 3 * STEP) }
}
