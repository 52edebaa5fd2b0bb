import { describe, expect, test } from 'vitest'
import { layouts } from 'virtual:machine-charts'
import { calleeMachine } from '../../../machines/callee'
import { callerMachine } from '../../../machines/caller'
import type { AnyStateNode } from 'xstate'
import { graphMachine } from '../../../src/inspector/chart/chartGraph'
import type { Box } from '../../../src/inspector/chart/chartLayout'
import { boxRows } from '../../../src/inspector/chart/chartSize'

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function countTransitions(node: AnyStateNode): number {
  const own = [...node.transitions.values()].flat().length + (node.always?.length ?? 0)
  return Object.values(node.states).reduce((sum, child) => sum + countTransitions(child), own)
}

describe.each([
  ['caller', callerMachine.root, layouts.caller],
  ['callee', calleeMachine.root, layouts.callee],
] as const)('the chart of the %s', (_end, root, layout) => {
  const graph = graphMachine(root)
  const states = new Map(graph.states.map((state) => [state.id, state]))

  function isInside(id: string, outer: string): boolean {
    const parent = states.get(id)?.parent ?? null
    return parent !== null && (parent === outer || isInside(parent, outer))
  }

  test('has a box for every state, inside the box of its parent', () => {
    expect(Object.keys(layout.states).sort()).toEqual([...states.keys()].sort())
    for (const { id, parent } of graph.states) {
      const box = layout.states[id]!
      expect(box.width, id).toBeGreaterThan(0)
      if (parent !== null) expect(contains(layout.states[parent]!, box), `${id} in ${parent}`).toBe(true)
    }
  })

  test('has a line or a row for every transition of the definition', () => {
    expect(graph.edges).toHaveLength(countTransitions(root))
    const rows = graph.states.flatMap((state) =>
      boxRows(graph, state).flatMap(({ pieces }) => pieces.flatMap(({ edge }) => edge ?? [])),
    )
    const drawn = [...Object.keys(layout.edges), ...rows]
    expect(drawn.sort()).toEqual(graph.edges.map(({ id }) => id).sort())
    for (const [id, { points }] of Object.entries(layout.edges)) expect(points.length, id).toBeGreaterThan(1)
  })

  test('marks where every compound state begins', () => {
    const compound = graph.states.filter(({ kind }) => kind === 'compound').map(({ id }) => id)
    expect(Object.keys(layout.initials).sort()).toEqual(compound.sort())
  })

  test('no two boxes overlap, unless one is inside the other', () => {
    for (const [index, one] of graph.states.entries()) {
      for (const other of graph.states.slice(index + 1)) {
        if (isInside(one.id, other.id) || isInside(other.id, one.id)) continue
        expect(overlap(layout.states[one.id]!, layout.states[other.id]!), `${one.id} and ${other.id}`).toBe(
          false,
        )
      }
    }
  })

  test('no label lies on another label, nor on the box of a state without states inside', () => {
    const labels = Object.entries(layout.edges)
    for (const [index, [id, { label }]] of labels.entries()) {
      for (const [otherId, other] of labels.slice(index + 1))
        expect(overlap(label, other.label), `${id} and ${otherId}`).toBe(false)
      for (const state of graph.states) {
        if (state.children.length > 0) continue
        expect(overlap(label, layout.states[state.id]!), `${id} and ${state.id}`).toBe(false)
      }
    }
  })
})
