import type { AddressInfo } from 'node:net'
import type { LIMITS } from '../../../scripts/relay/frames.mjs'
import { createServer } from 'node:http'
import { WebSocket } from 'ws'
import { attachRelay } from '../../../scripts/relay.mjs'

/** A relay on a free port of this machine. */
export interface RelayServer {
  address: string
  rooms: ReturnType<typeof attachRelay>['rooms']
  end(): Promise<void>
}

export async function startRelay(limits: Partial<typeof LIMITS> = {}, port = 0): Promise<RelayServer> {
  const server = createServer()
  const relay = attachRelay(server, { limits })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/relay`,
    rooms: relay.rooms,
    end() {
      relay.close()
      return new Promise((done) => {
        server.close(() => done())
      })
    },
  }
}

/** Opens sockets of one program, with a network that can be cut. */
export function createSockets() {
  const open = new Set<WebSocket>()
  let isCut = false
  return {
    create(address: string, protocols: string[] = []): globalThis.WebSocket {
      // Nothing listens on port 1.
      const socket = new WebSocket(isCut ? 'ws://127.0.0.1:1' : address, protocols)
      open.add(socket)
      // Its `close` follows.
      socket.on('error', () => {})
      socket.on('close', () => open.delete(socket))
      return socket as unknown as globalThis.WebSocket
    },
    cut() {
      isCut = true
      for (const socket of open) socket.terminate()
    },
    mend() {
      isCut = false
    },
  }
}
