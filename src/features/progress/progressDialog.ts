import { shallowRef } from 'vue'

/** Whether the dialog is open. The header and the foot of every note open it. */
export const isProgressOpen = shallowRef(false)
