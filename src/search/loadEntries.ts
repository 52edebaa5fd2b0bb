import type { SearchEntry } from './entry'

/** Everything that can be found, as the build wrote it (build/search-plugin.ts); fetched when first asked for. */
export async function loadEntries(): Promise<readonly SearchEntry[]> {
  const { entries } = await import('virtual:search-entries')
  return entries
}
