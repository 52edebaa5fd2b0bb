import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** The element that the app fills. */
export const APP = '#app'

let isHydrating = typeof document !== 'undefined' && isRendered(document.querySelector(APP))
const waiting: (() => void)[] = []

/**
 * A value that only the browser knows. While the build renders a page and the browser hydrates it, it is `initial`; after
 * that it is what `read` returns.
 */
export function browserValue<T>(initial: T, read: () => T): ShallowRef<T> {
  const value = shallowRef(initial)
  afterHydration(() => {
    value.value = read()
  })
  return value
}

/** Runs something as soon as the page is hydrated: at once if that has happened, never while the build renders. */
export function afterHydration(run: () => void): void {
  if (import.meta.env.SSR) return
  if (isHydrating) waiting.push(run)
  else run()
}

/** Whether the page is hydrated: false while the build renders it and the browser hydrates it. */
export const isHydrated = browserValue(false, () => true)

/**
 * Whether the build has rendered what the app shows first at this address. The call's pages are rendered as they are
 * without query and fragment (`data-rendered="bare"`), which may open a tab, a moment, a room or a recording.
 */
export function isRendered(page: HTMLElement | null): page is HTMLElement {
  const rendered = page?.dataset['rendered']
  return rendered !== undefined && (rendered !== 'bare' || location.search + location.hash === '')
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
