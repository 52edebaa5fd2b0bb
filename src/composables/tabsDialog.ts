import { shallowRef } from 'vue'

/** Whether the dialog of two tabs is open. The header and What now? open it. */
export const isTabsOpen = shallowRef(false)
