import { openBroadcast } from '../../broadcast-signaling/broadcast'
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
import type { CallWorld } from '../../src/session/callWorld'
import { engine } from '../../src/session/engine'

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

/** A tone and a picture that changes: tracks that need no permission and send packets. */
const openPattern: CallWorld['openMedia'] = ({ source }) => {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const destination = audio.createMediaStreamDestination()
  tone.connect(destination)
  tone.start()
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 })
  const context = canvas.getContext('2d')
  let frame = 0
  const drawing = setInterval(() => {
    if (context === null) return
    frame += 1
    context.fillStyle = `hsl(${String((frame * 15) % 360)} 60% 50%)`
    context.fillRect(0, 0, canvas.width, canvas.height)
  }, 50)
  const stream = new MediaStream([...destination.stream.getTracks(), ...canvas.captureStream(20).getTracks()])
  return Promise.resolve({
    stream,
    summary: { source, tracks: stream.getTracks().map(({ kind, label }) => ({ kind, label })) },
    onEnded: () => undefined,
    close() {
      clearInterval(drawing)
      for (const track of stream.getTracks()) track.stop()
      void audio.close()
    },
  })
}

const world: CallWorld = {
  engine,
  openChannel: openBroadcast,
  connect: (config) => new RTCPeerConnection(config),
  openMedia: openPattern,
  patience: { read: () => 'unknown', keep: () => undefined },
  locks: undefined,
  nextFrame: (run) => {
    run()
  },
  afterPaint: (run) => {
    run()
  },
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
