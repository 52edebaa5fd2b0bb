import { computed, shallowRef } from 'vue'
import { whenIdle } from '../../browser/whenIdle'
import { openReceiver } from './receive'
import { createSession, takeMessage } from './session'
import type { PlainEvent } from '../inspectorMessages'

/** Milliseconds in which messages are gathered before they are drawn: about a frame. */
const GATHER = 16
/** Milliseconds after which they are drawn although there still is something else to do. */
const LATEST = 200

/**
 * Everything the app tells, drawn at most once a frame however fast it comes, and not while there is something
 * else to do: this window may share its only thread with the app it looks at.
 */
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
    setTimeout(whenIdle, GATHER, show, LATEST)
  }

  function show() {
    isWaiting = false
    version.value++
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
