import { createBenchMachine } from '../bench/benchMachine'
import type { Script } from '../script'

/**
 * The bench: no steps; the learner runs any operation, and is the signaling server. Raise the version when the log of an
 * older version would replay to a different history.
 */
export const BENCH = {
  id: 'bench',
  version: 1,
  roles: ['caller', 'callee'],
  steps: [],
  bench: createBenchMachine,
} as const satisfies Script
