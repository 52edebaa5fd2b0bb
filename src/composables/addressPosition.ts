import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** The moment that an address names: a position in the log. Null where it names none. */
export function positionOf(query: LocationQuery): number | null {
  const { at } = query
  return typeof at === 'string' && /^\d{1,7}$/.test(at) ? Number(at) : null
}

/** A query with another moment in it; null leaves it out, which means now. */
export function withPosition(
  { at: _before, ...query }: LocationQuery,
  position: number | null,
): LocationQueryRaw {
  return position === null ? query : { ...query, at: String(position) }
}
