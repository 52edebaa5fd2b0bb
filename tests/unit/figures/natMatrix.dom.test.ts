import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { nextTick } from 'vue'
import NatMatrix from '../../../src/figures/NatMatrix.vue'
import { natMatrix } from '../../../src/i18n/messages/natFigure'
import { reading } from '../../../src/i18n/useI18n'
import type { NatKind } from '../../../src/nat/natKinds'
import { outcomeOf } from '../../../src/nat/simulate'
import type { Setup } from '../../../src/nat/simulate'

function show(setup: Setup) {
  reading.value = 'zh'
  const shown = mount(NatMatrix, {
    props: {
      modelValue: setup,
      'onUpdate:modelValue': (next: Setup) => shown.setProps({ modelValue: next }),
    },
    attachTo: document.body,
  })
  return shown
}

test.each([false, true])('each cell says how its pair ends; TURN: %s', (hasTurn) => {
  const cells = show({ caller: 'symmetric', callee: 'symmetric', hasTurn }).findAll('[data-nat-cell]')
  expect(cells).toHaveLength(16)
  for (const cell of cells) {
    const [caller, callee] = (cell.attributes('data-nat-cell') ?? '').split(' ') as [NatKind, NatKind]
    const { zh } = natMatrix[outcomeOf({ caller, callee, hasTurn }).kind]
    expect(cell.text()).toContain(zh)
  }
})

test('one cell is reached by Tab: the chosen one, and the first where none is chosen', () => {
  const reached = (setup: Setup) =>
    show(setup)
      .findAll('[tabindex="0"]')
      .map((cell) => [cell.attributes('data-nat-cell'), cell.attributes('aria-selected')])
  expect(reached({ caller: 'symmetric', callee: 'restricted', hasTurn: false })).toEqual([
    ['symmetric restricted', 'true'],
  ])
  expect(reached({ caller: 'none', callee: 'restricted', hasTurn: false })).toEqual([
    ['full-cone full-cone', 'false'],
  ])
})

test('keys go from cell to cell and stop at the edges; the chosen cell has the focus', async () => {
  const shown = show({ caller: 'full-cone', callee: 'full-cone', hasTurn: false })
  const chosen = () => shown.find<HTMLElement>('[aria-selected="true"]')
  chosen().element.focus()
  for (const [key, to] of [
    ['ArrowUp', 'full-cone full-cone'],
    ['ArrowLeft', 'full-cone full-cone'],
    ['ArrowDown', 'restricted full-cone'],
    ['ArrowRight', 'restricted restricted'],
    ['End', 'restricted symmetric'],
    ['ArrowRight', 'restricted symmetric'],
    ['Home', 'restricted full-cone'],
    ['x', 'restricted full-cone'],
  ] as const) {
    await chosen().trigger('keydown', { key })
    await nextTick()
    expect([key, chosen().attributes('data-nat-cell')]).toEqual([key, to])
    expect(document.activeElement).toBe(chosen().element)
  }
})
