import { computed, nextTick, useId } from 'vue'
import type { ComputedRef } from 'vue'
import { moveInList } from './listKeys'

/** The items of a list and how to choose one. */
export interface ListboxOptions<Item> {
  items: () => readonly Item[]
  isChosen: (item: Item) => boolean
  choose: (item: Item) => void
  /** Scrolls an item into view after a key has chosen it. */
  reveal: (index: number) => void
}

/**
 * A list that has the focus itself and one chosen item, as in WAI-ARIA's listbox with `aria-activedescendant`: the
 * arrow keys, Page Up and Down, Home and End choose another.
 */
export function useListbox<Item>({ items, isChosen, choose, reveal }: ListboxOptions<Item>): {
  /** Index of the chosen item; -1 without one. */
  position: ComputedRef<number>
  /** The DOM id of an item. */
  idOf(index: number): string
  onKeydown(event: KeyboardEvent): void
} {
  const id = useId()
  const position = computed(() => items().findIndex(isChosen))

  return {
    position,
    idOf: (index) => `${id}-${String(index)}`,
    onKeydown(event) {
      const index = moveInList(event.key, position.value, items().length)
      const item = index === null ? undefined : items()[index]
      if (index === null || item === undefined) return
      event.preventDefault()
      choose(item)
      void nextTick(() => {
        reveal(index)
      })
    },
  }
}
