import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Whether the SDP tab shows the slots instead of a text; the address stores it. */
export function useSlots(): { isOpen: ComputedRef<boolean>; open(): void; close(): void } {
  const route = useRoute()
  const router = useRouter()

  return {
    isOpen: computed(() => route.query['view'] === 'slots'),
    open() {
      void router.replace({ query: { ...route.query, tab: 'sdp', view: 'slots' } })
    },
    close() {
      const { view: _view, ...query } = route.query
      void router.replace({ query: { ...query, tab: 'sdp' } })
    },
  }
}
