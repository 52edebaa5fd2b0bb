import type { Channel } from './channel'

/**
 * The real wire: every page of this origin that opens the same name, in this browser.
 * WHATWG HTML §9.5, BroadcastChannel. A post that cannot be deserialized here (`messageerror`) is
 * heard as null: no message, so it is refused, counted and shown, and its gap is asked for.
 */
export function openBroadcast(name: string): Channel {
  const channel = new BroadcastChannel(name)

  return {
    post: (data) => channel.postMessage(data),
    subscribe(listener) {
      const hear = (event: MessageEvent<unknown>) => listener(event.data)
      const types = ['message', 'messageerror'] as const
      for (const type of types) channel.addEventListener(type, hear)
      return () => {
        for (const type of types) channel.removeEventListener(type, hear)
      }
    },
    close: () => channel.close(),
  }
}
