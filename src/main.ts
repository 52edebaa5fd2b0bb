import { createApp } from 'vue'
import App from './App.vue'
import { createCall } from './call/createCall'
import { CALL } from './call/callStore'
import { followPageLife } from './call/pageLife'
import { hasWebRtc } from './peer/support'
import { createStage, STAGE } from './recording/stage'
import { readInspectorWindow } from './composables/inspectorWindow'
import { createProgress, PROGRESS } from './progress/progressStore'
import { keepPlace } from './composables/keepPlace'
import { createAppRouter } from './router'
import { readPlace } from './tabs/place'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

// The page knows where the app's root is, at any depth and under any base path (build/pages-plugin.ts).
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname
// Absolute from here on, for whoever needs it after the router has changed the address.
document.documentElement.dataset['root'] = root

// Relative links would move with the address once the router changes its depth: the icon would be asked for again.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]'))
  link.setAttribute('href', link.href)

const call = createCall(undefined, readPlace(new URLSearchParams(location.search)))
const router = createAppRouter(root)
keepPlace(router, call)

followPageLife(call)

const app = createApp(App)
app.provide(CALL, call)
app.provide(STAGE, createStage(call, hasWebRtc()))
app.provide(PROGRESS, createProgress())
app.use(router)
await router.isReady()
app.mount('#app')

// An inspector window that outlived a reload of this page is told the new call.
const inspector = readInspectorWindow()
if (inspector !== null)
  void import('./inspector/bridge/reconnect').then(({ reconnect }) => reconnect(call, inspector))
