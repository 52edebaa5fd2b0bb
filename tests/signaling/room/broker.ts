import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'

interface RetainedStore {
  createRetainedStreamCombi(topics: string[]): AsyncIterable<{ topic: string; payload: Buffer }>
}

/** An MQTT broker on this machine, in memory: on a free port, or where an earlier one was. */
export async function startBroker(port = 0) {
  const broker = await Aedes.createBroker()
  // Its types leave the store out.
  const { persistence: store } = broker as unknown as { persistence: RetainedStore }
  const server = createServer()
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'mqtt' })
  let isCut = false
  sockets.on('connection', (socket, request) => {
    if (isCut) {
      socket.terminate()
      return
    }
    const stream = createWebSocketStream(socket)
    // A connection that was cut; the broker learns it from `close`.
    stream.on('error', () => {})
    broker.handle(stream, request)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    broker,
    /** What it keeps, by topic. */
    async retained(): Promise<Record<string, string>> {
      const kept: Record<string, string> = {}
      for await (const { topic, payload } of store.createRetainedStreamCombi(['#']))
        kept[topic] = payload.toString()
      return kept
    },
    port: (server.address() as AddressInfo).port,
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/mqtt`,
    /** Nobody reaches it until it is mended; it keeps what it knows. */
    cut(): void {
      isCut = true
      for (const socket of sockets.clients) socket.terminate()
    },
    mend(): void {
      isCut = false
    },
    async end(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise<void>((done) => {
        broker.close(() => server.close(() => done()))
      })
    },
  }
}
