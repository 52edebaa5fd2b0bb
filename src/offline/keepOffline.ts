import type { PageMessage } from '../../service-worker/messages'

/**
 * Milliseconds from the learner's wish to the worker's. Chromium hands over at once only if the worker of before
 * answers nothing at that moment, and half a minute later otherwise: a tab that has just been opened is let finish.
 */
const QUIET = 2_000

export interface OfflineWorld {
  /** Undefined on insecure pages and in some private windows. */
  container: ServiceWorkerContainer | undefined
  /** The app's root, with its last slash: the worker rules nothing above it. */
  root: string
  /** Whether the learner pays for every byte (Save-Data; https://wicg.github.io/savedata/). */
  savesData: boolean
  /** The address of the script this page runs. */
  script: string
  /** Called when a new version is ready, with how to load it. */
  onUpdate(load: () => void): void
  reload(): void
}

/**
 * Lets the service worker keep the app for use without network, and tells when it has a newer one. Never changes the
 * version under a page. Where nothing may be kept, or there is no room, all stays as it is online.
 */
export async function keepOffline(world: OfflineWorld): Promise<void> {
  const { container, root, savesData, script, onUpdate, reload } = world
  if (container === undefined) return
  // What is kept already is worth keeping up to date.
  if (savesData && container.controller === null) return
  let isControlled = container.controller !== null
  let isLoading = false

  let registration: ServiceWorkerRegistration
  try {
    registration = await container.register(`${root}sw.js`, { scope: root })
    tell(registration.active, { type: 'started', script })
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
    else tell(registration.waiting, { type: 'take-over' })
  }

  function look() {
    if (registration.waiting !== null && registration.active !== null) onUpdate(load)
  }

  function watchInstalling() {
    registration.installing?.addEventListener('statechange', look)
  }

  container.addEventListener('controllerchange', () => {
    if (isLoading) reload()
    // Another tab has loaded the new version; this one goes on with its own.
    else if (isControlled) onUpdate(load)
    isControlled = true
  })
  registration.addEventListener('updatefound', watchInstalling)
  watchInstalling()
  look()
}

function tell(worker: ServiceWorker | null, message: PageMessage) {
  worker?.postMessage(message)
}
