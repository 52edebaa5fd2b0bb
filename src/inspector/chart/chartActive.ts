import type { StateValue } from 'xstate'
import type { ChartGraph } from './chartGraph'

/** The states that a state value names, from the outside in. */
export function activeStates(graph: ChartGraph, value: StateValue | undefined): Set<string> {
  const states = new Map(graph.states.map((state) => [state.id, state]))
  const active = new Set<string>()
  function enter(id: string, inner: StateValue | null | undefined) {
    active.add(id)
    for (const child of states.get(id)?.children ?? []) {
      const key = states.get(child)?.key ?? ''
      if (inner === key) enter(child, undefined)
      // Values may come from any app: inherited property names, numbers and null name no state.
      else if (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key))
        enter(child, inner[key])
    }
  }
  if (value !== undefined) enter(graph.root, value)
  return active
}

/** The innermost active states. */
export function activeLeaves(graph: ChartGraph, active: ReadonlySet<string>): string[] {
  return graph.states
    .filter(({ id, children }) => active.has(id) && !children.some((child) => active.has(child)))
    .map(({ id }) => id)
}

/**
 * The transitions that the active states can take; an inner state's transition hides an outer one for the same event.
 */
export function possibleEdges(graph: ChartGraph, active: ReadonlySet<string>): Set<string> {
  const parents = new Map(graph.states.map(({ id, parent }) => [id, parent]))
  const possible = new Set<string>()
  for (const leaf of activeLeaves(graph, active)) {
    const answered = new Set<string>()
    for (let id: string | null = leaf; id !== null; id = parents.get(id) ?? null) {
      const own = graph.edges.filter(({ source, event }) => source === id && !answered.has(event))
      for (const edge of own) possible.add(edge.id)
      for (const { event, guard } of own) if (guard === null && event !== '') answered.add(event)
    }
  }
  return possible
}
