// The relay of the rooms: a WebSocket server (RFC 6455) on the app's own origin. docs/protocol.md has its frames.

import { WebSocketServer } from 'ws'
import { LIMITS, readFrame } from './relay/frames.mjs'
import { createRooms } from './relay/rooms.mjs'

/** @import { IncomingMessage, Server } from 'node:http' */
/** @import { WebSocket } from 'ws' */
/** @import { Member } from './relay/rooms.mjs' */

/** What a browser closes with when its page is left or loaded again (RFC 6455 §7.4.1). */
const GOING_AWAY = 1001

/**
 * Adds the relay to a server, at one path. `close` ends its connections and timers; the server goes on.
 * @param {Server} server
 * @param {{ path?: string, limits?: Partial<typeof LIMITS>, others?: readonly string[] }} options `others`: paths whose
 *   connections another listener of this server takes
 */
export function attachRelay(server, { path = '/relay', limits = {}, others = [] } = {}) {
  const max = { ...LIMITS, ...limits }
  const { rooms, join, send, confirm, lose, leave, forget } = createRooms(max)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: max.frame })
  /** Who has sent something since the last beat. @type {Set<WebSocket>} */
  const alive = new Set()

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => {})
    const asked = request.url?.split('?')[0] ?? ''
    if (others.includes(asked)) return
    if (asked !== path) {
      // Vite's development server listens, too.
      if (server.listenerCount('upgrade') === 1 + others.length) stream.end('HTTP/1.1 404 Not Found\r\n\r\n')
    } else if (!isSameOrigin(request) || sockets.clients.size >= max.connections) {
      stream.end(`HTTP/1.1 ${isSameOrigin(request) ? '503 Service Unavailable' : '403 Forbidden'}\r\n\r\n`)
    } else sockets.handleUpgrade(request, stream, head, take)
  })

  function take(/** @type {WebSocket} */ socket) {
    /** @type {Member | null} */
    let me = null
    let budget = max.burst
    let countedAt = Date.now()
    alive.add(socket)

    socket.on('message', (data, isBinary) => {
      const text = isBinary ? '' : data.toString()
      alive.add(socket)
      budget = Math.min(max.burst, budget + ((Date.now() - countedAt) * max.rate) / 1_000)
      budget -= 1 + text.length / 4_096
      countedAt = Date.now()
      if (budget < 0) putOut('flood')
      else act(readFrame(text))
    })
    // It broke the rules of WebSocket, for example by a frame that is too big. Its `close` follows.
    socket.on('error', expel)
    socket.on('close', (code) => {
      alive.delete(socket)
      if (me?.socket !== socket) return
      // Firefox closes the sockets of a page that is left before the page could say so.
      if (code === GOING_AWAY) leave(me)
      else lose(me)
    })

    /** Who breaks a rule is not waited for. */
    function expel() {
      const gone = me
      me = null
      if (gone?.socket !== socket) return
      // `leave` would cut the socket before it has said why.
      gone.socket = null
      leave(gone)
    }

    function putOut(/** @type {string} */ reason) {
      expel()
      refuse(socket, reason)
    }

    function act(/** @type {ReturnType<typeof readFrame>} */ frame) {
      if (frame?.type === 'join' && me === null) {
        const joined = join(socket, frame)
        if (typeof joined === 'string') refuse(socket, joined)
        else me = joined
      } else if (frame?.type === 'send' && me?.socket === socket) send(me, frame)
      else if (frame?.type === 'ack' && me?.socket === socket) confirm(me, frame.n)
      else if (frame?.type === 'leave' && me?.socket === socket) leave(me)
      else putOut('refused')
    }
  }

  const beating = setInterval(() => {
    for (const socket of sockets.clients) {
      if (alive.delete(socket)) socket.send('{"type":"beat"}')
      else socket.terminate()
    }
  }, max.beat)

  return {
    rooms,
    close() {
      clearInterval(beating)
      for (const room of rooms.values()) room.forEach(forget)
      rooms.clear()
      for (const socket of sockets.clients) socket.close(GOING_AWAY)
    },
  }
}

/** A browser always says which page connects; other programs need not (RFC 6455 §10.2). */
function isSameOrigin(/** @type {IncomingMessage} */ { headers: { origin, host } }) {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

function refuse(/** @type {WebSocket} */ socket, /** @type {string} */ reason) {
  socket.removeAllListeners('message')
  socket.send(JSON.stringify({ type: 'refused', reason }))
  // 1008: the message breaks a rule of this server (RFC 6455 §7.4.1).
  socket.close(1008, reason)
  setTimeout(() => socket.terminate(), 2_000).unref()
}
