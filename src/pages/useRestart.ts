import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** A number that is the key of a bench: with the next one, everything begins anew, also what stands in the forms. */
export function useRestart(): { round: ShallowRef<number>; restart(): void } {
  const round = shallowRef(0)
  return {
    round,
    restart() {
      round.value += 1
    },
  }
}
