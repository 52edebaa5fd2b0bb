export type EdgeKind = 'event' | 'always' | 'after' | 'done' | 'error'

/** What XState adds to a state with a delay: starting and stopping its clock. */
const CLOCK = ['xstate.raise', 'xstate.cancel']
const NAMED = /^xstate\.(done|error|after)\./

/** What makes a transition happen, told by its event's type. */
export function edgeKind(eventType: string): EdgeKind {
  if (eventType === '') return 'always'
  return (NAMED.exec(eventType)?.[1] ?? 'event') as EdgeKind
}

/** XState's own events in short: `done`, `after 1000 ms`. With several actors in a state, which one is done. */
export function edgeLabel(eventType: string, actors: number): string {
  const [, kind, rest = ''] = /^xstate\.(done|error|after)\.(.*)$/.exec(eventType) ?? []
  if (eventType === '') return 'always'
  if (kind === undefined) return eventType
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

/** XState's own actions call themselves `xstate.assign`; what it makes for itself starts with `xstate.`. */
function plainName(name: string): string {
  return name.replace(/^xstate\./, '').replace(/^(anonymous|inline:.*)?$/, 'ƒ')
}

/** Whether an action is of the definition's author, and not XState's own bookkeeping. */
export function isOwnAction(action: unknown): boolean {
  const isPart = (typeof action === 'object' || typeof action === 'function') && action !== null
  return !(isPart && 'type' in action && CLOCK.includes(String(action.type)))
}
