import type { End } from '../../machines/steps'

/** The role of a tab in a call that several tabs share: its room, and the end that it plays. */
export interface RoomRole {
  room: string
  /** null: the tab only watches. */
  end: End | null
  /** relay: the ends are on several devices, over the relay of the page's own server; otherwise in tabs of one browser. */
  via?: 'relay'
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
  const role: RoomRole = { room, end: end === 'caller' || end === 'callee' ? end : null }
  return query.get('via') === 'relay' ? { ...role, via: 'relay' } : role
}

/** The query of an address that names a role. */
export function roleQuery({ room, end, via }: RoomRole): { room: string; end?: End; via?: 'relay' } {
  return { room, ...(end !== null && { end }), ...(via && { via }) }
}
