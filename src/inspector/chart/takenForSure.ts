import type { AnyStateMachine, StateValue } from 'xstate'
import { INIT, STOP } from '../../../machines/machineEvents'
import { isRecord } from '../inspectorMessages'
import { activeStates } from './chartActive'
import { graphMachine, walk } from './chartGraph'
import { guessMachine } from './guessMachine'

/** The most combinations of guard answers that are tried; beyond it the transitions count as not certain. */
const MAX_RUNS = 500

/** What is known of a machine before a move. */
export interface Before {
  value: StateValue
  /** As in a snapshot: for each history state, the states to restore. */
  historyValue?: unknown
}

/**
 * Finds out which transitions a move took in a machine of which only the definition is known. XState runs every
 * combination of answers that its guards could have given. The edges are returned only if every combination that leads
 * to the observed state takes the same ones.
 */
export function prepareTaken(
  original: AnyStateMachine,
): (before: Before, event: string, after: StateValue) => string[] {
  const { machine, tryOut } = guessMachine(original)
  const graph = graphMachine(original.root)
  const nodes = new Map(walk(machine.root).map((node) => [node.id, node]))
  const asText = (value: StateValue) => [...activeStates(graph, value)].sort().join('\n')

  /** The history as the machine needs it; null if the snapshot does not contain it. */
  function readHistory(history: unknown) {
    if (!isRecord(history)) return null
    const read = Object.entries(history).map(([id, places]) => {
      const found = Array.isArray(places)
        ? places.map((place: unknown) => nodes.get(idOf(place)))
        : [undefined]
      return [id, found.flatMap((node) => node ?? [])] as const
    })
    return read.every(([, found]) => found.length > 0) ? Object.fromEntries(read) : null
  }

  function find(known: Before, event: string, after: StateValue): string[] {
    const history = readHistory(known.historyValue)
    const { value } = known
    const context = { changes: 0, knowsHistory: history !== null }
    const before = machine.resolveState({ value, context, historyValue: history ?? {} })
    const goal = asText(after)
    let answer: string[] | null = null
    const plans: boolean[][] = [[]]
    for (let runs = 0; plans.length > 0; runs++) {
      const plan = plans.shift() ?? []
      const { answers, result, isUnsure } = tryOut(before, event, plan)
      if (isUnsure || runs >= MAX_RUNS) return []
      for (let place = plan.length; place < answers.length; place++)
        plans.push([...answers.slice(0, place), true])
      if (result === null || asText(result.value) !== goal) continue
      if (answer !== null && [...answer].sort().join() !== [...result.edges].sort().join()) return []
      answer = result.edges
    }
    return answer ?? []
  }

  return (before, event, after) => {
    if (event === INIT || event === STOP) return []
    try {
      return find(before, event, after)
    } catch {
      // The definition lacks this state, or it was cut while it was sent.
      return []
    }
  }
}

function idOf(place: unknown): string {
  return isRecord(place) && typeof place['id'] === 'string' ? place['id'] : ''
}
