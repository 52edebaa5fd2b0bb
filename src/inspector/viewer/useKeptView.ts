import { shallowRef, watch } from 'vue'
import { readStored, writeStored } from '../../browser/storage'

/** How an actor can be shown. */
export const MODES = ['chart', 'outline', 'sequence'] as const

/** How the actor is shown, and whether only its events are listed; kept for the next visit. */
export function useKeptView() {
  const onlyActor = shallowRef(readStored('inspector-only') === 'yes')
  const mode = shallowRef(MODES.find((one) => one === readStored('inspector-view')) ?? 'chart')
  watch([onlyActor, mode], () => {
    writeStored('inspector-only', onlyActor.value ? 'yes' : 'no')
    writeStored('inspector-view', mode.value)
  })
  return { mode, onlyActor }
}
