import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { Snapshots } from '../../machines/log'
import type { StepId } from '../../machines/steps'
import type { CallFrame } from './callFrame'
import type { CallView } from './callView'
import { checkpointAhead, checkpointBefore, checkpointBehind, indexOfStep } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import type { CallHistory } from './callHistory'

/** How to show another moment of a history. */
export interface HistoryMoves {
  /** Shows the moment at a position; null and every position past the last show the newest. */
  lookAt(index: number | null): void
  /** One step back; from the newest moment, to the end of the previous step. */
  stepBack(): void
  /** One step forward, up to the newest moment. */
  stepForward(): void
}

/** The moment on screen, and how to show another. Everything it returns is of the frame on screen. */
export interface HistoryCursor extends HistoryMoves {
  /** The moment on screen. */
  readonly view: ComputedRef<CallView>
  /** The newest moment, whatever is on screen. */
  readonly now: ComputedRef<CallView>
  /** Position of the moment on screen among the snapshots; null follows the newest. */
  readonly cursor: ComputedRef<number | null>
  /** Number of entries of the whole log: the position of the newest moment. */
  readonly length: ComputedRef<number>
  /** The checkpoints at which stepping stops, oldest first; the first is the beginning. */
  readonly checkpoints: ComputedRef<readonly Checkpoint[]>
  /** The checkpoint that the moment on screen belongs to. */
  readonly here: ComputedRef<Checkpoint>
  /** The checkpoint one step forward; null when that is the newest moment. */
  readonly ahead: ComputedRef<Checkpoint | null>
  /** The checkpoint one step back; null at the beginning. */
  readonly behind: ComputedRef<Checkpoint | null>
  /** All snapshots of the log. */
  readonly allSnapshots: ComputedRef<readonly Snapshots[]>
  /** Both ends at the moment at a position; null past the newest. */
  snapshotsAt(index: number): Snapshots | null
  /** Position of the first moment in which a step is done; null if it is not, in the whole log. */
  indexOfStep(id: StepId): number | null
}

/** The position to show in a history, before it is drawn; null follows the newest moment. Needs no peers. */
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

/** What a frame holds of a history, member by member, with the ways to show another moment. */
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
    snapshotsAt: (index) => frame.value.snapshots[index] ?? null,
    indexOfStep: (id) => indexOfStep(frame.value.script.steps, frame.value.checkpoints, id),
  }
}
