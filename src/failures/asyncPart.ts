import { defineAsyncComponent } from 'vue'
import type { AsyncComponentLoader, Component } from 'vue'
import { isLoadFailure, markShown } from './failures'
import PartFailure from './PartFailure.vue'

/** A component that is loaded when it is first rendered. If loading fails, a message with a retry takes its place. */
export function asyncPart<T extends Component>(load: AsyncComponentLoader<T>): T {
  return defineAsyncComponent({
    loader: () =>
      load().catch((error: unknown) => {
        if (isLoadFailure(error)) markShown(error)
        throw error
      }),
    errorComponent: PartFailure,
  })
}

/** The same for a dialog, notice or banner, which has no place in the page: the page's failure notice reports it. */
export function asyncOverlay<T extends Component>(load: AsyncComponentLoader<T>): T {
  return defineAsyncComponent({ loader: load, errorComponent: { render: () => null } })
}

/** Loads something before it is needed. A failure is ignored: it is loaded again when needed. */
export function preload(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}
