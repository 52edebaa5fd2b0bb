import { computed, shallowRef } from 'vue'
import { whenIdle } from '../../browser/whenIdle'
import { openReceiver } from './receive'
import { createSession, takeMessage } from './session'
import type { InspectorMessage, PlainEvent } from '../inspectorMessages'

/** Milliseconds for which messages are collected before they are drawn: about a frame. */
const GATHER = 16
/** Milliseconds after which they are drawn even if the browser is not idle. */
const LATEST = 200

/**
 * Everything the app sends, drawn at most once a frame and preferably when the browser is idle, because this window may
 * share its only thread with the app.
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
    // Not an animation frame: a window in the background gets none, and would be out of date when shown.
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
    /** Increases when there is something new to draw: the session is one mutable object. */
    version,
    accepts,
    unreadable,
    hasApp: receiver !== null,
    actors: computed(() => (version.value < 0 ? [] : [...session.value.actors.values()])),
    /** Begins again, with these messages. */
    begin(messages: readonly InspectorMessage[]) {
      session.value = createSession()
      for (const message of messages) takeMessage(session.value, message)
      version.value++
    },
    send(sessionId: string, event: PlainEvent) {
      receiver?.send(sessionId, event)
    },
  }
}
