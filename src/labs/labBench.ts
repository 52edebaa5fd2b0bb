import { watch } from 'vue'
import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { Intent } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { CallSession } from '../session/callSession'
import type { LabHistory } from './moment'

/** The bench on which a route runs: a call session of the script BENCH. */
export interface LabBench {
  history(): LabHistory
  send(end: End, intent: Intent | BenchIntent): void
  /** Calls back when the history may have grown. Returns a function that stops it. */
  onChange(run: () => void): () => void
}

/** The bench of a call session, as its frames show it. */
export function benchOf({ frame, controls }: Pick<CallSession, 'frame' | 'controls'>): LabBench {
  return {
    history: () => ({ trace: frame.value.now.trace.events, snapshots: frame.value.snapshots }),
    send(end, intent) {
      controls?.send(end, intent)
    },
    onChange: (run) => watch(frame, run, { flush: 'sync' }),
  }
}
