import { expect, test } from 'vitest'
import { machinesOf } from '../../../../machines/endMachine'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { cellsOf } from '../../../../src/evidence/machine/stepCells'
import { graphMachine } from '../../../../src/inspector/chart/chartGraph'
import { treeOf } from '../../../../src/inspector/chart/chartTree'

const { root } = machinesOf(HANDSHAKE_13).caller
const tree = treeOf(graphMachine(root))

test('every outer state of the real machine has a place of its own, in order, next to the one before', () => {
  const cells = cellsOf(tree, { active: new Set() }, [], 4)
  expect(cells.map(({ branch }) => branch.state.key)).toEqual(Object.keys(root.states))
  expect(new Set(cells.map(({ row, column }) => `${String(row)} ${String(column)}`)).size).toBe(cells.length)
  for (const [at, { row, column, way }] of cells.entries()) {
    const next = cells[at + 1]
    if (way === null || next === undefined) continue
    const step = { right: [0, 1], left: [0, -1], down: [1, 0] }[way]
    expect([next.row - row, next.column - column]).toEqual(step)
  }
  // Only where a transition leads on: hanging up is a transition of the whole machine.
  const without = cells.filter(({ way }) => way === null).map(({ branch }) => branch.state.key)
  expect(without).toEqual(['connection', 'closed', 'restarting-ice'])
})

test('one state is active, those done are marked', () => {
  const active = new Set(['caller', 'add-tracks', 'caller.add-tracks.ready'])
  const cells = cellsOf(tree, { active }, ['capture-media'], 4)
  expect(cells.slice(0, 3).map(({ status }) => status)).toEqual(['done', 'active', 'todo'])
})
