import type { SearchEntry } from './entry'
import { unpackEntries } from './pack'

/** Everything that can be found, as the build wrote it (build/search-plugin.ts); fetched when first asked for. */
export async function loadEntries(): Promise<readonly SearchEntry[]> {
  const { packed } = await import('virtual:search-entries')
  return unpackEntries(packed)
}
