import type { EndContext } from '../contracts'
import type { PeerCommand, SignalCommand } from '../endActors'
import type { BenchState, TrayDue } from './benchContracts'

/** The context of an end whose script is a bench. */
export type BenchContext = EndContext<string> & { bench: BenchState }

/** What a step asks of the world. `clock`: the event comes back after so many milliseconds. */
export type BenchCommand =
  | { to: 'peer'; command: PeerCommand }
  | { to: 'signaling'; command: SignalCommand }
  | { to: 'clock'; event: TrayDue | { type: 'patience.check' }; delay: number }

/** One step under way: the context so far, and the commands in the order in which they go out. */
export interface BenchStep {
  context: BenchContext
  commands: BenchCommand[]
}

/** Changes fields of the bench's own state. */
export function changeBench(step: BenchStep, fields: Partial<BenchState>): void {
  change(step, { bench: { ...step.context.bench, ...fields } })
}

/** Changes fields of the end's context. */
export function change(step: BenchStep, fields: Partial<BenchContext>): void {
  step.context = { ...step.context, ...fields }
}
