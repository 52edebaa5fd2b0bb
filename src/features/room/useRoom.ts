import { inject } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import type { Room, TransportKind } from '../../room/createRoom'

/** The room of the page. */
export interface PageRoom extends Room {
  /** How the members reach each other; null until that is known. */
  readonly transport: Readonly<Ref<TransportKind | null>>
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
