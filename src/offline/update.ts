import { shallowRef } from 'vue'

/** Loads the new version that is ready; null while there is none, or the learner has put it off. */
export const update = shallowRef<(() => void) | null>(null)
