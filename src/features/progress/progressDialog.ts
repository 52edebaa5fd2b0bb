import { shallowRef } from 'vue'

/** Whether the dialog is open: the header opens it, and so does the foot of every note. */
export const isProgressOpen = shallowRef(false)
