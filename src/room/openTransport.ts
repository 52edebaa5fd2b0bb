import { openBroadcastRoom } from '../../broadcast-signaling/room/broadcast'
import { openRelayRoom, relayAddress } from '../../broadcast-signaling/room/relay'
import { canSeal, isRoomKey, sealTransport } from '../../broadcast-signaling/room/seal'
import { createMemberId } from '../../broadcast-signaling/room/transport'
import type { RoomTransport, TransportEvent } from '../../broadcast-signaling/room/transport'
import type { TransportKind } from './createRoom'

export interface TransportOptions {
  room: string
  /** Encrypts what crosses (broadcast-signaling/room/seal.ts); null: nothing is sealed. */
  sealedWith?: string | null
  /** The page's address. */
  page: Pick<Location, 'protocol' | 'host'>
  onTransport(kind: TransportKind): void
  openRelay?: typeof openRelayRoom
  openBroadcast?: typeof openBroadcastRoom
}

/**
 * A room over the relay of the page's own server. A static host has none: if the first connection fails, the room is one
 * of this browser's tabs instead. `onTransport` says which, once it is known. A relay that was reached once is never given up.
 */
export function openTransport({ sealedWith = null, ...options }: TransportOptions): RoomTransport {
  const plain = openPlain(options)
  return sealedWith === null ? plain : sealTransport(plain, { room: options.room, key: sealedWith })
}

/** The key of a room in the fragment of an address, which no server sees; null if there is none, or it cannot be used. */
export function readRoomKey(fragment: string): string | null {
  const key = new URLSearchParams(fragment.replace(/^#/, '')).get('key')
  return key !== null && isRoomKey(key) && canSeal() ? key : null
}

function openPlain({
  room,
  page,
  onTransport,
  openRelay = openRelayRoom,
  openBroadcast = openBroadcastRoom,
}: Omit<TransportOptions, 'sealedWith'>): RoomTransport {
  const self = createMemberId()
  const listeners = new Set<(event: TransportEvent) => void>()
  const unsent: Parameters<RoomTransport['send']>[] = []
  let current: RoomTransport = openRelay({ address: relayAddress(page), room, self })
  let isKnown = false

  function follow(transport: RoomTransport) {
    return transport.subscribe((event) => {
      if (!isKnown && event.type === 'status') {
        if (event.status === 'lost') {
          fallBack()
          return
        }
        decide('relay')
      }
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(event)
    })
  }

  function decide(kind: TransportKind) {
    isKnown = true
    onTransport(kind)
    for (const sent of unsent.splice(0)) current.send(...sent)
  }

  function fallBack() {
    unsubscribe()
    current.close()
    current = openBroadcast(room, self)
    decide('broadcast')
    unsubscribe = follow(current)
  }

  let unsubscribe = follow(current)

  return {
    self,
    get status() {
      return current.status
    },
    subscribe(listener) {
      const forward = (event: TransportEvent) => listener(event)
      listeners.add(forward)
      return () => void listeners.delete(forward)
    },
    send(to, body) {
      if (isKnown) current.send(to, body)
      else unsent.push([to, body])
    },
    close() {
      isKnown = true
      unsubscribe()
      listeners.clear()
      current.close()
    },
  }
}
