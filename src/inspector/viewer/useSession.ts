import { computed, shallowRef } from 'vue'
import { whenIdle } from '../../browser/whenIdle'
import { listenToNode } from './listenToNode'
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
  const isListening = shallowRef(false)
  /** What the session was made of, in order, to be saved. */
  let messages: InspectorMessage[] = []
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

  function takeOne(message: InspectorMessage) {
    messages.push(message)
    takeMessage(session.value, message)
    draw()
  }

  const receiver = openReceiver({
    onReset() {
      session.value = createSession()
      messages = []
      unreadable.value = 0
    },
    onMessage: takeOne,
    onAccepts(events) {
      accepts.value = events
    },
    onUnreadable() {
      unreadable.value++
    },
  })

  /** Listens to machines in Node by way of the server of this page; resolves to whether that server can. */
  async function listen(): Promise<boolean> {
    const isOpen = await listenToNode(takeOne, () => {
      unreadable.value++
    })
    isListening.value = isOpen
    return isOpen
  }

  return {
    session,
    listen,
    isListening,
    /** Increases when there is something new to draw: the session is one mutable object. */
    version,
    accepts,
    unreadable,
    hasApp: receiver !== null,
    actors: computed(() => (version.value < 0 ? [] : [...session.value.actors.values()])),
    /** Begins again, with these messages. */
    begin(first: readonly InspectorMessage[]) {
      session.value = createSession()
      messages = [...first]
      for (const message of messages) takeMessage(session.value, message)
      version.value++
    },
    /** Everything received so far, in order. */
    messages: (): readonly InspectorMessage[] => messages,
    send(sessionId: string, event: PlainEvent) {
      receiver?.send(sessionId, event)
    },
  }
}
