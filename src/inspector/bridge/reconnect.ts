import type { CallControls } from '../../session/session'
import { CONNECTED } from '../inspectorMessages'
import { openHello } from '../openHello'
import { openInspector } from './openInspector'

/** After a reload of the app: finds the inspector window that stayed open, and sends it the new call. */
export function reconnect(call: Pick<CallControls, 'inspect' | 'send'>, url: string): void {
  function onMessage(event: MessageEvent<{ type?: unknown } | null>) {
    if (event.origin !== location.origin || event.data?.type !== CONNECTED || event.source === null) return
    removeEventListener('message', onMessage)
    openInspector({ call, url, reuse: { target: event.source as WindowProxy, connected: event } })
  }

  addEventListener('message', onMessage)
  const channel = openHello()
  channel?.postMessage('hello')
  channel?.close()
}
