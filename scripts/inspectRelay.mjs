// Brings what machines in Node report to the inspector's page: apps send with createWebSocketInspector of
// @statelyai/inspect to /inspect, pages listen at /inspect?view. Only for this machine.

import { WebSocketServer } from 'ws'

/** @import { IncomingMessage, Server } from 'node:http' */
/** @import { WebSocket } from 'ws' */

export const INSPECT_PATH = '/inspect'

/** Bytes of one message; messages and characters kept for a page that opens later; connections of each kind. */
const LIMITS = { message: 4_000_000, kept: 10_000, characters: 30_000_000, connections: 16 }

/**
 * Adds it to a server. `close` ends its connections; the server goes on.
 * @param {Server} server
 */
export function attachInspectRelay(server) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.message })
  /** @type {Set<WebSocket>} */
  const apps = new Set()
  /** @type {Set<WebSocket>} */
  const views = new Set()
  /** What the apps have sent, oldest first. @type {string[]} */
  let kept = []
  let characters = 0

  server.on('upgrade', (request, stream, head) => {
    const [path, query] = (request.url ?? '').split('?')
    if (path !== INSPECT_PATH) return
    stream.on('error', () => {})
    const isView = query === 'view'
    const all = isView ? views : apps
    if (!isAllowed(request, isView)) stream.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    else if (all.size >= LIMITS.connections) stream.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    else sockets.handleUpgrade(request, stream, head, isView ? takeView : takeApp)
  })

  function takeView(/** @type {WebSocket} */ socket) {
    views.add(socket)
    socket.on('close', () => views.delete(socket))
    socket.on('error', () => {})
    for (const message of kept) socket.send(message)
  }

  function takeApp(/** @type {WebSocket} */ socket) {
    // A program that starts again begins a new session.
    if (apps.size === 0) [kept, characters] = [[], 0]
    apps.add(socket)
    socket.on('close', () => apps.delete(socket))
    socket.on('error', () => {})
    socket.on('message', (data, isBinary) => {
      if (isBinary) return
      const text = data.toString()
      if (kept.length < LIMITS.kept && characters + text.length <= LIMITS.characters) {
        kept.push(text)
        characters += text.length
      }
      for (const view of views) view.send(text)
    })
  }

  return {
    close() {
      for (const socket of [...apps, ...views]) socket.terminate()
      sockets.close()
    },
  }
}

/** Programs of this machine may send; a browser names an origin, and only the page of this server may listen. */
function isAllowed(/** @type {IncomingMessage} */ { headers, socket }, /** @type {boolean} */ isView) {
  if (!/^(::1|(::ffff:)?127(\.\d+){3})$/.test(socket.remoteAddress ?? '')) return false
  if (!isView) return headers.origin === undefined
  return (
    headers.origin === undefined ||
    (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host)
  )
}
