import { transition } from 'xstate'
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { edgeIds, transitionsOf, walk } from './chartGraph'

/** A copy of a machine whose transitions record that they were taken. */
export interface MarkedMachine {
  machine: AnyStateMachine
  /** The edges of the transitions that an event takes from a snapshot of this machine, in order. */
  take(before: AnyMachineSnapshot, event: { type: string }): { edges: string[]; after: AnyMachineSnapshot }
}

/** XState keeps the transitions of a node in plain lists, which its types call read-only. */
export type OpenNode = { -readonly [Key in keyof AnyStateNode]: AnyStateNode[Key] }
export type OpenTransition = {
  -readonly [Key in keyof AnyTransitionDefinition]: AnyTransitionDefinition[Key]
}

/**
 * Copies a machine and adds to each transition an action that names its edges. So XState itself reports which
 * transitions an event takes, with conflicts, history, finished states and eventless transitions resolved.
 */
export function markMachine(
  original: AnyStateMachine,
  change: (node: OpenNode, transitions: readonly OpenTransition[]) => void = () => undefined,
): MarkedMachine {
  const machine = original.provide({})
  const marks = new Map<unknown, string[]>()
  for (const node of walk(machine.root)) {
    const transitions: OpenTransition[] = transitionsOf(node)
    change(node, transitions)
    for (const [index, one] of transitions.entries()) {
      const mark = () => undefined
      marks.set(mark, edgeIds(node, one as AnyTransitionDefinition, index))
      one.actions = [mark, ...one.actions]
    }
  }
  return {
    machine,
    take(before, event) {
      const [after, actions] = transition(machine, before, event)
      const edges = actions.flatMap(({ exec }) => marks.get(exec) ?? [])
      return { edges: [...new Set(edges)], after: after as AnyMachineSnapshot }
    },
  }
}
