import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect } from 'vite'
import { findAddress } from './page-addresses'

/** The path of a request's address, without its query. */
export function pathOf(url: string | undefined): string {
  return (url ?? '/').replace(/[?#].*$/, '')
}

/** Redirects `/zh/call` to `/zh/call/`, as static hosts do: relative links depend on the trailing slash. */
export const withLastSlash: Connect.NextHandleFunction = (request, response, next) => {
  const path = pathOf(request.url)
  if (path.endsWith('/') || path.endsWith('.html') || !findAddress(path)) {
    next()
    return
  }
  const query = (request.url ?? '').slice(path.length)
  response.writeHead(302, { location: `${path}/${query}` })
  response.end()
}

/** Serves index.html for every known address; in development the page is filled for that address. */
export const knownAddresses: Connect.NextHandleFunction = (request, _response, next) => {
  const path = pathOf(request.url)
  if (path !== '/index.html' && findAddress(path)) request.url = '/index.html'
  next()
}

/** Answers a preview's requests for missing files with the built 404.html, as hosts do. */
export function serveNotFound(folder: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (existsSync(join(folder, pathOf(request.url)))) {
      next()
      return
    }
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(readFileSync(join(folder, '404.html')))
  }
}
