import type { EndView } from '../../machines/progress'
import type { Intent } from '../../machines/contracts'

/** What a learner does by a click, without anything to say besides. */
export type PlainIntent = Exclude<Intent, { type: 'settings.change' }>

const PLAIN: readonly PlainIntent['type'][] = [
  'step.run',
  'step.retry',
  'ice.restart',
  'wire.ask',
  'call.hang-up',
]

/** Whether an event's type is an intent that can be sent as it stands. */
export function isPlainIntent(type: string): type is PlainIntent['type'] {
  return (PLAIN as readonly string[]).includes(type)
}

/** Reads an intent from outside, such as another window; null for whatever else it is. */
export function readIntent(event: unknown): PlainIntent | null {
  if (typeof event !== 'object' || event === null || !('type' in event)) return null
  const { type } = event
  return typeof type === 'string' && isPlainIntent(type) ? { type } : null
}

/** The intents an end can take now, but for what would mend nothing: a connection that is not lost. */
export function intentsOf({ tag }: EndView): PlainIntent['type'][] {
  return PLAIN.filter((type) => (type === 'ice.restart' ? tag === 'failed' || tag === 'connected' : true))
}
