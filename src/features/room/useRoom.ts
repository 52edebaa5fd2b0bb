import { inject } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { Room, TransportKind } from '../../room/createRoom'

/** The room of the page. */
export interface PageRoom extends Room {
  /** How the members reach each other; null until that is known. */
  readonly transport: Readonly<Ref<TransportKind | null>>
  /** The address of the MQTT broker, if the room is over one. */
  readonly broker: Readonly<Ref<string | null>>
  /** The address that others open to come here. */
  readonly link: Readonly<Ref<string>>
  /** Whether a policy of this site has refused a connection. */
  readonly isRefused: Readonly<Ref<boolean>>
  /** Whether what crosses is encrypted with the key in the address. */
  readonly isSealed: Readonly<Ref<boolean>>
}

export const ROOM: InjectionKey<PageRoom> = Symbol('room')

/** Throws outside the page of the room, where nothing provides one. */
export function useRoom(): PageRoom {
  const room = inject(ROOM)
  if (room === undefined) throw new Error('no room is provided')
  return room
}
