import { shallowRef, watch } from 'vue'
import { browserValue } from '../browser/hydration'
import { readStored, writeStored } from '../browser/storage'

const KEY = 'presenting'

/** Whether the call is shown on a projector; stored for the visit. */
export const isPresenting = browserValue(false, () => readStored(KEY, 'visit') === 'true')
watch(isPresenting, (now) => {
  writeStored(KEY, String(now), 'visit')
})

/** Whether the answers of guesses wait for the presenter: on a projector, until they are revealed. */
export const hidesAnswers = shallowRef(false)

/** Begins or ends presenting. */
export function togglePresenting(): void {
  isPresenting.value = !isPresenting.value
}
