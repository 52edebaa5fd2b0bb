// Serves dist/ like a static host: hand-written because `vite preview` does not redirect /folder to /folder/.

import { createReadStream, existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { headersOf } from './policy.mjs'
import { isMain, root as repository } from './run.mjs'

/** @import { IncomingMessage, Server, ServerResponse } from 'node:http' */

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/**
 * A server for the files under `root`, at the sub-path `base`. It does not listen yet.
 * @param {{ root: string, base?: string }} options
 */
export function createStaticServer({ root, base = '/' }) {
  const prefix = `/${base}/`.replace(/\/+/g, '/')
  const folder = resolve(root)
  return createServer((request, response) => {
    answer(request, response, folder, prefix).catch(() => {
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'Internal server error')
    })
  })
}

async function answer(
  /** @type {IncomingMessage} */ request,
  /** @type {ServerResponse} */ response,
  /** @type {string} */ folder,
  /** @type {string} */ prefix,
) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(response, 405, 'Method not allowed')
  }
  const [address = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
  if (`${address}/` === prefix) return redirect(response, prefix, query)
  if (!address.startsWith(prefix)) return sendText(response, 404, 'Not found')

  const path = decode(address.slice(prefix.length))
  const file = path === undefined ? undefined : resolve(folder, ...path.split('/'))
  if (path === undefined || file === undefined) return sendText(response, 400, 'Bad request')
  if (file !== folder && !file.startsWith(folder + sep)) return sendText(response, 403, 'Forbidden')

  const wantsFolder = path === '' || path.endsWith('/')
  const found = wantsFolder ? join(file, 'index.html') : file
  if (await isFile(found)) return sendFile(request, response, 200, found, cacheOf(path))
  if (!wantsFolder && (await isFile(join(file, 'index.html')))) {
    const segments = path.split('/').filter(Boolean).map(encodeURIComponent)
    return redirect(response, `${prefix}${segments.join('/')}/`, query)
  }
  const missing = join(folder, '404.html')
  if (await isFile(missing)) return sendFile(request, response, 404, missing, cacheOf(''))
  return sendText(response, 404, 'Not found')
}

/** @returns {string | undefined} nothing for an address that is not valid percent-encoding, or hides a NUL */
function decode(/** @type {string} */ path) {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}

/** Vite puts a hash into the name of everything under assets/. */
function cacheOf(/** @type {string} */ path) {
  return path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

async function isFile(/** @type {string} */ path) {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ?? false
}

async function sendFile(
  /** @type {IncomingMessage} */ request,
  /** @type {ServerResponse} */ response,
  /** @type {number} */ status,
  /** @type {string} */ file,
  /** @type {string} */ cache,
) {
  response.writeHead(status, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': (await stat(file)).size,
    'Cache-Control': cache,
    ...headersOf(file, request.headers.host),
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

function redirect(
  /** @type {ServerResponse} */ response,
  /** @type {string} */ location,
  /** @type {string | undefined} */ query,
) {
  const target = query === undefined ? location : `${location}?${query}`
  response.writeHead(308, { Location: target, 'Content-Length': 0 }).end()
}

function sendText(
  /** @type {ServerResponse} */ response,
  /** @type {number} */ status,
  /** @type {string} */ text,
) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

/**
 * Reads --port, --base and --host, serves dist/ and resolves to its address.
 * @param {string[]} args
 */
export async function serve(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      base: { type: 'string', default: '/' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  const folder = join(repository, 'dist')
  if (!existsSync(join(folder, 'index.html'))) throw new Error('dist/ is missing: run `npm run build` first.')
  const server = createStaticServer({ root: folder, base: values.base })
  const port = await listen(server, Number(values.port ?? 4173), values.host, values.port === undefined)
  const host = values.host.includes(':') ? `[${values.host}]` : values.host
  return new URL(`/${values.base}/`.replace(/\/+/g, '/'), `http://${host}:${port}`).href
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
    console.log(`Serving dist/ at ${await serve(process.argv.slice(2))}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
