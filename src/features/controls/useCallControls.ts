import { computed } from 'vue'
import { useCall } from '../../session/callSession'
import { canHangUp } from '../../session/nextAction'
import { canTogglePlay, isRunning } from '../../session/playing'
import { controlsWords } from '../../i18n/messages/controls'
import { useI18n } from '../../i18n/useI18n'

/** The speeds of playing, as factors. */
export const SPEEDS = [0.5, 1, 2, 4]

/** What the controls of the call can do now, and what playing is called. */
export function useCallControls() {
  const { t } = useI18n()
  const { frame, history, controls } = useCall()
  /** A tab that watches plays no end. */
  const isWatching = computed(() => frame.value.tabs?.own === null)

  return {
    isWatching,
    runs: computed(() => isRunning(frame.value)),
    isPast: computed(() => controls === null || history.cursor.value !== null),
    canPlay: computed(() => canTogglePlay(frame.value)),
    canEnd: computed(() => !isWatching.value && canHangUp(history.view.value)),
    playLabel: computed(() => {
      if (frame.value.runningTo !== null) return t(controlsWords.stop)
      return t(frame.value.playing ? controlsWords.pause : controlsWords.play)
    }),
  }
}
