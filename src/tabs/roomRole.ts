import type { End } from '../../machines/steps'

/** The role of a tab in a call that several tabs share: its room, and the end that it plays. */
export interface RoomRole {
  room: string
  /** null: the tab only watches. */
  end: End | null
}

/** The other end of the call. */
export function otherEnd(end: End): End {
  return end === 'caller' ? 'callee' : 'caller'
}

/** The role in an address with `?room=` and `&end=`; null if it names no room. */
export function readRoomRole(query: URLSearchParams): RoomRole | null {
  const room = query.get('room')
  if (room === null || !/^[\w-]{4,32}$/.test(room)) return null
  const end = query.get('end')
  return { room, end: end === 'caller' || end === 'callee' ? end : null }
}

/** The query of an address that names a role. */
export function roleQuery({ room, end }: RoomRole): { room: string; end?: End } {
  return end === null ? { room } : { room, end }
}
