import { defineAsyncComponent } from 'vue'
import type { AsyncComponentLoader, Component } from 'vue'
import { isLoadFailure, markTold } from './failures'
import PartFailure from './PartFailure.vue'

/** A component that is fetched when it is first drawn. If it does not arrive, its place says so, with a way out. */
export function asyncPart<T extends Component>(load: AsyncComponentLoader<T>): T {
  return defineAsyncComponent({
    loader: () =>
      load().catch((error: unknown) => {
        if (isLoadFailure(error)) markTold(error)
        throw error
      }),
    errorComponent: PartFailure,
  })
}

/** The same for a dialog, notice or banner, whose place is empty anyway: the page's notice says that it did not arrive. */
export function asyncOverlay<T extends Component>(load: AsyncComponentLoader<T>): T {
  return defineAsyncComponent({ loader: load, errorComponent: { render: () => null } })
}

/** Fetches something before it is needed. If it does not arrive, nothing is said: it is fetched again when needed. */
export function preload(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}
