import { createBenchMachine } from '../bench/benchMachine'
import type { Script } from '../script'
import type { End } from '../steps'

/**
 * A call in a room as one of its two members plays it: the end of a bench whose application negotiates by itself. The
 * other end is on another device, so nothing of it is recorded. Raise the version when the log of an older version would
 * replay to a different history.
 */
export const ROOM_CALLS = {
  caller: { id: 'room-caller', version: 1, roles: ['caller'], steps: [], bench: createBenchMachine },
  callee: { id: 'room-callee', version: 1, roles: ['callee'], steps: [], bench: createBenchMachine },
} as const satisfies Record<End, Script>
