import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'

const PERIOD = 1000

/** Calls `ask` at once and then every second, while this panel and the page are visible. */
export function useSampling(ask: () => void): void {
  const visibility = useDocumentVisibility()

  useIntervalFn(
    () => {
      if (visibility.value !== 'hidden') ask()
    },
    PERIOD,
    { immediateCallback: true },
  )
}
