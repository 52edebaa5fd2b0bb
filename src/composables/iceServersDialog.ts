import { shallowRef } from 'vue'

/** Whether the dialog is open. The options bar and a problem with a server open it. */
export const isIceServersOpen = shallowRef(false)
