import type { StateValue } from 'xstate'
import { activeStates, possibleEdges, takenEdges } from './chartActive'
import type { ChartGraph } from './chartGraph'

/** What lights up on a chart at one moment. */
export interface ChartMoment {
  active: ReadonlySet<string>
  possible: ReadonlySet<string>
  taken: ReadonlySet<string>
  /** Changes with every move, so that the same transition can light up twice in a row. */
  move: string
}

/** The step from one state value to another that an event brought. */
export interface Move {
  before: StateValue | undefined
  event: string
  after: StateValue | undefined
  key: string
}

/** Reads a moment from a machine's state value and the last move that led there. */
export function chartMoment(
  graph: ChartGraph,
  value: StateValue | undefined,
  move: Move | null,
): ChartMoment {
  const active = activeStates(graph, value)
  const edges = move === null ? [] : takenEdges(graph, move.before, move.event, move.after)
  return {
    active,
    possible: possibleEdges(graph, active),
    taken: new Set(edges.map(({ id }) => id)),
    move: move?.key ?? '',
  }
}
