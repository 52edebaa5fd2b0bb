import { load } from 'virtual:search-entries'
import type { SearchEntry } from './entry'
import { unpackEntries } from './pack'

/** All entries, as the build wrote them (build/search-plugin.ts); loaded when first needed. */
export async function loadEntries(): Promise<readonly SearchEntry[]> {
  return unpackEntries(await load())
}
