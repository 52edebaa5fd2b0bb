import { onMounted, readonly, shallowRef } from 'vue'
import type { Ref } from 'vue'
import { noteInspectorWindow } from '../composables/inspectorWindow'
import type { CallControls } from '../session/session'
import type { openInspector } from './bridge/openInspector'

/** What an inspector shows: the reports of machines, and where actions from it go. */
export type Inspected = Pick<CallControls, 'inspect' | 'send'>

export interface InspectorWindow {
  /** The address of the app's own inspector. */
  readonly url: string
  /** The bridge once it is loaded; before that nothing can be opened. */
  readonly bridge: Readonly<Ref<typeof openInspector | null>>
  /** Opens the app's inspector in a window. Only in a click; false if the browser refused. */
  open(): boolean
}

/** The inspector's window. The bridge is loaded with the component: after a click the browser opens no window for code that had to load first. */
export function useInspectorWindow(inspected: () => Inspected): InspectorWindow {
  const bridge = shallowRef<typeof openInspector | null>(null)
  const url = new URL(`${document.documentElement.dataset['root'] ?? '/'}inspector.html`, location.href).href
  onMounted(async () => {
    bridge.value = (await import('./bridge/openInspector')).openInspector
  })
  return {
    url,
    bridge: readonly(bridge),
    open() {
      const opened = bridge.value?.({ call: inspected(), url })
      if (opened?.isOpen() === true) {
        noteInspectorWindow(url)
        return true
      }
      opened?.close()
      return false
    },
  }
}
