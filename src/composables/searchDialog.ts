import { shallowRef } from 'vue'

/** Whether the search dialog is open. The header, the key `/` and the home page open it. */
export const isSearchOpen = shallowRef(false)

/** The query that the dialog shows when it opens; null keeps the last one. */
export const wantedQuery = shallowRef<string | null>(null)

/** Opens the search dialog, with a query if one is given. */
export function openSearch(query: string | null = null): void {
  wantedQuery.value = query
  isSearchOpen.value = true
}
