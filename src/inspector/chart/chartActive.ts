import type { StateValue } from 'xstate'
import type { ChartEdge, ChartGraph } from './chartGraph'

/** The states that a state value means, from the outside in. */
export function activeStates(graph: ChartGraph, value: StateValue | undefined): Set<string> {
  const states = new Map(graph.states.map((state) => [state.id, state]))
  const active = new Set<string>()
  function enter(id: string, inner: StateValue | null | undefined) {
    active.add(id)
    for (const child of states.get(id)?.children ?? []) {
      const key = states.get(child)?.key ?? ''
      if (inner === key) enter(child, undefined)
      // Values may come from any app: names that every object inherits mean no state, numbers and null none either.
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

/** The transitions that the active states can take; an inner state's own answer to an event hides the outer one. */
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

/**
 * The transitions that led from one state value to the next: the event's own, then the eventless ones that
 * followed. Found by walking the graph, so it works for any machine and for the past; empty where none is drawn.
 */
export function takenEdges(
  graph: ChartGraph,
  before: StateValue | undefined,
  event: string,
  after: StateValue | undefined,
): ChartEdge[] {
  if (before === undefined || after === undefined) return []
  const from = activeStates(graph, before)
  const to = activeStates(graph, after)
  if (from.size === to.size && [...from].every((id) => to.has(id))) return reentered(graph, from, event)
  const possible = possibleEdges(graph, from)
  const matching = graph.edges.filter((edge) => possible.has(edge.id) && matches(edge.event, event))
  const own = matching.filter(({ target }) => target !== null)
  const paths = pathsFrom(graph, own, from, to)
  // An event that only changed the context may still have let an eventless transition through.
  const always = graph.edges.filter(({ source, kind }) => kind === 'always' && from.has(source))
  return paths.length > 0 ? paths : pathsFrom(graph, always, from, to)
}

/** One path for each state that moved, the inner ones first: parallel states may all answer one event. */
function pathsFrom(
  graph: ChartGraph,
  starts: readonly ChartEdge[],
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): ChartEdge[] {
  const parents = new Map(graph.states.map(({ id, parent }) => [id, parent]))
  const answered = new Set<string>()
  const edges: ChartEdge[] = []
  // States are listed from the outside in.
  for (const { id } of graph.states.toReversed()) {
    const own = starts.filter(({ source }) => source === id)
    if (own.length === 0 || answered.has(id)) continue
    const path = pathTo(graph, own, from, to)
    if (path.length === 0) continue
    edges.unshift(...path)
    for (let up: string | null = id; up !== null; up = parents.get(up) ?? null) answered.add(up)
  }
  return edges
}

/** A transition that leads back to where it began. */
function reentered(graph: ChartGraph, active: ReadonlySet<string>, event: string): ChartEdge[] {
  const possible = possibleEdges(graph, active)
  const edge = graph.edges.find(
    ({ id, event: own, source, target }) =>
      possible.has(id) && matches(own, event) && target !== null && (target === source || active.has(target)),
  )
  return edge === undefined ? [] : [edge]
}

function matches(own: string, event: string): boolean {
  if (own === event || own === '*') return true
  return own.endsWith('.*') && event.startsWith(own.slice(0, -1))
}

function pathTo(
  graph: ChartGraph,
  starts: readonly ChartEdge[],
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): ChartEdge[] {
  const queue = starts.map((edge) => [edge])
  const seen = new Set<string>()
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const target = path.at(-1)?.target ?? ''
    if (to.has(target) && (!from.has(target) || queue.length === 0)) return path
    if (seen.has(target)) continue
    seen.add(target)
    const entered = enteredBy(graph, target)
    for (const edge of graph.edges) {
      if (edge.kind === 'always' && edge.target !== null && entered.has(edge.source))
        queue.push([...path, edge])
    }
  }
  return []
}

/** A state with its ancestors, and what it enters by itself. */
function enteredBy(graph: ChartGraph, id: string): Set<string> {
  const states = new Map(graph.states.map((state) => [state.id, state]))
  const entered = new Set<string>()
  for (let up: string | null = id; up !== null; up = states.get(up)?.parent ?? null) entered.add(up)
  const inside = [id]
  for (let next = inside.pop(); next !== undefined; next = inside.pop()) {
    entered.add(next)
    const state = states.get(next)
    if (state?.kind === 'parallel') inside.push(...state.children)
    else if (state?.initial !== null && state?.initial !== undefined) inside.push(state.initial)
  }
  return entered
}
