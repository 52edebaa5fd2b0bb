import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import { createPageApp } from './pageApp'
import { loadPageText } from './pages/pageText'
import { createAppRouter } from './router'
import { CALL } from './session/callSession'
import type { CallWorld } from './session/callWorld'
import { createCall } from './session/createCall'
import { createLazyCall } from './session/lazyCall'

/** A page as HTML, and the components on it, as paths below the project's folder. */
export interface Rendered {
  readonly html: string
  readonly components: readonly string[]
}

function never(): never {
  throw new Error('no step runs while a page is rendered')
}

/** A world in which a call is opened and nothing happens, because its engine never comes. */
const stillWorld: CallWorld = {
  engine: () => new Promise(() => undefined),
  openChannel: never,
  loadRelay: never,
  connect: never,
  openMedia: never,
  patience: { read: () => 'unknown', keep: never },
  locks: undefined,
  nextFrame: () => undefined,
  afterPaint: () => undefined,
}

/**
 * Renders the page of one address, such as `/en/concepts/nat/`, as the browser will hydrate it. Only the build calls it.
 * Its links begin at the root of the app: `/en/glossary/`.
 */
export async function render(path: string): Promise<Rendered> {
  const lazyCall = createLazyCall(() => {
    const call = createCall(stillWorld)
    app.provide(CALL, call)
    return Promise.resolve(call)
  })
  const router = createAppRouter('/', lazyCall.open, createMemoryHistory())
  const app = createPageApp(router, lazyCall, true)
  await router.push(path)
  await loadPageText(router.currentRoute.value)
  // Vue's plugin for Vite registers each component that is rendered.
  const context: { modules?: Set<string> } = {}
  const html = await renderToString(app, context)
  lazyCall.call.value?.close()
  return { html, components: [...(context.modules ?? [])] }
}
