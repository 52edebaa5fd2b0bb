import { openBroadcastRoom } from '../../broadcast-signaling/room/broadcast'
import type { openMqttRoom } from '../../broadcast-signaling/room/mqtt'
import { openRelayRoom, relayAddress } from '../../broadcast-signaling/room/relay'
import { canSeal, isRoomKey, sealTransport } from '../../broadcast-signaling/room/seal'
import { createMemberId } from '../../broadcast-signaling/room/transport'
import type { RoomTransport, TransportEvent } from '../../broadcast-signaling/room/transport'
import type { TransportKind } from './createRoom'

/** What the learner has chosen: the relay, a broker, the tabs of this browser, or a connection made by hand. */
export type TransportChoice =
  | { kind: 'relay' | 'broadcast' }
  | { kind: 'mqtt'; address: string; openMqtt: typeof openMqttRoom }
  | { kind: 'hand'; transport: RoomTransport }

export interface TransportOptions {
  room: string
  choice: TransportChoice
  /** Encrypts what crosses (broadcast-signaling/room/seal.ts); null: nothing is sealed. */
  sealedWith?: string | null
  /** The page's address. */
  page: Pick<Location, 'protocol' | 'host'>
  onTransport(kind: TransportKind): void
  openRelay?: typeof openRelayRoom
  openBroadcast?: typeof openBroadcastRoom
}

/** Opens the way to a room that the learner has chosen. `onTransport` says which it is, once that is known. */
export function openTransport({ sealedWith = null, ...options }: TransportOptions): RoomTransport {
  const plain = openPlain(options)
  return sealedWith === null ? plain : sealTransport(plain, { room: options.room, key: sealedWith })
}

/** The key of a room in the fragment of an address, which no server sees; null if there is none, or it cannot be used. */
export function readRoomKey(fragment: string): string | null {
  const key = new URLSearchParams(fragment.replace(/^#/, '')).get('key')
  return key !== null && isRoomKey(key) && canSeal() ? key : null
}

function openPlain(options: Omit<TransportOptions, 'sealedWith'>): RoomTransport {
  const { room, choice, onTransport, openBroadcast = openBroadcastRoom } = options
  if (choice.kind === 'relay') return openRelayOrTabs(options)
  onTransport(choice.kind)
  if (choice.kind === 'hand') return choice.transport
  return choice.kind === 'mqtt' ? choice.openMqtt({ address: choice.address, room }) : openBroadcast(room)
}

/**
 * A room over the relay of the page's own server. A static host has none: if the first connection fails, the room is one
 * of this browser's tabs instead. A relay that was reached once is never given up.
 */
function openRelayOrTabs({
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
