import type { BenchIntent } from './benchContracts'

/** Every intent of a bench; a missing one does not compile. */
const IS_INTENT: Record<BenchIntent['type'], true> = {
  'bench.run': true,
  'bench.rules': true,
  'tray.rules': true,
  'tray.deliver': true,
  'tray.drop': true,
  'tray.repeat': true,
  'tray.move': true,
  'tray.edit': true,
}

/** Whether an event is an intent of a learner on a bench. */
export function isBenchIntent<E extends { type: string }>(event: E): event is Extract<E, BenchIntent> {
  return isBenchIntentType(event.type)
}

/** Whether a text is the type of an intent of a bench. */
export function isBenchIntentType(type: string): type is BenchIntent['type'] {
  return Object.hasOwn(IS_INTENT, type)
}
