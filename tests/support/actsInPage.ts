import { DEFAULT_SETTINGS, DOING } from '../../machines/contracts'
import { replay } from '../../machines/log'
import type { Script } from '../../machines/script'
import { BENCH } from '../../machines/scripts/bench'
import type { End, StepId } from '../../machines/steps'
import { benchOf } from '../../src/labs/labBench'
import { waitFor } from '../../src/labs/waiting'
import { createCall } from '../../src/session/createCall'
import type { Call } from '../../src/session/createCall'
import type { BenchEnd } from './benchCall'
import type { Act } from './benchActs'
import { world } from './worldInPage'

/* Plays a random sequence of acts between two of the browser's own connections. The browser tests bundle this module and
   run it in the page. */

const ENDS = ['caller', 'callee'] as const
const SCRIPT = BENCH as Script as Script<StepId>
/** Milliseconds for every wait. */
const LIMIT = 20_000

export interface ActsReport {
  /** What was not as it should be; empty if all was. */
  faults: string[]
  /** The signaling states that were reached, to see that sequences do something. */
  reached: string[]
}

export async function playActs(begin: readonly Act[], acts: readonly Act[]): Promise<ActsReport> {
  const faults: string[] = []
  const note = ({ type, ...event }: ErrorEvent | PromiseRejectionEvent) => {
    faults.push(`${type}: ${String('reason' in event ? event.reason : event)}`)
  }
  addEventListener('error', note)
  addEventListener('unhandledrejection', note)
  const call = createCall(world, null, SCRIPT)
  const bench = benchOf(call)
  try {
    for (const { end, intent, waits } of [...begin, ...acts]) {
      bench.send(end, intent)
      if (waits)
        await waitFor(bench, () => !isPending(call, end), `the outcome of ${JSON.stringify(intent)}`, {
          limit: LIMIT,
        })
    }
    for (const end of ENDS)
      await waitFor(bench, () => !isPending(call, end), `every outcome at the ${end}`, { limit: LIMIT })
    faults.push(...judge(call))
    const reached = call
      .snapshots()
      .flatMap((moment) => ENDS.map((end) => String(moment[end].context.peer?.signalingState)))
    // The way out.
    call.playback.restart()
    const isFresh = () =>
      ENDS.every((end) => at(call, end).peer === null && at(call, end).bench.operations.length === 0)
    await waitFor(bench, isFresh, 'a fresh bench', { limit: LIMIT })
    return { faults, reached: [...new Set(reached)] }
  } catch (error) {
    return { faults: [...faults, String(error)], reached: [] }
  } finally {
    call.close()
    removeEventListener('error', note)
    removeEventListener('unhandledrejection', note)
  }
}

const at = (call: Call, end: End) => call.snapshots().at(-1)![end].context as BenchEnd

/** Whether an operation of the present connection has no outcome yet; on a closed one it never gets any. */
function isPending(call: Call, end: End): boolean {
  const { bench, peer } = at(call, end)
  const since = bench.operations.findLastIndex(
    ({ operation }) => operation.call === 'create' || operation.call === 'close',
  )
  const isClosed = peer?.signalingState === 'closed'
  return bench.operations
    .slice(Math.max(0, since))
    .some(
      ({ state, operation }) =>
        state === 'pending' && !(isClosed && operation.call !== 'create' && operation.call !== 'capture'),
    )
}

/** What is wrong with the newest moment: a state without a name, or one that the log does not replay to. */
function judge(call: Call): string[] {
  const log = call.log()
  const live = call.snapshots().at(-1)!
  const last = replay(SCRIPT, DEFAULT_SETTINGS, JSON.parse(JSON.stringify(log)) as typeof log).at(-1)!
  return ENDS.flatMap((end) => {
    const tags = DOING.filter((tag) => live[end].hasTag(tag))
    const state = JSON.stringify(live[end].value)
    const signaling = live[end].context.peer?.signalingState ?? 'no-connection'
    return [
      ...(tags.length === 1 ? [] : [`${end}: ${state} has ${String(tags.length)} names`]),
      ...(state.includes(`"signaling":"${signaling}"`) ? [] : [`${end}: ${state}, but ${signaling}`]),
      ...(JSON.stringify(last[end].value) === state
        ? []
        : [`${end}: replays to ${JSON.stringify(last[end].value)}, was ${state}`]),
      ...(JSON.stringify(sorted(last[end].context)) === JSON.stringify(sorted(live[end].context))
        ? []
        : [`${end}: replays to another context`]),
    ]
  })
}

/** The same value with its keys in order. */
function sorted(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ),
  )
}
