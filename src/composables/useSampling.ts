import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'

const PERIOD = 1000

/** Asks for statistics at once, then once a second, while this panel and the page are seen. */
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
