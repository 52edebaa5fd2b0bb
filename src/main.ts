import { createApp } from 'vue'
import App from './App.vue'
import { createCall } from './call/createCall'
import { CALL } from './call/callStore'
import { createAppRouter } from './router'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

// The page knows where the app's root is, at any depth and under any base path (build/pages-plugin.ts).
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname

// Relative links would move with the address once the router changes its depth: the icon would be asked for again.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]'))
  link.setAttribute('href', link.href)

const call = createCall()
const router = createAppRouter(root)

// Leaving releases camera, microphone and connections; coming back from the page cache starts afresh.
addEventListener('pagehide', () => {
  call.close()
})
addEventListener('pageshow', (event) => {
  if (event.persisted) call.restart()
})

const app = createApp(App)
app.provide(CALL, call)
app.use(router)
await router.isReady()
app.mount('#app')
