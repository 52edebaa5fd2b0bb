import type { LogEntry } from '../../../machines/log'

const ACTIONS: readonly string[] = ['step.run', 'step.retry', 'ice.restart', 'wire.ask', 'call.hang-up']

/** Whether an entry is something the learner did, and not something that happened. */
export function isAction({ event }: LogEntry): boolean {
  return ACTIONS.includes(event.type)
}

/** The learner's last action; undefined before the first. */
export function lastAction(entries: readonly LogEntry[]): LogEntry | undefined {
  return entries.findLast(isAction)
}
