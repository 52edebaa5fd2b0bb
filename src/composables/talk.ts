import { onScopeDispose, shallowRef, watch } from 'vue'
import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'
import { useCall } from '../session/callSession'
import { readStored, writeStored } from '../browser/storage'

/* What a presenter sets for a talk; all of it is stored for the visit. */

const STOPS = 'stop-points'
const BEGAN = 'talk-began'
const RING = 'pointer-ring'

/** The steps before which play stops. */
export const stopPoints = shallowRef<readonly StepId[]>(readStops(readStored(STOPS, 'visit')))

/** When the talk began, in milliseconds of the wall clock, which also runs while a laptop sleeps; null: not yet. */
export const talkBegan = shallowRef<number | null>(Number(readStored(BEGAN, 'visit')) || null)

/** Whether a ring follows the pointer. */
export const hasRing = shallowRef(readStored(RING, 'visit') === 'true')

watch(stopPoints, (stops) => writeStored(STOPS, stops.join(' '), 'visit'))
watch(talkBegan, (began) => writeStored(BEGAN, String(began ?? ''), 'visit'))
watch(hasRing, (now) => writeStored(RING, String(now), 'visit'))

/** The steps that a stored text names, in the order of the call; what is no step is left out. */
export function readStops(text: string | null): readonly StepId[] {
  const named = (text ?? '').split(' ')
  return STEP_IDS.filter((id) => named.includes(id))
}

/** Pauses play when the call is about to run a step with a stop point. Play that starts there goes on. */
export function useStopPoints(): void {
  const { frame, playback } = useCall()
  watch(
    () => frame.value.view.turn.step,
    (step) => {
      if (step !== null && frame.value.playing && stopPoints.value.includes(step)) playback.pause()
    },
  )
}

/** How long the talk has lasted, in whole seconds, drawn once a second; null before it began. */
export function useTalkTime() {
  const seconds = shallowRef<number | null>(null)
  function read() {
    seconds.value =
      talkBegan.value === null ? null : Math.max(0, Math.floor((Date.now() - talkBegan.value) / 1000))
  }
  watch(talkBegan, read, { immediate: true })
  const timer = setInterval(read, 1000)
  onScopeDispose(() => {
    clearInterval(timer)
  })
  return seconds
}

/** Minutes and seconds: `21:40`. */
export function formatTalk(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
}
