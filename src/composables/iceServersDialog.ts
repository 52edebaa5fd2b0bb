import { shallowRef } from 'vue'

/** Whether the dialog is open: the options bar opens it, and so does a problem with a server. */
export const isIceServersOpen = shallowRef(false)
