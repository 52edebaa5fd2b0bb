import { onScopeDispose, shallowRef, watch } from 'vue'
import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'
import { useCall } from '../session/callSession'
import { readStored, writeStored } from '../browser/storage'
import { dueStop, showDueStop, shownStop } from './stopQuestion'

/* What a presenter sets for a talk; all of it is stored for the visit. */

const STOPS = 'stop-points'
const LINES = 'stop-lines'
/** Characters of a line. */
export const MAX_LINE = 200
const BEGAN = 'talk-began'
const RING = 'pointer-ring'

/** The steps before which a talk stops for a question. */
export const stopPoints = shallowRef<readonly StepId[]>(readStops(readStored(STOPS, 'visit')))

/** What the presenter asks before a step, in place of its guess. */
export type StopLines = Readonly<Partial<Record<StepId, string>>>

export const stopLines = shallowRef<StopLines>(readLines(readStored(LINES, 'visit')))

/** When the talk began, in milliseconds of the wall clock, which also runs while a laptop sleeps; null: not yet. */
export const talkBegan = shallowRef<number | null>(Number(readStored(BEGAN, 'visit')) || null)

/** Whether a ring follows the pointer. */
export const hasRing = shallowRef(readStored(RING, 'visit') === 'true')

watch(stopPoints, (stops) => writeStored(STOPS, stops.join(' '), 'visit'))
watch(stopLines, (lines) => writeStored(LINES, writeLines(lines), 'visit'))
watch(talkBegan, (began) => writeStored(BEGAN, String(began ?? ''), 'visit'))
watch(hasRing, (now) => writeStored(RING, String(now), 'visit'))

/** The steps that a stored text names, in the order of the call; what is no step is left out. */
export function readStops(text: string | null): readonly StepId[] {
  const named = (text ?? '').split(' ')
  return STEP_IDS.filter((id) => named.includes(id))
}

/** The lines that a stored text holds: each begins with its step. What is no such line is left out. */
export function readLines(text: string | null): StopLines {
  const lines = (text ?? '').split('\n').map((line) => /^(\S+) (.*)$/u.exec(line))
  const found = STEP_IDS.flatMap((id) => {
    const line = tidy(lines.findLast((one) => one?.[1] === id)?.[2] ?? '')
    return line === '' ? [] : [[id, line] as const]
  })
  return Object.fromEntries(found)
}

/** Lines as the text that `readLines` reads. */
export function writeLines(lines: StopLines): string {
  return STEP_IDS.flatMap((id) => {
    const line = tidy(lines[id] ?? '')
    return line === '' ? [] : `${id} ${line}`
  }).join('\n')
}

function tidy(line: string): string {
  return line.replace(/\s+/gu, ' ').trim().slice(0, MAX_LINE).trimEnd()
}

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
