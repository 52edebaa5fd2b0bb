import { useRoute, useRouter } from 'vue-router'

/** Opens the slots tab, from anywhere on the page of the call. */
export function useSlots(): { open(): void } {
  const route = useRoute()
  const router = useRouter()

  return {
    open() {
      void router.replace({ query: { ...route.query, tab: 'slots' } })
    },
  }
}
