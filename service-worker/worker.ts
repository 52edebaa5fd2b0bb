import type { PageMessage } from './messages'
import { isHashed, planFor } from './plan'
import type { Plan } from './plan'

// Hand-written: Workbox does the same in ten times the code and cannot be installed from every registry.

declare const self: ServiceWorkerGlobalScope

/** Written in front of this script by build/offline-plugin.ts: each file below the scope, with its SHA-256. */
declare const BUILD: { readonly version: string; readonly files: Readonly<Record<string, string>> }

/** Few downloads at a time, so that they do not slow the open page. */
const AT_ONCE = 4

const { scope } = self.registration
// Caches belong to the origin, and other folders of it may hold other apps.
const prefix = `handshake ${scope} `
const name = prefix + BUILD.version

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), tidy(0)]))
})

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting())
  else event.waitUntil(tidyAfter(message.script))
})

self.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, scope, (path) => Object.hasOwn(BUILD.files, path))
  if (plan.does !== 'nothing') event.respondWith(answer(plan, event.request))
})

/**
 * Stores all files of this version or fails: if one is missing the worker is not installed, and the next visit tries
 * again.
 */
async function keepAll() {
  const cache = await caches.open(name)
  const queue = Object.entries(BUILD.files).values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [path, integrity] of queue) await keep(cache, path, integrity)
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
      return (await kept(plan.path)) ?? fetch(request)
    case 'redirect':
      return Response.redirect(plan.to)
    case 'find':
      return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
    case 'ask':
      return fetch(request).catch(notFound)
  }
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
