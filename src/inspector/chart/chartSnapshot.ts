import type { StateValue } from 'xstate'
import { activeStates, possibleEdges } from './chartActive'
import type { ChartGraph } from './chartGraph'

/** What a chart highlights at one moment. */
export interface ChartSnapshot {
  active: ReadonlySet<string>
  possible: ReadonlySet<string>
  taken: ReadonlySet<string>
  /** Different for every move, so that the same transition can be highlighted twice in a row. */
  move: string
}

/** The transitions that one event took, by the ids of their edges; none if they are not certain. */
export interface TakenMove {
  edges: readonly string[]
  key: string
}

/** Describes a moment by a machine's state value and the last move. */
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
