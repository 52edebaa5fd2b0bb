import { assign } from 'xstate'
import type { AnyMachineSnapshot, AnyStateMachine, MachineContext, StateValue } from 'xstate'
import { builtIn } from '../../../machines/machineEvents'
import { markMachine } from './markMachine'
import type { OpenNode, OpenTransition } from './markMachine'

/** Transitions tried in one run: a machine that goes on for longer never comes to rest. */
const MAX_TRIED = 500
/** Guards that may ask for the state, and so may answer anew after each transition. */
const ASK_STATE = ['and', 'or', 'not', 'stateIn']
/** Actions that send the machine an event within the same move; which one, a definition does not say. */
const RAISE = ['raise', 'enqueueActions']

/** One try: the guards answer as the plan says, and no beyond it. */
interface Run {
  plan: readonly boolean[]
  /** What the guards answered, in order. */
  said: boolean[]
  /** The same by guard, event and state of the context: a guard that is asked again says the same. */
  known: Map<string, boolean>
  tried: number
  isUnsure: boolean
}

interface Guessed extends Pick<Run, 'said' | 'isUnsure'> {
  /** null when the machine did not come to rest. */
  result: { edges: string[]; value: StateValue } | null
}

/** Makes a machine that is known by its definition alone run, its guards answering as they are told to. */
export function guessMachine(original: AnyStateMachine) {
  let run: Run = newRun([])
  // Of the real context nothing is known but when it may have changed.
  const notes = {
    change: assign(({ context }: { context: MachineContext }) => ({
      changes: Number(context['changes']) + 1,
    })),
    raise: assign(() => {
      run.isUnsure = true
      return {}
    }),
    // A way back leads anywhere while the past is not known.
    history: assign(({ context }: { context: MachineContext }) => {
      if (context['knowsHistory'] !== true) run.isUnsure = true
      return {}
    }),
  }

  /** What stands for a list of actions. Functions are XState's own: a definition from outside has names only. */
  function standIns(actions: readonly unknown[]) {
    const types = actions.filter((action) => typeof action !== 'function').map(typeOf)
    if (types.length === 0) return []
    return types.some((type) => RAISE.includes(builtIn(type) ?? type))
      ? [notes.change, notes.raise]
      : [notes.change]
  }

  function guardOf(node: OpenNode, { guard }: OpenTransition, index: number) {
    const isShared = typeof guard === 'string'
    const name = isShared ? guard : `${node.id}/${String(index)}`
    const forgets = ASK_STATE.includes(typeOf(guard))
    return ({ context, event }: { context: MachineContext; event: { type: string } }) => {
      run.tried++
      if (run.tried > MAX_TRIED) throw new Error('does not come to rest')
      if (guard === undefined) return true
      const key = JSON.stringify([isShared, name, event.type, context['changes']])
      const answer = (forgets ? undefined : run.known.get(key)) ?? run.plan[run.said.length] ?? false
      if (forgets || !run.known.has(key)) run.said.push(answer)
      run.known.set(key, answer)
      return answer
    }
  }

  const { machine, take } = markMachine(original, (node, transitions) => {
    Object.defineProperty(node, 'invoke', { value: [] })
    node.entry = standIns(node.entry)
    node.exit = standIns(node.exit)
    for (const [index, one] of transitions.entries()) {
      one.guard = guardOf(node, one, index)
      const goesBack = one.target?.some(({ type }) => type === 'history') === true
      one.actions = [...standIns(one.actions), ...(goesBack ? [notes.history] : [])]
    }
  })

  return {
    machine,
    /** Sends an event, the guards answering by the plan. */
    tryOut(before: AnyMachineSnapshot, event: string, plan: readonly boolean[]): Guessed {
      run = newRun(plan)
      try {
        const { edges, after } = take(before, { type: event })
        return { ...run, result: { edges, value: after.value as StateValue } }
      } catch (error) {
        if (run.tried <= MAX_TRIED) throw error
        return { ...run, result: null }
      }
    },
  }
}

function newRun(plan: readonly boolean[]): Run {
  return { plan, said: [], known: new Map(), tried: 0, isUnsure: false }
}

function typeOf(part: unknown): string {
  if (typeof part === 'string') return part
  return typeof part === 'object' && part !== null && 'type' in part ? String(part.type) : ''
}
