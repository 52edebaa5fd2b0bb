import type { Channel } from './channel'

/**
 * The real wire: every page of this origin that opens the same name, in this browser.
 * WHATWG HTML §9.5, BroadcastChannel. A post that cannot be deserialized at the other side
 * (`messageerror`) counts as lost.
 */
export function openBroadcast(name: string): Channel {
  const channel = new BroadcastChannel(name)

  return {
    post: (data) => channel.postMessage(data),
    subscribe(listener) {
      const hear = (event: MessageEvent<unknown>) => listener(event.data)
      channel.addEventListener('message', hear)
      return () => channel.removeEventListener('message', hear)
    },
    close: () => channel.close(),
  }
}
