import type { Keeping, PageMessage } from './messages'
import { isHashed, planFor } from './plan'
import type { Plan } from './plan'

// Hand-written: Workbox does the same in ten times the code and cannot be installed from every registry.

declare const self: ServiceWorkerGlobalScope

/** Written in front of this script by build/offline-plugin.ts, where it is described. */
declare const BUILD: {
  readonly version: string
  readonly core: Readonly<Record<string, string>>
  readonly rest: Readonly<Record<string, readonly [integrity: string, bytes: number]>>
}

/** Few downloads at a time, so that they do not slow the open page. */
const AT_ONCE = 4

const { scope } = self.registration
// Caches belong to the origin, and other folders of it may hold other apps.
const prefix = `handshake ${scope} `
const name = prefix + BUILD.version

self.addEventListener('install', (event) => {
  event.waitUntil(keepCore())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), tidy(0)]))
})

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting())
  else if (message.type === 'started') event.waitUntil(tidyAfter(message.script))
  else event.waitUntil(keepRest(message.type === 'keep-all', event.ports[0]))
})

self.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, scope, (path) => integrityOf(path) !== undefined)
  if (plan.does !== 'nothing') event.respondWith(answer(plan, event.request))
})

/** The expected hash of a file of this version; undefined: it is none. */
function integrityOf(path: string): string | undefined {
  if (Object.hasOwn(BUILD.core, path)) return BUILD.core[path]
  return Object.hasOwn(BUILD.rest, path) ? BUILD.rest[path]?.[0] : undefined
}

/**
 * Stores the core of this version or fails: if a file is missing the worker is not installed, and the next visit tries
 * again.
 */
async function keepCore() {
  const cache = await caches.open(name)
  await each(Object.entries(BUILD.core), ([path, integrity]) => keep(cache, path, integrity))
}

/** Reports how much of the rest is not stored, and stores it if it is asked to. */
async function keepRest(isAsked: boolean, port: MessagePort | undefined) {
  const cache = await caches.open(name)
  const stored = new Set((await cache.keys()).map(({ url }) => url))
  const missing = Object.entries(BUILD.rest).filter(([path]) => !stored.has(urlOf(path)))
  let left = missing.reduce((sum, [, [, bytes]]) => sum + bytes, 0)
  const report = (hasFailed: boolean) => port?.postMessage({ left, hasFailed } satisfies Keeping)
  report(false)
  if (!isAsked) return
  try {
    await each(missing, async ([path, [integrity, bytes]]) => {
      await keep(cache, path, integrity)
      left -= bytes
      report(false)
    })
  } catch {
    report(true)
  }
}

/** Does something with every item, a few at a time. */
async function each<T>(items: readonly T[], run: (item: T) => Promise<void>) {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await run(item)
    }),
  )
}

async function keep(cache: Cache, path: string, integrity: string) {
  const url = urlOf(path)
  // An earlier attempt stored this file.
  if (await cache.match(url)) return
  const older = isHashed(path) ? await caches.match(url) : undefined
  await cache.put(url, older ?? (await download(path, integrity)))
}

/** The hash ensures that the file is of this version, even if another one is published meanwhile. */
async function download(path: string, integrity: string): Promise<Response> {
  const cache = isHashed(path) ? 'default' : 'no-cache'
  const response = await fetch(urlOf(path), { integrity, cache, priority: 'low' })
  if (!response.ok) throw new Error(`${String(response.status)} ${path}`)
  // The browser refuses a redirected response for a page, and hosts redirect names that end in .html.
  return response.redirected ? new Response(response.body, response) : response
}

async function answer(plan: Exclude<Plan, { does: 'nothing' }>, request: Request): Promise<Response> {
  switch (plan.does) {
    case 'serve':
      return (await kept(plan.path)) ?? serve(plan.path, request)
    case 'redirect':
      return Response.redirect(plan.to)
    case 'find':
      return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
    case 'ask':
      return fetch(request).catch(notFound)
  }
}

/** A file that is not stored yet. Without it, a page is shown by the app itself, from its first page. */
async function serve(path: string, request: Request): Promise<Response> {
  try {
    const response = await download(path, integrityOf(path) ?? '')
    const cache = await caches.open(name)
    // The answer does not wait for it. Where storage is full the page works as before.
    cache.put(urlOf(path), response.clone()).catch(() => undefined)
    return response
  } catch {
    return request.mode === 'navigate' ? shell() : fetch(request)
  }
}

/** The page at the root, with links that work at any depth: the app reads the address and shows its page. */
async function shell(): Promise<Response> {
  const page = await kept('')
  if (page === undefined) return Response.error()
  const html = (await page.text()).replaceAll('="./', `="${new URL(scope).pathname}`)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

async function notFound(): Promise<Response> {
  const page = await kept('404.html')
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error()
}

function kept(path: string): Promise<Response | undefined> {
  return caches.match(urlOf(path), { cacheName: name, ignoreVary: true })
}

function urlOf(path: string): string {
  return new URL(path, scope).href
}

/** A page of this version has started: if it is the only open page, nothing needs the older versions. */
async function tidyAfter(script: string) {
  if (await caches.match(script, { cacheName: name, ignoreVary: true })) await tidy(1)
}

/** Deletes the caches of other versions, unless more pages than `open` are open. */
async function tidy(open: number) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (pages.length > open) return
  const names = await caches.keys()
  const { installing, waiting } = self.registration
  // An unknown cache may belong to a newer version that is being installed or is waiting.
  if (installing !== null || waiting !== null) return
  const others = names.filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(others.map((one) => caches.delete(one)))
}
