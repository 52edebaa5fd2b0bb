import { expect, test } from 'vitest'
import type { StateValue } from 'xstate'
import { createMachine } from 'xstate'
import { calleeMachine } from '../../../machines/callee'
import { callerMachine } from '../../../machines/caller'
import { STEPS } from '../../../machines/steps'
import { activeLeaves, activeStates, possibleEdges } from '../../../src/inspector/chart/chartActive'
import { graphMachine } from '../../../src/inspector/chart/chartGraph'
import type { ChartEdge, ChartGraph } from '../../../src/inspector/chart/chartGraph'
import { labelText } from '../../../src/inspector/chart/chartSize'
import { runUpTo, viewOf } from '../../support/callLog'
import { endsOf } from '../../support/endsOf'

const caller = graphMachine(callerMachine.root)
const callee = graphMachine(calleeMachine.root)
const words = (edges: readonly ChartEdge[]) => edges.map((edge) => `${edge.source} ${labelText(edge)}`)
const labels = (graph: ChartGraph, ids: ReadonlySet<string>) =>
  graph.edges.filter(({ id }) => ids.has(id)).map(labelText)

/** The ids of the innermost states that a value names, found through its keys. */
function leavesOf(graph: ChartGraph, value: StateValue, parent = graph.root): string[] {
  const inside = typeof value === 'string' ? { [value]: undefined } : value
  return Object.entries(inside).flatMap(([key, inner]) => {
    const id = graph.states.find((state) => state.parent === parent && state.key === key)?.id ?? '?'
    return inner === undefined ? [id] : leavesOf(graph, inner, id)
  })
}

test.each(STEPS)('after $id the highlighted states are those of the snapshots', ({ id }) => {
  const view = viewOf(runUpTo(id))
  for (const [end, graph] of [
    ['caller', caller],
    ['callee', callee],
  ] as const) {
    expect(activeLeaves(graph, activeStates(graph, endsOf(view)[end].value))).toEqual(
      leavesOf(graph, endsOf(view)[end].value),
    )
  }
})

test('an inner answer to an event hides the outer one, and a guarded one does not', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    on: { GO: '.b', STOP: '.b' },
    states: { a: { on: { GO: [{ guard: 'g', target: 'b' }], STOP: {} } }, b: {} },
  })
  const graph = graphMachine(machine.root)
  const possible = possibleEdges(graph, activeStates(graph, 'a'))
  expect(words(graph.edges.filter(({ id }) => possible.has(id)))).toEqual(['m GO', 'm.a GO [g]', 'm.a STOP'])
})

test('delays, guards and finished actors are named as they are read', () => {
  const state = caller.states.find(({ key, parent }) => key === 'running' && parent === 'gather-candidates')
  const own = new Set(caller.edges.filter(({ source }) => source === state?.id).map(({ id }) => id))
  expect(labels(caller, own).sort()).toEqual([
    'after observe',
    'after observe [trickles]',
    'always [hasObserved]',
    'step.run [isThisStep]',
  ])
  expect(caller.states.flatMap(({ invokes }) => invokes)).toContain('create-offer')
})

test('an edge names the step of the state that it leaves, for whoever sends its event', () => {
  const runs = caller.edges.filter(({ event }) => event.startsWith('step.'))
  expect(runs.length).toBeGreaterThan(9)
  for (const { source, event, step } of runs) expect(source, event).toContain(step)
  expect(caller.edges.find(({ event }) => event === 'ice.restart')?.step).toBeNull()
  const foreign = createMachine({
    id: 'm',
    meta: { step: 3 },
    initial: 'a',
    states: { a: { on: { GO: 'a' } } },
  })
  expect(graphMachine(foreign.root).edges.map(({ step }) => step)).toEqual([null])
})
