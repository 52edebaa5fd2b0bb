import type { Call } from './createCall'

/**
 * Ends the call when its page is left, so that camera, microphone and connections are free at once. A browser may keep
 * a page that was left and restore it (HTML §7.4.6.1, `persisted`). A call that had begun then shows that it is over,
 * and another starts only when the learner asks; one that had not begun is ready.
 */
export function followPageLifecycle(call: Call): void {
  addEventListener('pagehide', () => {
    call.close()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    // Leaving the page gave up the role, so the tab joins the room again from the beginning.
    if (call.frame.value.tabs !== null) location.reload()
    else if (call.frame.value.now.turn.phase !== 'closed') call.playback.restart()
  })
}
