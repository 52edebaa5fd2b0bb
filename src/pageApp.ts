import { createApp, createSSRApp } from 'vue'
import type { App as VueApp } from 'vue'
import type { Router } from 'vue-router'
import App from './App.vue'
import { createProgress, PROGRESS } from './progress/progressStore'
import { createCallSource, CALL_SOURCE } from './session/callSource'
import { LAZY_CALL } from './session/lazyCall'
import type { LazyCall } from './session/lazyCall'

/**
 * The app of a page with everything that its components inject. It is the same where the build renders the page
 * (src/render.ts) and in the browser (src/main.ts); `isRendered` says whether it takes over what the build rendered.
 */
export function createPageApp(router: Router, lazyCall: LazyCall, isRendered: boolean): VueApp<Element> {
  const app = isRendered ? createSSRApp(App) : createApp(App)
  app.provide(LAZY_CALL, lazyCall)
  app.provide(CALL_SOURCE, createCallSource(lazyCall.call))
  app.provide(PROGRESS, createProgress())
  app.use(router)
  return app
}
