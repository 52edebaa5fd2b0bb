import { createApp } from 'vue'
import { createLazyCall } from './session/lazyCall'
import { CALL } from './session/callSession'
import { followPageLifecycle } from './session/pageLifecycle'
import FailureNotice from './failures/FailureNotice.vue'
import { preload } from './failures/asyncPart'
import { reportFailure, watchFailures } from './failures/failures'
import { readInspectorWindow } from './composables/inspectorWindow'
import { afterLoad } from './offline/afterLoad'
import { benchTabs } from './composables/benchTabs'
import { keepRoomRole } from './composables/keepRoomRole'
import { replayEarlyEvents } from './browser/earlyEvents'
import { adoptRendered, APP, endHydration, isRendered } from './browser/hydration'
import { trustOwnScripts } from './browser/trustedScripts'
import { createPageApp } from './pageApp'
import { loadPageText } from './pages/pageText'
import { loadParts } from './reading/loadParts'
import { createAppRouter } from './router'
import { readRoomRole } from './tabs/roomRole'
import { joiningAt } from './tabs/tabsState'
import './styles/tokens.css'
import './styles/base.css'
import './styles/notice.css'
import './styles/print.css'

trustOwnScripts()

// Before anything else, and in an app of its own: it must work if the page's app fails.
watchFailures(window)
const notice = document.createElement('div')
document.body.append(notice)
createApp(FailureNotice).mount(notice)

// The page contains the path to the app's root, at any depth and under any base path (build/pages-plugin.ts).
const root = new URL(document.documentElement.dataset['root'] ?? './', location.href).pathname
// Absolute from here on, for code that needs it after the router has changed the address.
document.documentElement.dataset['root'] = root

// Relative links would change with the address once the router changes its depth: the browser would load the icon
// again.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]'))
  link.setAttribute('href', link.href)

// On the page of the room, `?room=` names that room and no role in a call of two tabs.
const isRoomPage = /\/room\/$/.test(location.pathname)
const asked = isRoomPage ? null : readRoomRole(new URLSearchParams(location.search))
const isBench = /\/labs\/bench\/?$/.test(location.pathname)
const role = isBench ? null : asked
if (isBench && asked !== null) benchTabs.value = joiningAt(asked)
const lazyCall = createLazyCall(async () => {
  const { createCall } = await import('./session/createCall')
  const call = createCall(undefined, role)
  followPageLifecycle(call)
  app.provide(CALL, call)
  return call
})
const router = createAppRouter(root, lazyCall.open)
keepRoomRole(router, (page) => {
  if (page === 'bench') return benchTabs.value?.role ?? null
  return lazyCall.call.value ? (lazyCall.call.value.frame.value.tabs?.role ?? null) : role
})

router.onError((error, to) => reportFailure(error, router.resolve(to.fullPath).href))

const page = document.querySelector<HTMLElement>(APP)
const isFilled = isRendered(page)
if (isFilled) adoptRendered(page)

const app = createPageApp(router, lazyCall, isFilled)
app.config.errorHandler = (error) => reportFailure(error)
// If the first page cannot be loaded, the text that the build wrote stays on screen, with the notice above it.
const isReady = await router
  .isReady()
  .then(() =>
    isFilled ? Promise.all([loadPageText(router.currentRoute.value), loadParts(page)]) : undefined,
  )
  .then(
    () => true,
    () => false,
  )
if (isReady) {
  document.querySelector('.unstarted')?.remove()
  app.mount(APP)
  endHydration()
  void replayEarlyEvents()
}

// In a shared room the call starts on every page, so that the other tab sees this end.
if (role !== null) void lazyCall.open()

// An inspector window that stayed open over a reload of this page gets the new call. The room has machines of its own.
const inspector = isRoomPage ? null : readInspectorWindow()
if (inspector !== null)
  void Promise.all([lazyCall.open(), import('./inspector/bridge/reconnect')]).then(([call, { reconnect }]) =>
    reconnect(call.controls, inspector),
  )

// In production only: while developing, the cache would serve stale files.
if (import.meta.env.PROD)
  afterLoad(() => {
    // Without it the page works, only not offline; the next page tries again.
    preload(() => import('./offline/startOffline').then(({ startOffline }) => startOffline(root)))
  })
