import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { LogEntry } from '../../machines/log'
import type { StepId } from '../../machines/steps'
import { viewCall } from './callView'
import type { CallView } from './callView'
import { momentOfStep, stopBefore } from './tape'
import type { Stop, Tape } from './tape'

/** A cursor over a tape: the moment on screen, and the ways to another. Needs no peers. */
export interface History {
  /** The moment on screen. */
  readonly view: ComputedRef<CallView>
  /** The newest moment, whatever is on screen. */
  readonly now: ComputedRef<CallView>
  /** Position of the moment on screen among the moments; null follows the newest. */
  readonly cursor: Readonly<ShallowRef<number | null>>
  /** Number of entries of the whole log: the position of the newest moment. */
  readonly length: ComputedRef<number>
  /** The moments that stepping goes through, oldest first; the first is the beginning. */
  readonly stops: ComputedRef<readonly Stop[]>
  /** The entry that led to the moment at a position; null for the beginning. */
  entryAt(index: number): LogEntry | null
  /** Shows the moment at a position; null, and every position past the last, is the newest. */
  lookAt(index: number | null): void
  /** One step back; from the newest moment, to the end of the step before. */
  stepBack(): void
  /** One step on, until it is the newest moment again. */
  stepForward(): void
  /** Position of the moment when a step had just become done; null if it has not, however far back one looks. */
  momentOfStep(id: StepId): number | null
}

/** Makes a cursor over a tape. `isLive`: the tape's end is a running call, not the end of a recording. */
export function createHistory(tape: Readonly<ShallowRef<Tape>>, isLive: boolean): History {
  const cursor = shallowRef<number | null>(null)
  // A tape that grows triggers without being another: what is seen of the past must not be drawn anew for it.
  const current = computed(() => tape.value)
  const length = computed(() => tape.value.log.length)
  const position = computed(() => cursor.value ?? length.value)
  const view = computed(() => viewAt(current.value, position.value, isLive && cursor.value === null))
  const now = computed(() =>
    cursor.value === null ? view.value : viewAt(current.value, length.value, isLive),
  )

  function lookAt(index: number | null) {
    const isPast = index !== null && index < tape.value.log.length
    cursor.value = isPast ? Math.max(0, Math.trunc(index)) : null
  }

  return {
    view,
    now,
    cursor,
    length,
    stops: computed(() => tape.value.stops.slice()),
    entryAt: (index) => tape.value.log[index - 1] ?? null,
    lookAt,
    stepBack() {
      const { stops } = tape.value
      const before = cursor.value ?? stopBefore(tape.value, length.value).index
      const stop = stops.findLast(({ index }) => index < before)
      if (stop !== undefined) lookAt(stop.index)
    },
    stepForward() {
      const { stops } = tape.value
      const stop = stops.find(({ index }) => index > position.value)
      lookAt(stop === undefined || stop === stops.at(-1) ? null : stop.index)
    },
    momentOfStep: (id) => momentOfStep(tape.value, id),
  }
}

function viewAt({ moments, log }: Tape, index: number, isLive: boolean): CallView {
  const moment = moments[index]
  if (moment === undefined) throw new Error(`no moment ${String(index)}`)
  // A slice of ten thousand entries takes microseconds, and a view stays what it was when it was made.
  return viewCall(moment, log.slice(0, index), isLive)
}
