import type { PageMessage } from '../../service-worker/messages'

/**
 * Milliseconds from the learner's click to the request to the worker. Chromium switches at once only if the old worker
 * is answering nothing then, and half a minute later otherwise; the delay lets a newly opened tab finish loading.
 */
const QUIET = 2_000

export interface OfflineWorld {
  /** Undefined on insecure pages and in some private windows. */
  container: ServiceWorkerContainer | undefined
  /** The app's root, with its trailing slash: the scope of the worker. */
  root: string
  /** Whether the learner wants to save data (Save-Data; https://wicg.github.io/savedata/). */
  savesData: boolean
  /** The address of the script this page runs. */
  script: string
  /** Called when a new version is ready, with a function that loads it. */
  onUpdate(load: () => void): void
  reload(): void
}

/**
 * Lets the service worker store the app for use without network, and reports a newer version. Never changes the version
 * of an open page. Where storage is blocked or full, the app works online as before.
 */
export async function keepOffline(world: OfflineWorld): Promise<void> {
  const { container, root, savesData, script, onUpdate, reload } = world
  if (container === undefined) return
  // An app that is already stored is kept up to date.
  if (savesData && container.controller === null) return
  let isControlled = container.controller !== null
  let isLoading = false

  let registration: ServiceWorkerRegistration
  try {
    registration = await container.register(`${root}sw.js`, { scope: root })
    post(registration.active, { type: 'started', script })
  } catch {
    return
  }

  function load() {
    if (isLoading) return
    isLoading = true
    setTimeout(askForTurn, QUIET)
  }

  function askForTurn() {
    if (registration.waiting === null) reload()
    else post(registration.waiting, { type: 'take-over' })
  }

  function look() {
    if (registration.waiting !== null && registration.active !== null) onUpdate(load)
  }

  function watchInstalling() {
    registration.installing?.addEventListener('statechange', look)
  }

  container.addEventListener('controllerchange', () => {
    if (isLoading) reload()
    // Another tab has loaded the new version; this one continues with its own.
    else if (isControlled) onUpdate(load)
    isControlled = true
  })
  registration.addEventListener('updatefound', watchInstalling)
  watchInstalling()
  look()
}

function post(worker: ServiceWorker | null, message: PageMessage) {
  worker?.postMessage(message)
}
