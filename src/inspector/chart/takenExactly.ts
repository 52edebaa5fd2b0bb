import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { markMachine } from './markMachine'
import type { MarkedMachine } from './markMachine'

const marked = new WeakMap<AnyStateMachine, MarkedMachine>()

/**
 * The edges that an event took from a snapshot, for a machine whose guards and actions are available. No effect runs.
 */
export function takenExactly(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: { type: string },
): string[] {
  const copy = marked.get(machine) ?? markMachine(machine)
  marked.set(machine, copy)
  const { value, context } = before as { value: string; context: Record<string, unknown> }
  // A snapshot refers to the states of its own machine; the copy has other states of the same names.
  const same = copy.machine.resolveState({ value, context }) as AnyMachineSnapshot
  return copy.take({ ...same, children: before.children }, event).edges
}
