import type { Channel } from './channel'
import { runListener } from './listener'

/** A set of named channels that only its owner can open. */
export interface MemoryBus {
  open(name: string): Channel
}

/** The same contract as `openBroadcast`, inside one page: for tests, and for browsers without BroadcastChannel. */
export function createMemoryBus(): MemoryBus {
  // The listeners of each open channel; a Set keeps the order of opening, as BroadcastChannel does.
  const open = new Set<{ name: string; listeners: Set<(data: unknown) => void> }>()

  return {
    open(name) {
      const self = { name, listeners: new Set<(data: unknown) => void>() }
      open.add(self)

      return {
        post(data) {
          if (!open.has(self)) throw new DOMException('The channel is closed.', 'InvalidStateError')
          const snapshot: unknown = structuredClone(data)
          const others = [...open].filter((other) => other !== self && other.name === name)
          queueMicrotask(() => {
            for (const { listeners } of others) {
              const copy: unknown = structuredClone(snapshot)
              for (const listener of [...listeners]) {
                // An earlier listener may have unsubscribed this one or closed the channel.
                if (listeners.has(listener)) runListener(() => listener(copy))
              }
            }
          })
        },
        subscribe(listener) {
          // A wrapper, so that one function subscribed twice is two subscriptions.
          const forward = (data: unknown) => listener(data)
          self.listeners.add(forward)
          return () => void self.listeners.delete(forward)
        },
        close() {
          open.delete(self)
          self.listeners.clear()
        },
      }
    },
  }
}
