import { assign } from 'xstate'
import type { AnyMachineSnapshot, AnyStateMachine, MachineContext, StateValue } from 'xstate'
import { builtIn } from '../../../machines/machineEvents'
import { markMachine } from './markMachine'
import type { OpenNode, OpenTransition } from './markMachine'

/** The most transitions tried in one run; a machine that takes more is not settling. */
const MAX_TRIED = 500
/** Guards that may depend on the state, so that their answer may change after each transition. */
const ASK_STATE = ['and', 'or', 'not', 'stateIn']
/** Actions that may raise an event within the same move; the definition does not say which. */
const RAISE = ['raise', 'enqueueActions']

/** One try: the guards answer as planned, and false after the end of the plan. */
interface Run {
  plan: readonly boolean[]
  /** The answers of the guards, in order. */
  answers: boolean[]
  /** The same answers by guard, event and version of the context: a guard that is asked again answers the same. */
  known: Map<string, boolean>
  tried: number
  isUnsure: boolean
}

interface Guessed extends Pick<Run, 'answers' | 'isUnsure'> {
  /** null if the machine did not settle. */
  result: { edges: string[]; value: StateValue } | null
}

/** Makes a machine runnable of which only the definition is known; its guards answer as planned. */
export function guessMachine(original: AnyStateMachine) {
  let run: Run = newRun([])
  // The real context is not known, only that it may have changed.
  const notes = {
    change: assign(({ context }: { context: MachineContext }) => ({
      changes: Number(context['changes']) + 1,
    })),
    raise: assign(() => {
      run.isUnsure = true
      return {}
    }),
    // While the history is not known, a history state may lead to any state.
    history: assign(({ context }: { context: MachineContext }) => {
      if (context['knowsHistory'] !== true) run.isUnsure = true
      return {}
    }),
  }

  /** Replaces a list of actions. Functions are XState's own: a definition from outside contains only names. */
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
      const answer = (forgets ? undefined : run.known.get(key)) ?? run.plan[run.answers.length] ?? false
      if (forgets || !run.known.has(key)) run.answers.push(answer)
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
    /** Sends an event while the guards answer as planned. */
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
  return { plan, answers: [], known: new Map(), tried: 0, isUnsure: false }
}

function typeOf(part: unknown): string {
  if (typeof part === 'string') return part
  return typeof part === 'object' && part !== null && 'type' in part ? String(part.type) : ''
}
