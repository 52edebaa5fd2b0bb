import type { StateValue } from 'xstate'
import { activeStates, possibleEdges } from './chartActive'
import type { ChartGraph } from './chartGraph'

/** What lights up on a chart at one moment. */
export interface ChartSnapshot {
  active: ReadonlySet<string>
  possible: ReadonlySet<string>
  taken: ReadonlySet<string>
  /** Changes with every move, so that the same transition can light up twice in a row. */
  move: string
}

/** The transitions that one event took, by the ids of their edges; none when they are not known for sure. */
export interface TakenMove {
  edges: readonly string[]
  key: string
}

/** Reads a moment from a machine's state value and the last move that led there. */
export function chartSnapshot(
  graph: ChartGraph,
  value: StateValue | undefined,
  move: TakenMove | null,
): ChartSnapshot {
  const active = activeStates(graph, value)
  return {
    active,
    possible: possibleEdges(graph, active),
    taken: new Set(move?.edges),
    move: move?.key ?? '',
  }
}
