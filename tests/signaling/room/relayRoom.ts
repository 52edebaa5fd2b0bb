import type { RelayServer } from './relayServer'
import type { TestMember } from './support'
import { afterEach, beforeEach } from 'vitest'
import { WebSocket } from 'ws'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createSockets, startRelay } from './relayServer'
import { record, until, untilOpen } from './support'

/** What a bare socket says to enter. */
export const JOIN = { type: 'join', v: 1, room: 'r', member: 'raw', key: 'k', received: 0 }

/** The relay of the test; a test may put another one in its place. */
export const relay = {} as { server: RelayServer }
const opened: TestMember[] = []

/** Starts a relay before each test of a file, and ends it afterwards with its members. */
export function useRelay(): void {
  beforeEach(async () => {
    relay.server = await startRelay()
  })
  afterEach(async () => {
    for (const member of opened.splice(0)) member.close()
    await relay.server.end()
  })
}

/** A bare socket with all that it was told. */
export function openRaw({
  origin,
  address = relay.server.address,
}: { origin?: string; address?: string } = {}) {
  const socket = new WebSocket(address, { ...(origin !== undefined && { origin }) })
  const told: Record<string, unknown>[] = []
  const raw = {
    socket,
    told,
    failure: '',
    closed: 0,
    say: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    ready: () => until(() => socket.readyState === 1, 'the socket is open'),
    of: (type: string) => told.filter((frame) => frame['type'] === type),
  }
  socket.on('message', (data) =>
    told.push(JSON.parse((data as Buffer).toString()) as Record<string, unknown>),
  )
  socket.on('error', ({ message }) => (raw.failure = message))
  socket.on('close', (code) => (raw.closed = code))
  return raw
}

/** A bare socket that has asked to join. */
export async function joinRaw(fields: object = {}) {
  const raw = openRaw()
  await raw.ready()
  raw.say({ ...JOIN, ...fields })
  return raw
}

/** A member as the app has it, once it is in; it is closed after the test. */
export async function openMember(self: string, room = 'r'): Promise<TestMember> {
  const createSocket = createSockets().create
  const member = record(openRelayRoom({ address: relay.server.address, room, self, createSocket }))
  opened.push(member)
  await untilOpen(member)
  return member
}
