import type { AnyStateNode, StateValue } from 'xstate'

/** One way out of a state. */
export interface OutlineEvent {
  name: string
  guard: string | null
  /** The state it leads to, by its key; null where the state stays. */
  target: string | null
}

/** One state of a machine as the outline draws it. */
export interface OutlineState {
  id: string
  key: string
  isActive: boolean
  events: OutlineEvent[]
  children: OutlineState[]
}

/** Reads a machine's definition; `value` says which states are active. */
export function outlineMachine(root: AnyStateNode, value: StateValue): OutlineState {
  return outlineState(root, value, true)
}

function outlineState(node: AnyStateNode, value: StateValue | undefined, isActive: boolean): OutlineState {
  return {
    id: node.id,
    key: node.key,
    isActive,
    events: readEvents(node),
    children: Object.values(node.states).map((child) => {
      const inner = typeof value === 'object' ? value[child.key] : undefined
      return outlineState(child, inner, isActive && (value === child.key || inner !== undefined))
    }),
  }
}

function readEvents(node: AnyStateNode): OutlineEvent[] {
  const taken = [...node.transitions.values()].flat()
  return [...taken, ...(node.always ?? [])].map(({ eventType, guard, target }) => ({
    name: readableEvent(eventType),
    guard: guardName(guard),
    target: target?.[0]?.key ?? null,
  }))
}

function guardName(guard: unknown): string | null {
  if (typeof guard === 'string') return guard
  return typeof guard === 'object' && guard !== null && 'type' in guard ? String(guard.type) : null
}

/** XState's own events in short: `done create-offer`, `after observe`; a transition without one is `always`. */
function readableEvent(type: string): string {
  if (type === '') return 'always'
  return type
    .replace(/^xstate\.(done|error)\.actor\./, '$1 ')
    .replace(/^xstate\.after\.([^.]+)\..*$/, 'after $1')
}

/** The active states from the outside in, each with what it can take now. */
export function activeChain(state: OutlineState): OutlineState[] {
  const inner = state.children.find(({ isActive }) => isActive)
  return inner === undefined ? [state] : [state, ...activeChain(inner)]
}
