import { computed, shallowRef } from 'vue'
import { openReceiver } from './receive'
import { createSession, takeMessage } from './session'
import type { PlainEvent } from '../messages'

/** Milliseconds in which messages are gathered before they are drawn: about a frame. */
const GATHER = 16

/** Everything the app tells, drawn at most once a frame however fast it comes. */
export function useSession() {
  const session = shallowRef(createSession())
  const accepts = shallowRef<readonly string[]>([])
  const unreadable = shallowRef(0)
  const version = shallowRef(0)
  let isWaiting = false

  function draw() {
    if (isWaiting) return
    isWaiting = true
    // Not an animation frame: a window in the background has none, and would show nothing when looked at.
    setTimeout(() => {
      isWaiting = false
      version.value++
    }, GATHER)
  }

  const receiver = openReceiver({
    onReset() {
      session.value = createSession()
      unreadable.value = 0
    },
    onMessage(message) {
      takeMessage(session.value, message)
      draw()
    },
    onAccepts(events) {
      accepts.value = events
    },
    onUnreadable() {
      unreadable.value++
    },
  })

  return {
    session,
    /** Grows when there is something new to draw: the session is one object that grows in place. */
    version,
    accepts,
    unreadable,
    hasApp: receiver !== null,
    actors: computed(() => (version.value < 0 ? [] : [...session.value.actors.values()])),
    send(sessionId: string, event: PlainEvent) {
      receiver?.send(sessionId, event)
    },
  }
}
