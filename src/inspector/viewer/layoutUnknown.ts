import { createMachine } from 'xstate'
import type { AnyStateMachine } from 'xstate'
import type { ELK } from 'elkjs/lib/elk-api.js'
import { graphMachine } from '../chart/chartGraph'
import type { ChartGraph } from '../chart/chartGraph'
import { layoutChart } from '../chart/chartLayout'
import type { ChartLayout } from '../chart/chartLayout'
import { prepareTaken } from '../chart/takenForSure'

let engine: Promise<ELK> | null = null

/** The layout engine in a worker of its own, fetched when the first chart is needed. */
async function loadEngine(): Promise<ELK> {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('./elk.worker.ts?worker'),
  ])
  return new Elk({ workerFactory: () => new ElkWorker() })
}

/** Characters: a chart of more than this would take minutes to lay out, and nobody could read it. */
const MAX_DEFINITION = 500_000

/** A machine as its definition tells it. */
export interface KnownMachine {
  graph: ChartGraph
  taken: ReturnType<typeof prepareTaken>
}

/** Reads a definition that an app sent; null when it is none of a machine, or far too large. */
export function readDefinition(definition: string | null): KnownMachine | null {
  if (definition === null || definition.length > MAX_DEFINITION) return null
  try {
    const config = JSON.parse(definition) as { states?: unknown }
    if (typeof config.states !== 'object') return null
    const machine: AnyStateMachine = createMachine(config as Parameters<typeof createMachine>[0])
    return { graph: graphMachine(machine.root), taken: prepareTaken(machine) }
  } catch {
    // A definition that lost something on its way: the snapshots are still shown, only the drawing is not.
    return null
  }
}

/** Lays out a machine that nobody has laid out before. */
export async function layoutUnknown(graph: ChartGraph): Promise<ChartLayout> {
  engine ??= loadEngine()
  return layoutChart(await engine, graph)
}
