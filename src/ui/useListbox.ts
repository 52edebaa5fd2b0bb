import { computed, nextTick, useId } from 'vue'
import type { ComputedRef } from 'vue'
import { moveInList } from './listKeys'

/** What a list is and what a key does in it. */
export interface ListboxOptions<Item> {
  items: () => readonly Item[]
  isChosen: (item: Item) => boolean
  choose: (item: Item) => void
  /** Brings an item into sight once it has been chosen by a key. */
  reveal: (index: number) => void
}

/**
 * A list that has the focus itself and one chosen item, as WAI-ARIA's listbox with `aria-activedescendant`: the
 * arrow keys, Page Up and Down, Home and End choose another one.
 */
export function useListbox<Item>({ items, isChosen, choose, reveal }: ListboxOptions<Item>): {
  /** Place of the chosen item; -1 without one. */
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
