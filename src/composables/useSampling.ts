import { computed, watch } from 'vue'
import type { Ref } from 'vue'
import type { CallFrame } from '../session/callFrame'
import type { CallSession } from '../session/callSession'

/** Milliseconds between two samples. */
const PERIOD = 1000

/**
 * Whether statistics of a call are read now: from the first agreed description on, when ICE has pairs to check, until
 * the call is closed; never during a step or a run, so that getStats() does not slow what is being watched.
 */
export function isSampled({ now, runningTo }: Pick<CallFrame, 'now' | 'runningTo'>): boolean {
  if (runningTo !== null || Object.values(now.statuses).includes('busy')) return false
  return now.connections.some(({ facts: { peer } }) => {
    if (peer === null || peer.connectionState === 'closed') return false
    return peer.currentLocalDescription !== null || peer.currentRemoteDescription !== null
  })
}

/** Reads the statistics of a running call every second, whatever is on screen, while the page is visible. */
export function useSampling(call: Readonly<Ref<CallSession | null>>): void {
  const media = computed(() => {
    const session = call.value
    return session !== null && isSampled(session.frame.value) ? session.media : null
  })

  watch(
    media,
    (asked, _before, onCleanup) => {
      if (asked === null) return
      const timer = setInterval(() => {
        if (document.visibilityState !== 'hidden') void asked.takeSample()
      }, PERIOD)
      onCleanup(() => {
        clearInterval(timer)
      })
    },
    { immediate: true },
  )
}
