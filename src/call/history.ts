import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { LogEntry, Moment } from '../../machines/log'
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
  /** The stop that the moment on screen belongs to. */
  readonly here: ComputedRef<Stop>
  /** The stop that one step on leads to; null when that is the newest moment. */
  readonly ahead: ComputedRef<Stop | null>
  /** The stop that one step back leads to; null at the beginning. */
  readonly behind: ComputedRef<Stop | null>
  /** All moments of the log on screen: one array that grows, and another one after a restart. */
  readonly momentList: ComputedRef<readonly Moment[]>
  /** The entry that led to the moment at a position; null for the beginning. */
  entryAt(index: number): LogEntry | null
  /** Both ends at the moment at a position; null past the newest. */
  momentAt(index: number): Moment | null
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

  const stops = computed(() => tape.value.stops.slice())
  const here = computed(() => stopBefore(stops.value, position.value))
  const behind = computed(() => {
    const before = cursor.value ?? here.value.index
    return stops.value.findLast(({ index }) => index < before) ?? null
  })
  const ahead = computed(() => {
    const stop = stops.value.find(({ index }) => index > position.value)
    return stop === stops.value.at(-1) ? null : (stop ?? null)
  })

  return {
    view,
    now,
    cursor,
    length,
    stops,
    here,
    ahead,
    behind,
    momentList: computed(() => tape.value.moments),
    entryAt: (index) => tape.value.log[index - 1] ?? null,
    momentAt: (index) => tape.value.moments[index] ?? null,
    lookAt,
    stepBack() {
      if (behind.value !== null) lookAt(behind.value.index)
    },
    stepForward() {
      lookAt(ahead.value?.index ?? null)
    },
    momentOfStep: (id) => momentOfStep(stops.value, id),
  }
}

function viewAt({ moments, log }: Tape, index: number, isLive: boolean): CallView {
  const moment = moments[index]
  if (moment === undefined) throw new Error(`no moment ${String(index)}`)
  // A slice of ten thousand entries takes microseconds, and a view stays what it was when it was made.
  return viewCall(moment, log.slice(0, index), isLive)
}
