import { onScopeDispose, watch } from 'vue'
import { useCall } from '../session/callSession'
import { dueStop, showDueStop, shownStop } from './stopQuestion'
import { stopPoints } from './talk'

/**
 * While presenting, the call stops before each step with a stop point: play pauses and shows the question, and the main
 * button shows it before it runs the step. Play that starts there goes on.
 */
export function useStopPoints(): void {
  const { frame, playback } = useCall()
  watch(
    [() => frame.value.now.turn.step, () => frame.value.now.turn.tag === 'busy', stopPoints],
    ([step, isBusy, stops], [before, wasBusy]) => {
      if (step !== before || isBusy !== wasBusy) shownStop.value = null
      dueStop.value =
        step !== null && !isBusy && stops.includes(step) && shownStop.value !== step ? step : null
      if (!frame.value.playing || dueStop.value === null) return
      playback.pause()
      showDueStop()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    dueStop.value = shownStop.value = null
  })
}
