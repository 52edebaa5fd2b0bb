import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { StepId } from '../../machines/steps'
import type { CallFrame } from './callFrame'
import type { CallView } from './callView'
import { checkpointAhead, checkpointBefore, checkpointBehind, indexOfStep } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import type { CallHistory } from './callHistory'

/** The ways to another moment of a history. */
export interface HistoryMoves {
  /** Shows the moment at a position; null, and every position past the last, is the newest. */
  lookAt(index: number | null): void
  /** One step back; from the newest moment, to the end of the step before. */
  stepBack(): void
  /** One step on, until it is the newest moment again. */
  stepForward(): void
}

/** The moment on screen, and the ways to another. Everything that it tells is of the frame that is drawn. */
export interface HistoryCursor extends HistoryMoves {
  /** The moment on screen. */
  readonly view: ComputedRef<CallView>
  /** The newest moment, whatever is on screen. */
  readonly now: ComputedRef<CallView>
  /** Position of the moment on screen among the snapshots; null follows the newest. */
  readonly cursor: ComputedRef<number | null>
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
  /** All snapshots of the log on screen. */
  readonly allSnapshots: ComputedRef<readonly Snapshots[]>
  /** The entry that led to the moment at a position; null for the beginning. */
  entryAt(index: number): LogEntry | null
  /** Both ends at the moment at a position; null past the newest. */
  snapshotsAt(index: number): Snapshots | null
  /** Position of the moment when a step had just become done; null if it has not, however far back one looks. */
  indexOfStep(id: StepId): number | null
}

/** Where one looks in a history, as it is before it is drawn; null follows the newest moment. Needs no peers. */
export function createCursor(history: Readonly<ShallowRef<CallHistory>>) {
  const cursor = shallowRef<number | null>(null)

  function lookAt(index: number | null) {
    const isPast = index !== null && index < history.value.log.length
    cursor.value = isPast ? Math.max(0, Math.trunc(index)) : null
  }

  const moves: HistoryMoves = {
    lookAt,
    stepBack() {
      const { checkpoints, log } = history.value
      const from = cursor.value ?? checkpointBefore(checkpoints, log.length).index
      const behind = checkpointBehind(checkpoints, from)
      if (behind !== null) lookAt(behind.index)
    },
    stepForward() {
      const { checkpoints, log } = history.value
      lookAt(checkpointAhead(checkpoints, cursor.value ?? log.length)?.index ?? null)
    },
  }
  return { cursor, moves }
}

/** What a frame tells of a history, part by part, with the ways to another moment of it. */
export function cursorOf(frame: Readonly<ShallowRef<CallFrame>>, moves: HistoryMoves): HistoryCursor {
  return {
    ...moves,
    view: computed(() => frame.value.view),
    now: computed(() => frame.value.now),
    cursor: computed(() => frame.value.cursor),
    length: computed(() => frame.value.length),
    checkpoints: computed(() => frame.value.checkpoints),
    here: computed(() => frame.value.here),
    ahead: computed(() => frame.value.ahead),
    behind: computed(() => frame.value.behind),
    allSnapshots: computed(() => frame.value.snapshots),
    entryAt: (index) => frame.value.now.entries[index - 1] ?? null,
    snapshotsAt: (index) => frame.value.snapshots[index] ?? null,
    indexOfStep: (id) => indexOfStep(frame.value.script.steps, frame.value.checkpoints, id),
  }
}
