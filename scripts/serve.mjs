// Serves dist/ like a static host: sirv, with the redirect to a folder's address that nearly all hosts make. Beside it
// run the relay of the rooms and that of the inspector.

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { join, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import sirv from 'sirv'
import { headersOf, isEmbed } from './policy.mjs'
import { attachInspectRelay, INSPECT_PATH } from './inspectRelay.mjs'
import { attachRelay } from './relay.mjs'
import { isMain, root as repository } from './run.mjs'

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */

/**
 * A server for the files under `root`, at the sub-path `base`; over https if it gets a certificate. It does not listen
 * yet.
 * @param {{ root: string, base?: string, certificate?: { key: string, cert: string } | undefined }} options
 * @returns {Server}
 */
export function createStaticServer({ root, base = '/', certificate }) {
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const folder = resolve(root)
  // `dev`: files may change while the server runs, as they do in the tests.
  const files = sirv(folder, { dev: true, etag: true, extensions: [], setHeaders })
  return certificate ? createSecureServer(certificate, answer) : createServer(answer)

  function answer(/** @type {IncomingMessage} */ request, /** @type {ServerResponse} */ response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return sendText(response, 405, 'Method not allowed')
    }
    const address = `http://localhost${request.url ?? '/'}`
    if (!URL.canParse(address)) return sendText(response, 400, 'Bad request')
    const { pathname, search } = new URL(address)
    if (`${pathname}/` === prefix) return redirect(response, prefix + search)
    if (!pathname.startsWith(prefix)) return sendText(response, 404, 'Not found')
    const path = pathname.slice(prefix.length)
    if (isFolder(folder, path)) return redirect(response, `${pathname}/${search}`)
    request.url = `/${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}`
    files(request, response, () => sendNotFound(response, folder, path))
  }
}

/** Whether the address names a folder that has a page, but lacks the trailing slash. */
function isFolder(/** @type {string} */ folder, /** @type {string} */ path) {
  if (path === '' || path.endsWith('/')) return false
  try {
    const page = join(folder, decodeURIComponent(path), 'index.html')
    return page.startsWith(folder + sep) && existsSync(page)
  } catch {
    // Invalid percent-encoding: no file has such a name.
    return false
  }
}

function setHeaders(/** @type {ServerResponse} */ response, /** @type {string} */ path) {
  // Vite puts a hash into the name of everything under these.
  const isKept = /^\/(embed\/)?assets\//.test(path)
  response.setHeader('Cache-Control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache')
  for (const [name, value] of Object.entries(headersOf(path, response.req.headers.host)))
    response.setHeader(name, value)
}

/** A page for an unknown address; in a frame only the one under embed/ is shown. */
function sendNotFound(
  /** @type {ServerResponse} */ response,
  /** @type {string} */ folder,
  /** @type {string} */ path,
) {
  const name = isEmbed(path) ? 'embed/404.html' : '404.html'
  const page = join(folder, name)
  if (!existsSync(page)) return sendText(response, 404, 'Not found')
  setHeaders(response, `/${name}`)
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(page))
}

function redirect(/** @type {ServerResponse} */ response, /** @type {string} */ location) {
  response.writeHead(308, { Location: location, 'Content-Length': 0 }).end()
}

function sendText(
  /** @type {ServerResponse} */ response,
  /** @type {number} */ status,
  /** @type {string} */ text,
) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

/**
 * Reads --port, --base, --host, --lan and --http, and serves dist/ and the relay until the program is ended. With --lan
 * it serves to the local network, over https unless --http says otherwise.
 * @param {string[]} args
 * @returns {Promise<{ address: string, lan: string[] }>} the address on this machine, and those for other devices
 */
export async function serve(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      base: { type: 'string', default: '/' },
      host: { type: 'string' },
      lan: { type: 'boolean', default: false },
      http: { type: 'boolean', default: false },
    },
  })
  const folder = join(repository, 'dist')
  if (!existsSync(join(folder, 'index.html'))) throw new Error('dist/ is missing: run `npm run build` first.')
  // Imported when needed, because most starts need no certificate.
  const lan = values.lan ? await import('./lan.mjs') : undefined
  const hosts = lan?.lanHosts() ?? []
  if (lan && hosts.length === 0) throw new Error('This machine is in no network. 本机没有连接到任何网络。')
  const certificate = values.http ? undefined : await lan?.createCertificate(hosts)
  const base = `/${values.base}/`.replace(/\/+/g, '/')
  const server = createStaticServer({ root: folder, base, certificate })
  // At the root of the origin, whatever the base: pages look for it there.
  endWithProgram(server, attachRelay(server, { others: [INSPECT_PATH] }), attachInspectRelay(server))
  const host = values.host ?? (lan ? '0.0.0.0' : '127.0.0.1')
  const port = await listen(server, Number(values.port ?? 4173), host, values.port === undefined)
  const addressOf = (/** @type {string} */ name) =>
    new URL(base, `${certificate ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`)
      .href
  return { address: addressOf(lan ? 'localhost' : host), lan: hosts.map(addressOf) }
}

/** Tells the members of all rooms when the program is ended (Ctrl+C), so that their pages know at once. */
function endWithProgram(/** @type {Server} */ server, /** @type {{ close(): void }[]} */ ...relays) {
  const end = () => {
    for (const relay of relays) relay.close()
    server.close()
    server.closeAllConnections()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)
}

/** @returns {Promise<number>} the port it got: the next free one when `search` allows that */
function listen(
  /** @type {Server} */ server,
  /** @type {number} */ port,
  /** @type {string} */ host,
  /** @type {boolean} */ search,
) {
  return new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && search) done(listen(server, port + 1, host, search))
      else fail(error)
    })
    server.listen(port, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}

if (isMain(import.meta.url)) {
  try {
    const { address, lan } = await serve(process.argv.slice(2))
    console.log(['Serving dist/ at', address, ...lan].join(' '))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
