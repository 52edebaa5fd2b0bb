import { readRuns } from '../../projections/runs'
import type { CallFrame } from '../../session/callFrame'

export interface CallNumbers {
  readonly steps: number
  /** Milliseconds from the start of the last step to the connection of both ends; null if a repair came between. */
  readonly connecting: number | null
}

/** What a connected call took, from its trace. */
export function callNumbers({ now, checkpoints }: Pick<CallFrame, 'now' | 'checkpoints'>): CallNumbers {
  const runs = readRuns(now.trace)
  const steps = new Set(runs.map(({ step }) => step)).size
  const index = checkpoints.find(({ phase }) => phase === 'connected')?.index ?? 0
  const hasFailed = checkpoints.some((one) => one.index < index && one.phase === 'failed')
  const connected = now.trace.events[index - 1]
  const last = runs.at(-1)
  const isKnown = connected !== undefined && last !== undefined && !hasFailed
  return { steps, connecting: isKnown ? Math.max(0, connected.at - last.start.at) : null }
}
