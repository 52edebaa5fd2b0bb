import { readMessage } from '../inspectorMessages'
import type { InspectorMessage } from '../inspectorMessages'

/** Where the server of this page passes on what machines in Node send (scripts/inspectRelay.mjs). */
export function nodeAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/inspect`
}

/**
 * Takes what machines in Node report; resolves to whether the server of this page passes it on. What is no message of
 * the protocol goes to `onUnreadable`. Never rejects.
 */
export function listenToNode(
  onMessage: (message: InspectorMessage) => void,
  onUnreadable: () => void,
): Promise<boolean> {
  return new Promise((done) => {
    const socket = new WebSocket(`${nodeAddress()}?view`)
    socket.addEventListener('open', () => {
      done(true)
    })
    socket.addEventListener('error', () => {
      done(false)
    })
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readText(data)
      if (message === null) onUnreadable()
      else onMessage(message)
    })
  })
}

function readText(data: unknown): InspectorMessage | null {
  try {
    return typeof data === 'string' ? readMessage(JSON.parse(data)) : null
  } catch {
    return null
  }
}
