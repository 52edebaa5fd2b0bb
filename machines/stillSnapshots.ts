import { FIRST_BENCH } from './bench/benchState'
import type { Settings } from './contracts'
import { initialContext } from './initialContext'
import type { Snapshots } from './log'
import type { EndSnapshot } from './progress'
import { stepsOf } from './script'
import type { Script } from './script'
import type { End } from './steps'

/**
 * Both ends before anything happened, for a page that has not loaded their machines yet: what `viewEnd()` reads of the
 * first snapshots. An end stands at its first step and waits for a description if that step does.
 */
export function stillSnapshots(script: Script, settings: Settings): Snapshots {
  return {
    caller: stillSnapshot(script, 'caller', settings),
    callee: stillSnapshot(script, 'callee', settings),
  }
}

function stillSnapshot(script: Script, end: End, settings: Settings): EndSnapshot {
  const [step] = stepsOf(script, end)
  const tag = step?.waitsFor === 'description' ? 'waiting' : 'ready'
  const still = {
    context: {
      ...initialContext(end)({ input: { settings } }),
      ...(script.bench !== undefined && { bench: FIRST_BENCH }),
    },
    value: { [step?.id ?? '']: tag },
    hasTag: (asked: string) => asked === tag,
    getMeta: () => ({ first: { step: step?.id } }),
  }
  // Everything else of a snapshot belongs to the machine.
  return still as unknown as EndSnapshot
}
