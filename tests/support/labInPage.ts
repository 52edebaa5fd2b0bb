import type { Script } from '../../machines/script'
import { BENCH } from '../../machines/scripts/bench'
import type { StepId } from '../../machines/steps'
import { holds } from '../../src/labs/condition'
import { createGoalReader } from '../../src/labs/goals'
import type { Condition, Lab, RouteAction } from '../../src/labs/lab'
import { benchOf } from '../../src/labs/labBench'
import { lengthOf } from '../../src/labs/moment'
import { openLab } from '../../src/labs/openLab'
import { runRoute } from '../../src/labs/runRoute'
import { waitFor } from '../../src/labs/waiting'
import { makeRecording } from '../../src/recording/makeRecording'
import { writeRecording } from '../../src/recording/writeRecording'
import { createCall } from '../../src/session/createCall'
import { world } from './worldInPage'

/* Plays a route of a lab between two of the browser's own connections. The browser tests bundle this module and run it
   in the page. */

/** What became of a lab after a route. */
export interface LabReport {
  /** Goals that are not met at the end. */
  missing: string[]
  broken: string[]
  isSolved: boolean
  /** Whether the condition that was waited for came true. */
  isShown: boolean
  /** Why the route could not go on; null if it came to its end. */
  stuck: string | null
  /** The states at the end, and what was refused, for a message that says what happened instead. */
  ends: Record<'caller' | 'callee', string>
  /** The bench as a recording, which the app opens. */
  recording: string
}

/**
 * Opens a lab, runs the actions, and waits until a condition holds or all goals are met; `limit`: milliseconds for each
 * wait. `keepsOpen`: the connections stay, so that the browser's own dump still lists them.
 */
export async function playRoute(
  lab: Lab,
  actions: readonly RouteAction[],
  { shows, limit, keepsOpen = false }: { shows?: Condition; limit: number; keepsOpen?: boolean },
): Promise<LabReport> {
  const call = createCall(world, null, BENCH as Script as Script<StepId>)
  const bench = benchOf(call)
  let stuck: string | null = null
  let start = 0
  let isShown = shows === undefined
  const reader = () => createGoalReader(lab, start).read(bench.history())
  try {
    start = await openLab(call, lab, { limit })
    await runRoute(bench, actions, { start, limit })
    const isMet = () =>
      shows === undefined
        ? [...reader().goals.values()].every((at) => at !== null)
        : holds(shows, { history: bench.history(), at: lengthOf(bench.history()), start })
    await waitFor(bench, isMet, shows === undefined ? 'the goals' : JSON.stringify(shows), { limit })
    isShown = true
  } catch (error) {
    stuck = String(error)
  }
  const { goals, broken, solvedAt } = reader()
  const report: LabReport = {
    missing: [...goals].flatMap(([id, at]) => (at === null ? [id] : [])),
    broken: [...broken],
    isSolved: solvedAt !== null,
    isShown,
    stuck,
    ends: { caller: describe('caller'), callee: describe('callee') },
    recording: writeRecording(
      makeRecording({
        script: BENCH,
        settings: call.frame.value.settings,
        log: call.log(),
        browser: navigator.userAgent.slice(0, 120),
        made: new Date(0),
        title: `Lab ${lab.id}`,
      }),
    ),
  }
  if (!keepsOpen) call.close()
  return report

  function describe(end: 'caller' | 'callee'): string {
    const { peer, bench: own, remote } = call.snapshots().at(-1)![end].context
    const refused = own?.operations.flatMap(({ operation, problem }) =>
      problem === undefined ? [] : [`${operation.call}: ${problem.name} ${problem.message}`],
    )
    return [
      ...[peer?.signalingState, peer?.iceGatheringState, peer?.iceConnectionState, peer?.connectionState],
      remote.map(({ state }) => state).join(' '),
      ...(refused ?? []),
    ].join(' | ')
  }
}
