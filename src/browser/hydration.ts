import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** The element that the app fills; `data-rendered` says that the build has filled it with the same components. */
export const APP = '#app'

let isHydrating = typeof document !== 'undefined' && document.querySelector(`${APP}[data-rendered]`) !== null
const waiting: (() => void)[] = []

/**
 * A value that only the browser knows. While the browser hydrates a page it is `initial`, which is what the build
 * rendered, because `read` finds nothing there; after that it is what `read` returns.
 */
export function browserValue<T>(initial: T, read: () => T): ShallowRef<T> {
  const value = shallowRef(initial)
  afterHydration(() => {
    value.value = read()
  })
  return value
}

/** Runs something as soon as the page is hydrated: at once if that has happened. */
export function afterHydration(run: () => void): void {
  if (isHydrating) waiting.push(run)
  else run()
}

/** Called once the app is mounted on what the build rendered. */
export function endHydration(): void {
  isHydrating = false
  for (const run of waiting.splice(0)) run()
}

/** Makes what the build rendered equal to what the app renders, where a file of the build cannot be. */
export function adoptRendered(page: HTMLElement): void {
  // The page does not know its host's folder. Links that stay relative would be wrong once the address has changed.
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]'))
    if (link.host === location.host) link.setAttribute('href', link.pathname + link.search + link.hash)
  // The policy allows style attributes only by script (build/rendered-page.ts).
  for (const element of page.querySelectorAll<HTMLElement | SVGElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? ''
    element.removeAttribute('data-style')
  }
}
