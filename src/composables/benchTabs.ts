import { shallowRef } from 'vue'
import type { TabsState } from '../tabs/tabsState'

/** How the bench of this tab is shared with other tabs; null while both of its ends are here. */
export const benchTabs = shallowRef<TabsState | null>(null)
