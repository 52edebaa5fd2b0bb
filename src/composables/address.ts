import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** The moment that an address names: a position in the log. Null where it names none. */
export function momentOf(query: LocationQuery): number | null {
  const { at } = query
  return typeof at === 'string' && /^\d{1,7}$/.test(at) ? Number(at) : null
}

/** A query with another moment in it; null leaves it out, which means now. */
export function withMoment(
  { at: _before, ...query }: LocationQuery,
  moment: number | null,
): LocationQueryRaw {
  return moment === null ? query : { ...query, at: String(moment) }
}
