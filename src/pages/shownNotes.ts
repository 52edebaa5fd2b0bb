import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** How many notes are on the page: they tell what went wrong, so that the evidence keeps its place. */
export const shownNotes = shallowRef(0)

/** Counts the note of a component while it is mounted. */
export function useShownNote(): void {
  onMounted(() => {
    shownNotes.value += 1
  })
  onBeforeUnmount(() => {
    shownNotes.value -= 1
  })
}
