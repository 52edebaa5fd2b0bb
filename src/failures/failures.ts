import { shallowRef } from 'vue'

/** A failure that no other part of the page reports. */
export interface Failure {
  /** `load`: a file of the app could not be loaded. `fault`: an error in the app itself. */
  readonly kind: 'load' | 'fault'
  /** The browser's message: foreign text, to be shown as text. */
  readonly text: string
  /** Where a reload must lead; null for the current address. */
  readonly address: string | null
}

/**
 * The failure that the notice shows; null if there is none. Only the first is kept, because later ones follow from it.
 */
export const failure = shallowRef<Failure | null>(null)

const failedLoads = new WeakSet<object>()
const shownErrors = new WeakSet<object>()

/**
 * The messages of Chromium, Firefox and Safari about a module, and of Vite about a style sheet, that could not be
 * loaded.
 */
const LOAD_TEXT = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i

/** Whether an exception means that a file of the app could not be loaded. */
export function isLoadFailure(error: unknown): boolean {
  if (isObject(error) && failedLoads.has(error)) return true
  return error instanceof Error && LOAD_TEXT.test(error.message)
}

/** Marks an exception as shown, so that it is not reported again. */
export function markShown(error: unknown): void {
  if (isObject(error)) shownErrors.add(error)
}

/** Shows a failure, once. `address`: where the learner wanted to go, if that failed. */
export function reportFailure(error: unknown, address: string | null = null): void {
  if (isObject(error) && shownErrors.has(error)) return
  markShown(error)
  const kind = isLoadFailure(error) ? 'load' : 'fault'
  failure.value ??= { kind, text: textOf(error), address }
  // A mistake of ours is for developers too; a file that did not arrive is no mistake, and the browser has listed it.
  // eslint-disable-next-line no-console -- nothing else tells a developer where the mistake is
  if (kind === 'fault') console.error(error)
}

/**
 * Listens for errors that no component catches: rejected promises, exceptions of handlers, chunks that could not be
 * loaded.
 */
export function watchFailures(target: Window): void {
  // Vite's loader sends it before it throws the same error (https://vite.dev/guide/build#load-error-handling).
  target.addEventListener('vite:preloadError', (event) => {
    failedLoads.add(event.payload)
  })
  target.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    reportFailure(event.reason)
  })
  target.addEventListener('error', ({ error }) => {
    // The browser writes this error to the console itself. The error event of a resource has no exception.
    if (isObject(error)) failure.value ??= { kind: 'fault', text: textOf(error), address: null }
  })
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
