import { shallowRef } from 'vue'

/** Loads the new version that is ready; null while there is none, or if the learner has dismissed it. */
export const update = shallowRef<(() => void) | null>(null)
