import { shallowRef } from 'vue'
import type { Ref } from 'vue'
import { useCall } from '../session/callSession'
import { canHangUp } from '../session/nextAction'
import { useWanted } from '../browser/useWanted'

/**
 * The key R. A running call cannot be brought back and a single key is easily pressed by mistake, so the page asks
 * first. Where no call runs, and in a recording, nothing can be lost.
 */
export function useRestartKey(): {
  isAsked: Ref<boolean>
  isWanted: Readonly<Ref<boolean>>
  restart(): void
} {
  const { frame, playback } = useCall()
  const isAsked = shallowRef(false)

  return {
    isAsked,
    isWanted: useWanted(isAsked),
    restart() {
      const { tabs, now } = frame.value
      const isWatching = tabs !== null && tabs.own === null
      if (isWatching) return
      if (canHangUp(now)) isAsked.value = true
      else playback.restart()
    },
  }
}
