import type { RoomTransport } from '../../../broadcast-signaling/room/transport'
import { openBroadcastRoom } from '../../../broadcast-signaling/room/broadcast'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import { openMqttRoom } from '../../../broadcast-signaling/room/mqtt'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createRoomKey, MAX_SEALED, sealTransport } from '../../../broadcast-signaling/room/seal'
import { MAX_BODY } from '../../../broadcast-signaling/room/transport'
import { findMosquitto } from '../../../scripts/browsers.mjs'
import { startBroker } from './broker'
import { startMosquitto } from './mosquitto'
import { createSockets, startRelay } from './relayServer'

/** One kind of transport with its network, as the suite runs it. */
export interface TransportKind {
  open(room: string, self: string): RoomTransport
  /** How many letters a body may have. */
  longest: number
  /** Cuts and mends the connection of a member; null where the kind has no connection that can be lost. */
  network: {
    cut(member: string): void
    mend(member: string): void
    /** Makes the others see that a member that was cut is gone, where that does not come by itself. */
    expire(member: string): void
  } | null
  end(): Promise<void> | void
}

/** `grace`: milliseconds that a lost member stays in its room. */
type CreateKind = (options: { grace?: number }) => Promise<TransportKind> | TransportKind

// The quotation marks of a JSON string count, too.
const PLAIN = { longest: MAX_BODY - 2 }

function sealed(createKind: CreateKind): CreateKind {
  const key = createRoomKey()
  return async (options) => {
    const kind = await createKind(options)
    const open = (room: string, self: string) => sealTransport(kind.open(room, self), { room, key })
    return { ...kind, open, longest: MAX_SEALED }
  }
}

const memory: CreateKind = () => {
  const rooms = createMemoryRooms()
  return { ...PLAIN, open: rooms.open, network: rooms, end: () => {} }
}

/** The connections of all members to one server, each of which can be cut. */
function createNetwork() {
  const sockets = new Map<string, ReturnType<typeof createSockets>>()
  return {
    of(self: string) {
      const own = createSockets()
      sockets.set(self, own)
      return own.create
    },
    cut: (member: string) => sockets.get(member)!.cut(),
    mend: (member: string) => sockets.get(member)!.mend(),
    expire: () => {},
  }
}

const relay: CreateKind = async (limits) => {
  const server = await startRelay(limits)
  const sockets = createNetwork()
  return {
    ...PLAIN,
    open: (room, self) =>
      openRelayRoom({ address: server.address, room, self, createSocket: sockets.of(self) }),
    network: sockets,
    end: server.end,
  }
}

const mqtt: CreateKind = (limits) => overBroker(startBroker, limits)

async function overBroker(
  start: () => Promise<{ address: string; end(): Promise<void> }>,
  limits: { grace?: number },
): Promise<TransportKind> {
  const broker = await start()
  const sockets = createNetwork()
  return {
    ...PLAIN,
    open: (room, self) =>
      openMqttRoom({ address: broker.address, room, self, createSocket: sockets.of(self), ...limits }),
    network: sockets,
    end: broker.end,
  }
}

const mosquitto = findMosquitto()

export const KINDS: Record<string, CreateKind> = {
  memory,
  broadcast: () => ({ ...PLAIN, open: openBroadcastRoom, network: null, end: () => {} }),
  relay,
  mqtt,
  ...(mosquitto !== undefined && {
    mosquitto: (limits: { grace?: number }) => overBroker(() => startMosquitto(mosquitto), limits),
  }),
  'a sealed memory': sealed(memory),
  'a sealed relay': sealed(relay),
  'a sealed mqtt': sealed(mqtt),
}
