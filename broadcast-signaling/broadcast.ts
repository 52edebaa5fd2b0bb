import type { Channel } from './channel'

/**
 * Opens the real channel: every page of this origin in this browser that opens the same name (WHATWG HTML §9.5,
 * BroadcastChannel). A post that cannot be deserialized here (`messageerror`) is passed on as null. That is not a valid
 * message, so it is refused, counted and shown, and what was lost is asked for again.
 */
export function openBroadcast(name: string): Channel {
  const channel = new BroadcastChannel(name)

  return {
    post: (data) => channel.postMessage(data),
    subscribe(listener) {
      const forward = (event: MessageEvent<unknown>) => listener(event.data)
      const types = ['message', 'messageerror'] as const
      for (const type of types) channel.addEventListener(type, forward)
      return () => {
        for (const type of types) channel.removeEventListener(type, forward)
      }
    },
    close: () => channel.close(),
  }
}
