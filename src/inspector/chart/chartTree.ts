import type { ChartEdge, ChartGraph, ChartState } from './chartGraph'

/** A state with its transitions and the states inside it, for nested views. */
export interface StateTree {
  state: ChartState
  /** Its transitions, each with the key of the target state. */
  edges: { edge: ChartEdge; to: string | null }[]
  children: StateTree[]
}

/** A graph as a tree of states. */
export function treeOf(graph: ChartGraph): StateTree {
  const states = new Map(graph.states.map((state) => [state.id, state]))
  function branch(state: ChartState): StateTree {
    return {
      state,
      edges: graph.edges
        .filter(({ source }) => source === state.id)
        .map((edge) => ({
          edge,
          to: edge.target === null ? null : (states.get(edge.target)?.key ?? edge.target),
        })),
      children: state.children.flatMap((id) => {
        const child = states.get(id)
        return child === undefined ? [] : [branch(child)]
      }),
    }
  }
  const root = states.get(graph.root)
  if (root === undefined) throw new Error('a graph has a root')
  return branch(root)
}
