import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { RoomMessage } from '../../broadcast-signaling/room/roomMessage'
import type { MemberId, TransportStatus } from '../../broadcast-signaling/room/transport'

/** One row of the wire of a room: a message, or what the transport reported. */
export interface WireEntry {
  /** Position, from 0, over all rows; the list keeps the newest. */
  id: number
  /** Milliseconds since the room was entered. */
  at: number
  direction: 'in' | 'out' | 'event'
  /** The other side of a message; `all`; null where there is none. */
  other: MemberId | null
  via: 'signaling' | 'channel'
  /** Characters of the body; 0 for an event. */
  size: number
  what:
    | { kind: 'message'; message: RoomMessage }
    | { kind: 'refused'; reason: string; detail: string }
    | { kind: 'status'; status: TransportStatus; reason?: string }
    /** This member is the first, or may not come in; or any member has left. */
    | { kind: 'created' | 'full' | 'left' }
    /** A member has come. `count`: this one, and how many others it found. */
    | { kind: 'joined'; count?: number }
    /** Who is there after a transport was lost: how many others. */
    | { kind: 'members'; count: number }
    /** A text or bytes on the data channel of the call. */
    | { kind: 'text'; text: string }
    | { kind: 'bytes' }
}

/** Rows that are kept. */
const MOST = 1_000
/** Refusals that are listed one by one: a flood must not fill the list. */
const MOST_REFUSED = 100

export interface RoomWire {
  readonly entries: Readonly<ShallowRef<readonly WireEntry[]>>
  /** How many messages were refused, also those that are not listed. */
  readonly refused: Readonly<ShallowRef<number>>
  add(entry: Omit<WireEntry, 'id' | 'at'>): void
  clear(): void
}

/** Every message of a room in both directions, the newest last. `now`: milliseconds. */
export function createRoomWire(now: () => number): RoomWire {
  const entries = shallowRef<readonly WireEntry[]>([])
  const refused = shallowRef(0)
  let next = 0
  let began = now()
  return {
    entries,
    refused,
    add(entry) {
      if (entry.what.kind === 'refused') {
        refused.value += 1
        if (refused.value > MOST_REFUSED) return
      }
      entries.value = [...entries.value, { ...entry, id: next++, at: now() - began }].slice(-MOST)
    },
    clear() {
      entries.value = []
      refused.value = 0
      next = 0
      began = now()
    },
  }
}
