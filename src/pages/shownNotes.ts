import { onScopeDispose, shallowRef } from 'vue'

/** How many notes are on the page: they tell what went wrong, so that the evidence keeps its place. */
export const shownNotes = shallowRef(0)

/** Counts the note of a component until it is unmounted. */
export function useShownNote(): void {
  shownNotes.value += 1
  onScopeDispose(() => {
    shownNotes.value -= 1
  })
}
