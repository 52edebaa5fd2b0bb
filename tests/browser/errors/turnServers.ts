import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { freePort, startCoturn as launchCoturn } from '../../../scripts/nat/coturn.mjs'

const HOST = '127.0.0.1'
const ALLOCATE = 0x0003
const ERROR_RESPONSE = 0x0110
const ATTRIBUTES = { username: 0x0006, errorCode: 0x0009, realm: 0x0014, nonce: 0x0015 } as const

/** A TURN server of a test. */
export interface TurnServer {
  readonly url: string
  close(): Promise<void>
}

/** An attribute of a STUN message, padded to four bytes (RFC 8489 §14). */
function attribute(type: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(value.length, 2)
  return Buffer.concat([header, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** Whether a request has credentials; a client's first one has none (RFC 8489 §9.2). */
function hasLogin(request: Buffer): boolean {
  for (let at = 20; at + 4 <= request.length; at += 4 + 4 * Math.ceil(request.readUInt16BE(at + 2) / 4))
    if (request.readUInt16BE(at) === ATTRIBUTES.username) return true
  return false
}

function refusal(request: Buffer, code: number, reason: string): Buffer {
  const value = Buffer.from([0, 0, Math.floor(code / 100), code % 100, ...Buffer.from(reason)])
  const body = Buffer.concat([
    attribute(ATTRIBUTES.errorCode, value),
    attribute(ATTRIBUTES.realm, Buffer.from('handshake.test')),
    attribute(ATTRIBUTES.nonce, Buffer.from(`nonce-${String(Date.now())}`)),
  ])
  const header = Buffer.alloc(20)
  header.writeUInt16BE(ALLOCATE | ERROR_RESPONSE, 0)
  header.writeUInt16BE(body.length, 2)
  request.copy(header, 4, 4, 20)
  return Buffer.concat([header, body])
}

/** A server that asks for credentials, as every TURN server does, and then refuses the allocation with a given code. */
export async function refuseAllocations(code: number, reason: string): Promise<TurnServer> {
  const socket = createSocket('udp4')
  socket.on('message', (request, { port, address }) => {
    if (request.readUInt16BE(0) !== ALLOCATE) return
    const answer = hasLogin(request) ? refusal(request, code, reason) : refusal(request, 401, 'Unauthorized')
    socket.send(answer, port, address)
  })
  socket.bind(0, HOST)
  await once(socket, 'listening')
  return {
    url: `turn:${HOST}:${String(socket.address().port)}`,
    async close() {
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** Starts coturn with one login, `learner` and `right`, and a quota of one allocation. Its files go into `folder`. */
export async function startCoturn(executable: string, folder: string): Promise<TurnServer> {
  const port = await freePort(HOST)
  const { close } = await launchCoturn({
    executable,
    folder,
    address: HOST,
    port,
    auth: ['--lt-cred-mech', '--user=learner:right'],
    more: ['--user-quota=1'],
  })
  return { url: `turn:${HOST}:${String(port)}`, close }
}
