import { builtIn, readOwnType } from '../../../machines/machineEvents'

export type EdgeKind = 'event' | 'always' | 'after' | 'done' | 'error'

/** What XState adds to a state with a delay: starting and stopping its clock. */
const CLOCK = ['raise', 'cancel']

/** What makes a transition happen, told by its event's type. */
export function edgeKind(eventType: string): EdgeKind {
  if (eventType === '') return 'always'
  return readOwnType(eventType)?.kind ?? 'event'
}

/** XState's own events in short: `done`, `after 1000 ms`. With several actors in a state, which one is done. */
export function edgeLabel(eventType: string, actors: number): string {
  if (eventType === '') return 'always'
  const own = readOwnType(eventType)
  if (own === null) return eventType
  const { kind, rest } = own
  if (kind === 'after') return `after ${delayText(rest.split('.')[0] ?? '')}`
  return actors > 1 && rest.startsWith('actor.') ? `${kind} ${rest.slice('actor.'.length)}` : kind
}

function delayText(delay: string): string {
  return /^\d+$/.test(delay) ? `${delay} ms` : delay
}

/** The name of an action or a guard; one written in place has none, and shows as `ƒ`. */
export function nameOf(part: unknown): string {
  if (typeof part === 'string') return part
  const isPart = (typeof part === 'object' || typeof part === 'function') && part !== null
  return isPart && 'type' in part ? plainName(String(part.type)) : 'ƒ'
}

function plainName(name: string): string {
  return (builtIn(name) ?? name).replace(/^(anonymous|inline:.*)?$/, 'ƒ')
}

/** Whether an action is of the definition's author, and not XState's own bookkeeping. */
export function isOwnAction(action: unknown): boolean {
  const isPart = (typeof action === 'object' || typeof action === 'function') && action !== null
  return !(isPart && 'type' in action && CLOCK.includes(builtIn(String(action.type)) ?? ''))
}
