import { builtIn, readOwnType } from '../../../machines/machineEvents'

export type EdgeKind = 'event' | 'always' | 'after' | 'done' | 'error'

/** The actions that XState adds to a state with a delay, to start and stop its timer. */
const CLOCK = ['raise', 'cancel']

/** What triggers a transition, by its event's type. */
export function edgeKind(eventType: string): EdgeKind {
  if (eventType === '') return 'always'
  return readOwnType(eventType)?.kind ?? 'event'
}

/**
 * The short form of XState's own events: `done`, `after 1000 ms`. If a state has several actors, it names the actor.
 */
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

/** The name of an action or a guard; an inline function has none and is shown as `ƒ`. */
export function nameOf(part: unknown): string {
  if (typeof part === 'string') return part
  const isPart = (typeof part === 'object' || typeof part === 'function') && part !== null
  return isPart && 'type' in part ? plainName(String(part.type)) : 'ƒ'
}

function plainName(name: string): string {
  return (builtIn(name) ?? name).replace(/^(anonymous|inline:.*)?$/, 'ƒ')
}

/** Whether the machine's author wrote an action, and not XState itself. */
export function isOwnAction(action: unknown): boolean {
  const isPart = (typeof action === 'object' || typeof action === 'function') && action !== null
  return !(isPart && 'type' in action && CLOCK.includes(builtIn(String(action.type)) ?? ''))
}
