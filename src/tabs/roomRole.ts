import type { End } from '../../machines/steps'

/** What a tab is in a call that is shared among tabs: its room, and the end that it plays there. */
export interface RoomRole {
  room: string
  /** null: it only watches. */
  end: End | null
}

/** The other end of the call. */
export function otherEnd(end: End): End {
  return end === 'caller' ? 'callee' : 'caller'
}

/** The role that an address names by `?room=` and `&end=`; null where it names no room. */
export function readRoomRole(query: URLSearchParams): RoomRole | null {
  const room = query.get('room')
  if (room === null || !/^[\w-]{4,32}$/.test(room)) return null
  const end = query.get('end')
  return { room, end: end === 'caller' || end === 'callee' ? end : null }
}

/** A role as the part of an address that names it. */
export function roleQuery({ room, end }: RoomRole): { room: string; end?: End } {
  return end === null ? { room } : { room, end }
}
