import type { SearchEntry } from './entry'
import { unpackEntries } from './pack'

/** All entries, as the build wrote them (build/search-plugin.ts); loaded when first needed. */
export async function loadEntries(): Promise<readonly SearchEntry[]> {
  const { packed } = await import('virtual:search-entries')
  return unpackEntries(packed)
}
