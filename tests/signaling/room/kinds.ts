import type { RoomTransport } from '../../../broadcast-signaling/room/transport'
import { openBroadcastRoom } from '../../../broadcast-signaling/room/broadcast'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import { openRelayRoom } from '../../../broadcast-signaling/room/relay'
import { createSockets, startRelay } from './relayServer'

/** One kind of transport with its network, as the suite runs it. */
export interface TransportKind {
  open(room: string, self: string): RoomTransport
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

export const KINDS: Record<string, CreateKind> = {
  memory() {
    const rooms = createMemoryRooms()
    return { open: rooms.open, network: rooms, end: () => {} }
  },
  broadcast: () => ({ open: openBroadcastRoom, network: null, end: () => {} }),
  async relay(limits) {
    const server = await startRelay(limits)
    const sockets = new Map<string, ReturnType<typeof createSockets>>()
    return {
      open(room, self) {
        const own = createSockets()
        sockets.set(self, own)
        return openRelayRoom({ address: server.address, room, self, createSocket: own.create })
      },
      network: {
        cut: (member) => sockets.get(member)!.cut(),
        mend: (member) => sockets.get(member)!.mend(),
        expire: () => {},
      },
      end: server.end,
    }
  },
}
