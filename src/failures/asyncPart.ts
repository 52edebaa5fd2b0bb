import { defineAsyncComponent, h } from 'vue'
import type { AsyncComponentLoader, Component, FunctionalComponent } from 'vue'
import { isHydrated } from '../browser/hydration'
import { idle } from '../browser/whenIdle'
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

/**
 * Loads what `asyncPart` made before it is rendered. After that it renders at once, without a placeholder, and is
 * hydrated with the component around it; a module that is only imported would be hydrated later.
 */
export async function loadPart(part: Component): Promise<void> {
  // Vue has no public name for it.
  await (part as { __asyncLoader?: () => Promise<unknown> }).__asyncLoader?.()
}

/** The same as `asyncPart` for a dialog, notice or banner, which has no place in the page: the page's failure notice reports it. */
export function asyncOverlay<T extends Component>(load: AsyncComponentLoader<T>): T {
  return defineAsyncComponent({ loader: load, errorComponent: { render: () => null } })
}

/**
 * What `make` (asyncPart or asyncOverlay) makes for something that can wait until the browser is idle. It is not
 * rendered at build time, and a page is hydrated without it.
 */
export function asyncLater<T extends Component>(
  make: (load: AsyncComponentLoader<T>) => T,
  load: AsyncComponentLoader<T>,
): T {
  const part = make(() => idle().then(load))
  const later: FunctionalComponent = (_props, { attrs, slots }) =>
    isHydrated.value ? h(part, attrs, slots) : null
  later.inheritAttrs = false
  return later as unknown as T
}

/** Loads something before it is needed. A failure is ignored: it is loaded again when needed. */
export function preload(load: () => Promise<unknown>): void {
  load().catch(() => undefined)
}
