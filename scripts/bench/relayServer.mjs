// The relay in a process of its own, so that its memory can be measured. It answers `measure` with bytes of heap after
// garbage collection (--expose-gc), and how many rooms it knows.

import { createServer } from 'node:http'
import { attachRelay } from '../relay.mjs'

const server = createServer()
const relay = attachRelay(server)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ heap: process.memoryUsage().heapUsed, rooms: relay.rooms.size })
})
process.on('disconnect', () => process.exit())
