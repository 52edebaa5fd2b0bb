import type { Script } from '../../machines/script'
import { BENCH } from '../../machines/scripts/bench'
import type { StepId } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import type { CallWorld } from './callWorld'
import { createCall } from './createCall'
import type { Call } from './createCall'

/**
 * Opens a bench: a call without steps, whose operations the learner runs; with a role only the end that this tab plays.
 */
export function openBench(role: RoomRole | null = null, world?: CallWorld): Call {
  // It has no steps, so it is also a script of the steps that the call's parts name.
  return createCall(world, role, BENCH as Script as Script<StepId>)
}
