import { computed, shallowRef } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'
import type { LoadedLab } from '../../labs/labTexts'

/** What a learner has done in a lab beside the bench itself; a fresh start of the bench keeps it. */
export interface LabVisit {
  readonly loaded: LoadedLab
  /** The guess that is locked in; null before. */
  readonly guess: Readonly<ShallowRef<number | null>>
  /** Whether the answer to the guess is shown. */
  readonly isRevealed: Readonly<ShallowRef<boolean>>
  /** How many hints are open. */
  readonly hints: Readonly<ShallowRef<number>>
  /** Whether a solution was played. */
  readonly wasShown: Readonly<ShallowRef<boolean>>
  /** The first answer to the question about the reason; null before. */
  readonly reason: Readonly<ShallowRef<number | null>>
  readonly isExplained: ComputedRef<boolean>
  /** Hints that count: playing a solution is as much help as all of them. */
  readonly help: ComputedRef<number>
  lockIn(guess: number): void
  reveal(): void
  /** Opens the next hint, while there is one. */
  openHint(): void
  /** A solution is played. */
  noteShown(): void
  giveReason(answer: number): void
}

/** Every lab has so many hints. */
export const HINTS = 3

/** The visit of a lab, at its beginning. */
export function createVisit(loaded: LoadedLab): LabVisit {
  const guess = shallowRef<number | null>(null)
  const isRevealed = shallowRef(false)
  const hints = shallowRef(0)
  const wasShown = shallowRef(false)
  const reason = shallowRef<number | null>(null)
  return {
    loaded,
    guess,
    isRevealed,
    hints,
    wasShown,
    reason,
    isExplained: computed(() => reason.value === loaded.words.zh.choose.right),
    help: computed(() => (wasShown.value ? Math.max(hints.value, HINTS) : hints.value)),
    lockIn(index) {
      guess.value = index
    },
    reveal() {
      isRevealed.value = true
    },
    openHint() {
      hints.value = Math.min(hints.value + 1, HINTS)
    },
    noteShown() {
      wasShown.value = true
    },
    giveReason(answer) {
      reason.value = answer
    },
  }
}
