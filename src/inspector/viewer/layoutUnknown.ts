import type { ELK } from 'elkjs/lib/elk-api.js'
import type { ChartGraph } from '../chart/chartGraph'
import { layoutChart } from '../chart/chartLayout'
import type { ChartLayout } from '../chart/chartLayout'

let engine: Promise<ELK> | null = null

/** The layout engine in its own worker, loaded when the first chart is needed. */
async function loadEngine(): Promise<ELK> {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('./elk.worker.ts?worker'),
  ])
  return new Elk({ workerFactory: () => new ElkWorker() })
}

/** Lays out a machine that was not laid out at build time. */
export async function layoutUnknown(graph: ChartGraph): Promise<ChartLayout> {
  engine ??= loadEngine()
  return layoutChart(await engine, graph)
}
