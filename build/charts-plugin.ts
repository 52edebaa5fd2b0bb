import type { Plugin } from 'vite'
import { calleeMachine } from '../machines/callee'
import { callerMachine } from '../machines/caller'
import { graphMachine } from '../src/inspector/chart/chartGraph'
import { layoutChart } from '../src/inspector/chart/chartLayout'

const NAME = 'virtual:machine-charts'
// The last part of the name becomes the name of the chunk.
const RESOLVED = '\0handshake/machine-charts'

/**
 * Lays out both machines' charts when the app is built, so that the page loads coordinates and no layout engine. Vite
 * watches what its config imports, so it restarts when a machine changes.
 */
export function chartsPlugin(): Plugin {
  return {
    name: 'handshake:charts',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined
      return `export const layouts = ${JSON.stringify(await layoutMachines())}`
    },
  }
}

async function layoutMachines() {
  const { default: ELK } = await import('elkjs/lib/elk.bundled.js')
  const elk = new ELK()
  const [caller, callee] = await Promise.all(
    [callerMachine, calleeMachine].map(({ root }) => layoutChart(elk, graphMachine(root))),
  )
  return { caller, callee }
}
