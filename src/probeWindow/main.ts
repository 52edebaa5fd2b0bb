import { createApp, shallowReactive } from 'vue'
import { createMemoryHistory, routeLocationKey, RouterLink, routerKey, START_LOCATION } from 'vue-router'
import { initialReading } from '../composables/reading'
import { readStored } from '../browser/storage'
import { trustOwnScripts } from '../browser/trustedScripts'
import { firstLanguage, langTag } from '../i18n/i18n'
import { reading } from '../i18n/useI18n'
import { createAppRouter } from '../router'
import ProbeApp from './ProbeApp.vue'
import '../styles/tokens.css'
import '../styles/base.css'

trustOwnScripts()
reading.value = initialReading(readStored('reading'), navigator.languages)
document.documentElement.lang = langTag(firstLanguage(reading.value))

const root = new URL('./', location.href).pathname
document.documentElement.dataset['root'] = root
// Verdicts link to pages of the app. This window is none of them, so the router makes addresses and never moves.
const router = createAppRouter(root, () => Promise.resolve(), createMemoryHistory(root))
const app = createApp(ProbeApp)
app.component('RouterLink', RouterLink)
app.provide(routerKey, router)
app.provide(routeLocationKey, shallowReactive({ ...START_LOCATION }))
app.mount('#app')
