import { shallowRef } from 'vue'

/** Something that failed where no other part of the page says so. */
export interface Failure {
  /** `load`: a file of the app did not arrive. `fault`: the app itself made a mistake. */
  readonly kind: 'load' | 'fault'
  /** What the browser said: foreign text, to be shown as text. */
  readonly text: string
  /** Where a reload is to lead; null for the page as it is. */
  readonly address: string | null
}

/** The failure that the notice shows; null when there is none. Only the first is kept: later ones follow from it. */
export const failure = shallowRef<Failure | null>(null)

const failedLoads = new WeakSet<object>()
const toldErrors = new WeakSet<object>()

/** What Chromium, Firefox and Safari say of a module, and Vite of a style sheet, that did not arrive. */
const LOAD_TEXT = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i

/** Whether an exception says that a file of the app could not be fetched. */
export function isLoadFailure(error: unknown): boolean {
  if (isObject(error) && failedLoads.has(error)) return true
  return error instanceof Error && LOAD_TEXT.test(error.message)
}

/** Remembers that an exception is already on screen, so that nothing else reports it. */
export function markTold(error: unknown): void {
  if (isObject(error)) toldErrors.add(error)
}

/** Shows a failure, once. `address`: where the learner wanted to go, if that is what failed. */
export function reportFailure(error: unknown, address: string | null = null): void {
  if (isObject(error) && toldErrors.has(error)) return
  markTold(error)
  const kind = isLoadFailure(error) ? 'load' : 'fault'
  failure.value ??= { kind, text: textOf(error), address }
  // A mistake of ours is for developers too; a file that did not arrive is no mistake, and the browser has listed it.
  // eslint-disable-next-line no-console -- nothing else tells a developer where the mistake is
  if (kind === 'fault') console.error(error)
}

/** Listens to what no component catches: rejected promises, exceptions of handlers, chunks that did not arrive. */
export function watchFailures(target: Window): void {
  // Sent by Vite's loader before it throws the same error (https://vite.dev/guide/build#load-error-handling).
  target.addEventListener('vite:preloadError', (event) => {
    failedLoads.add(event.payload)
  })
  target.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    reportFailure(event.reason)
  })
  target.addEventListener('error', ({ error }) => {
    // The browser itself writes this one to the console. A resource that failed to load has no exception.
    if (isObject(error)) failure.value ??= { kind: 'fault', text: textOf(error), address: null }
  })
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
