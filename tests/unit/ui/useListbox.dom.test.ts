import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { h, nextTick, ref } from 'vue'
import { useListbox } from '../../../src/ui/useListbox'

const ITEMS = Array.from({ length: 12 }, (_none, index) => `item ${String(index)}`)

function list(items: readonly string[]) {
  const chosen = ref<string | null>(null)
  const revealed: number[] = []
  const box = mount({
    setup() {
      const { position, idOf, onKeydown } = useListbox({
        items: () => items,
        isChosen: (item) => item === chosen.value,
        choose: (item) => (chosen.value = item),
        reveal: (index) => revealed.push(index),
      })
      return () =>
        h(
          'div',
          { role: 'listbox', tabindex: 0, 'aria-activedescendant': idOf(position.value), onKeydown },
          items.map((item, index) => h('div', { id: idOf(index) }, item)),
        )
    },
  })
  /** Presses a key; returns whether the page was kept from scrolling. */
  async function press(key: string) {
    const event = new KeyboardEvent('keydown', { key, cancelable: true })
    box.element.dispatchEvent(event)
    await nextTick()
    return event.defaultPrevented
  }
  const active = () => box.element.getAttribute('aria-activedescendant')
  const named = () => box.element.querySelector(`[id="${String(active())}"]`)?.textContent
  return { chosen, revealed, press, named }
}

test('keys choose an item, name it as the active one, and bring it into sight', async () => {
  const { chosen, revealed, press, named } = list(ITEMS)
  for (const [key, item] of [
    ['ArrowDown', 0],
    ['ArrowDown', 1],
    ['PageDown', 9],
    ['End', 11],
    ['ArrowDown', 11],
    ['ArrowUp', 10],
    ['PageUp', 2],
    ['Home', 0],
  ] as const) {
    expect(await press(key)).toBe(true)
    expect(chosen.value).toBe(ITEMS[item])
    expect(named()).toBe(ITEMS[item])
    expect(revealed.at(-1)).toBe(item)
  }
})

test('other keys, and keys in an empty list, stay with the page', async () => {
  const some = list(ITEMS)
  expect(await some.press('Tab')).toBe(false)
  const none = list([])
  expect(await none.press('ArrowDown')).toBe(false)
  expect([some.chosen.value, none.chosen.value]).toEqual([null, null])
  expect([...some.revealed, ...none.revealed]).toEqual([])
})
