import type { End } from '../../machines/steps'

/** Where a tab sits when a call is spread over several: which room, and which end it plays there. */
export interface Place {
  room: string
  /** null: it only watches. */
  end: End | null
}

/** The other end of the call. */
export function otherEnd(end: End): End {
  return end === 'caller' ? 'callee' : 'caller'
}

/** The place that an address names by `?room=` and `&end=`; null where it names no room. */
export function readPlace(query: URLSearchParams): Place | null {
  const room = query.get('room')
  if (room === null || !/^[\w-]{4,32}$/.test(room)) return null
  const end = query.get('end')
  return { room, end: end === 'caller' || end === 'callee' ? end : null }
}

/** A place as the part of an address that names it. */
export function placeQuery({ room, end }: Place): { room: string; end?: End } {
  return end === null ? { room } : { room, end }
}
