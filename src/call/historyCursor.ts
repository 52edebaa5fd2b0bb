import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { StepId } from '../../machines/steps'
import { viewCall } from './callView'
import type { CallView } from './callView'
import { checkpointBefore, indexOfStep } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import type { CallHistory } from './callHistory'

/** A cursor over a history: the moment on screen, and the ways to another. Needs no peers. */
export interface HistoryCursor {
  /** The moment on screen. */
  readonly view: ComputedRef<CallView>
  /** The newest moment, whatever is on screen. */
  readonly now: ComputedRef<CallView>
  /** Position of the moment on screen among the snapshots; null follows the newest. */
  readonly cursor: Readonly<ShallowRef<number | null>>
  /** Number of entries of the whole log: the position of the newest moment. */
  readonly length: ComputedRef<number>
  /** The snapshots that stepping goes through, oldest first; the first is the beginning. */
  readonly checkpoints: ComputedRef<readonly Checkpoint[]>
  /** The checkpoint that the moment on screen belongs to. */
  readonly here: ComputedRef<Checkpoint>
  /** The checkpoint that one step on leads to; null when that is the newest moment. */
  readonly ahead: ComputedRef<Checkpoint | null>
  /** The checkpoint that one step back leads to; null at the beginning. */
  readonly behind: ComputedRef<Checkpoint | null>
  /** All snapshots of the log on screen: one array that grows, and another one after a restart. */
  readonly allSnapshots: ComputedRef<readonly Snapshots[]>
  /** The entry that led to the moment at a position; null for the beginning. */
  entryAt(index: number): LogEntry | null
  /** Both ends at the moment at a position; null past the newest. */
  snapshotsAt(index: number): Snapshots | null
  /** Shows the moment at a position; null, and every position past the last, is the newest. */
  lookAt(index: number | null): void
  /** One step back; from the newest moment, to the end of the step before. */
  stepBack(): void
  /** One step on, until it is the newest moment again. */
  stepForward(): void
  /** Position of the moment when a step had just become done; null if it has not, however far back one looks. */
  indexOfStep(id: StepId): number | null
}

/** Makes a cursor over a history. `isLive`: the history's end is a running call, not the end of a recording. */
export function createCursor(history: Readonly<ShallowRef<CallHistory>>, isLive: boolean): HistoryCursor {
  const cursor = shallowRef<number | null>(null)
  // A history that grows triggers without being another: what is seen of the past must not be drawn anew for it.
  const current = computed(() => history.value)
  const length = computed(() => history.value.log.length)
  const position = computed(() => cursor.value ?? length.value)
  const view = computed(() => viewCall(current.value, position.value, isLive && cursor.value === null))
  const now = computed(() =>
    cursor.value === null ? view.value : viewCall(current.value, length.value, isLive),
  )

  function lookAt(index: number | null) {
    const isPast = index !== null && index < history.value.log.length
    cursor.value = isPast ? Math.max(0, Math.trunc(index)) : null
  }

  const checkpoints = computed(() => history.value.checkpoints.slice())
  const here = computed(() => checkpointBefore(checkpoints.value, position.value))
  const behind = computed(() => {
    const before = cursor.value ?? here.value.index
    return checkpoints.value.findLast(({ index }) => index < before) ?? null
  })
  const ahead = computed(() => {
    const checkpoint = checkpoints.value.find(({ index }) => index > position.value)
    return checkpoint === checkpoints.value.at(-1) ? null : (checkpoint ?? null)
  })

  return {
    view,
    now,
    cursor,
    length,
    checkpoints,
    here,
    ahead,
    behind,
    allSnapshots: computed(() => history.value.snapshots),
    entryAt: (index) => history.value.log[index - 1] ?? null,
    snapshotsAt: (index) => history.value.snapshots[index] ?? null,
    lookAt,
    stepBack() {
      if (behind.value !== null) lookAt(behind.value.index)
    },
    stepForward() {
      lookAt(ahead.value?.index ?? null)
    },
    indexOfStep: (id) => indexOfStep(current.value.script.steps, checkpoints.value, id),
  }
}
