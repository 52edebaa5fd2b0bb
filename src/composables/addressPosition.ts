import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** The position in the log that an address names; null if it names none. */
export function positionOf(query: LocationQuery): number | null {
  const { at } = query
  return typeof at === 'string' && /^\d{1,7}$/.test(at) ? Number(at) : null
}

/** A query with another position in it; null removes it, which means the newest moment. */
export function withPosition(
  { at: _before, ...query }: LocationQuery,
  position: number | null,
): LocationQueryRaw {
  return position === null ? query : { ...query, at: String(position) }
}
