import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import { createPageApp } from './pageApp'
import { loadPageText } from './pages/pageText'
import { createAppRouter } from './router'
import { createLazyCall } from './session/lazyCall'

/** A page as HTML, and the components on it, as paths below the project's folder. */
export interface Rendered {
  readonly html: string
  readonly components: readonly string[]
}

/**
 * Renders the page of one address, such as `/en/concepts/nat/`, as the browser will hydrate it. Only the build calls it.
 * Its links begin at the root of the app: `/en/glossary/`.
 */
export async function render(path: string): Promise<Rendered> {
  const lazyCall = createLazyCall(() => Promise.reject(new Error('no call is made while a page is rendered')))
  const router = createAppRouter('/', lazyCall.open, createMemoryHistory())
  const app = createPageApp(router, lazyCall, true)
  await router.push(path)
  await loadPageText(router.currentRoute.value)
  // Vue's plugin for Vite registers each component that is rendered.
  const context: { modules?: Set<string> } = {}
  const html = await renderToString(app, context)
  return { html, components: [...(context.modules ?? [])] }
}
