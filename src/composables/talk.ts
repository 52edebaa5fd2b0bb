import { onScopeDispose, shallowRef, watch } from 'vue'
import type { StepId } from '../../machines/steps'
import { STEP_IDS } from '../../machines/steps'
import { readStored, writeStored } from '../browser/storage'
import { createKept } from './keptValue'

/* What a presenter sets for a talk. Stops, questions and notes are kept in this browser for every later visit; the
   time and the ring belong to one visit. */

/** Characters of a question. */
export const MAX_LINE = 200
/** Characters of a note. */
export const MAX_NOTE = 2_000
const BEGAN = 'talk-began'
const RING = 'pointer-ring'

/** A text for each of some steps. */
export type StepTexts = Readonly<Partial<Record<StepId, string>>>

const stops = createKept('stop-points', readStops, (now) => now.join(' '))
const lines = createKept<StepTexts>('stop-lines', readLines, writeLines)
const notes = createKept<StepTexts>('stop-notes', readNotes, (now) => JSON.stringify(now))

/** The steps before which a talk stops for a question. */
export const stopPoints = stops.value
/** What the presenter asks before a step, in place of its guess. */
export const stopLines = lines.value
/** What the presenter wrote for herself; the projector shows it only when asked. */
export const stopNotes = notes.value
/** Whether this browser refuses to keep what was set last: then it is gone when the page closes. */
export const isTalkUnkept = notes.isRefused

/** When the talk began, in milliseconds of the wall clock, which also runs while a laptop sleeps; null: not yet. */
export const talkBegan = shallowRef<number | null>(Number(readStored(BEGAN, 'visit')) || null)

/** Whether a ring follows the pointer. */
export const hasRing = shallowRef(readStored(RING, 'visit') === 'true')

watch(talkBegan, (began) => writeStored(BEGAN, String(began ?? ''), 'visit'))
watch(hasRing, (now) => writeStored(RING, String(now), 'visit'))

/** Sets a stop before a step, or takes it away; its question and its note stay. */
export function turnStop(step: StepId): void {
  stops.change((before) => STEP_IDS.filter((id) => (id === step) !== before.includes(id)))
}

/** Writes the question to ask before a step. */
export function setStopLine(step: StepId, text: string): void {
  lines.change((before) => ({ ...before, [step]: text }))
}

/** Writes the presenter's note at a step. */
export function setStopNote(step: StepId, text: string): void {
  notes.change((before) => ({ ...before, [step]: text }))
}

/** One stop of a planned lesson: what to ask, and what to expect. */
export interface PlannedStop {
  readonly step: StepId
  readonly ask: string
  readonly expect: string
}

/**
 * Sets exactly the stops of a planned lesson. A question takes the place of an earlier one; what is expected becomes the
 * note where there is none yet, so that nothing the presenter wrote is lost.
 */
export function planStops(plan: readonly PlannedStop[]): void {
  stops.change(() => STEP_IDS.filter((id) => plan.some(({ step }) => step === id)))
  lines.change((before) => ({ ...before, ...Object.fromEntries(plan.map(({ step, ask }) => [step, ask])) }))
  notes.change((before) => {
    const missing = plan.filter(({ step }) => (before[step] ?? '').trim() === '')
    return { ...before, ...Object.fromEntries(missing.map(({ step, expect }) => [step, expect])) }
  })
}

/** The steps that a stored text names, in the order of the call; what is no step is left out. */
export function readStops(text: string | null): readonly StepId[] {
  const named = (text ?? '').split(' ')
  return STEP_IDS.filter((id) => named.includes(id))
}

/** The lines that a stored text holds: each begins with its step. What is no such line is left out. */
export function readLines(text: string | null): StepTexts {
  const found = (text ?? '').split('\n').map((line) => /^(\S+) (.*)$/u.exec(line))
  return textsOf((id) => tidy(found.findLast((one) => one?.[1] === id)?.[2] ?? ''))
}

/** Lines as the text that `readLines` reads. */
export function writeLines(texts: StepTexts): string {
  return STEP_IDS.flatMap((id) => {
    const line = tidy(texts[id] ?? '')
    return line === '' ? [] : `${id} ${line}`
  }).join('\n')
}

/** The notes that a stored text holds as JSON, by step; what is no note is left out. */
export function readNotes(text: string | null): StepTexts {
  try {
    const stored = Object(JSON.parse(text ?? '{}')) as Record<string, unknown>
    return textsOf((id) => {
      const note = Object.hasOwn(stored, id) ? stored[id] : ''
      return typeof note === 'string' ? note.slice(0, MAX_NOTE) : ''
    })
  } catch {
    return {}
  }
}

function textsOf(textOf: (id: StepId) => string): StepTexts {
  return Object.fromEntries(STEP_IDS.map((id) => [id, textOf(id)] as const).filter(([, text]) => text !== ''))
}

function tidy(line: string): string {
  return line.replace(/\s+/gu, ' ').trim().slice(0, MAX_LINE).trimEnd()
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
