import { computed, shallowRef, watch } from 'vue'
import { lastFailure } from '../../machines/checkpoints'
import type { Settings } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { readFrame } from './callFrame'
import type { CallFrame } from './callFrame'
import { replayHistory } from './replayHistory'
import type { CallSession } from './callSession'
import { createDrawing } from './drawing'
import { createCursor, cursorOf } from './historyCursor'
import { shownAction } from './nextAction'
import { createPlayer } from './player'
import type { Playback } from './session'
import type { StatsSample } from './statsRecorder'

/** What is kept of a call: enough to show every moment of it again. */
export interface RecordedCall {
  /** What the call consisted of. */
  script: Script
  settings: Settings
  log: readonly LogEntry[]
  packets?: CallFrame['packets'] | undefined
  /** Statistics that came with the call from elsewhere, oldest first. */
  samples?: readonly StatsSample[]
}

/** A recorded call for the same panels, without peers. It opens at its failure, otherwise at its first moment. */
export function openRecording({
  script,
  settings,
  log,
  packets = [],
  samples = [],
}: RecordedCall): CallSession {
  const recorded = shallowRef(replayHistory(script as Script<StepId>, settings, log))
  const { cursor, moves } = createCursor(recorded)
  const player = createPlayer({
    turn: () => frame.value.now.turn,
    action: () => shownAction(frame.value),
    act: () => undefined,
    isBehind: () => cursor.value !== null,
    stepForward: moves.stepForward,
  })
  const { drawn: frame, draw } = createDrawing<CallFrame>(
    (before) =>
      readFrame(
        {
          ...NOTHING_LIVE,
          packets,
          samples,
          settings,
          history: recorded.value,
          cursor: cursor.value,
          runningTo: player.runningTo.value,
          playing: player.playing.value,
        },
        before,
      ),
    // In a recording only the learner changes anything, one move at a time, so it is read at once.
    (run) => {
      run()
    },
  )
  watch([cursor, player.runningTo, player.playing], draw, { flush: 'sync' })
  moves.lookAt(lastFailure(recorded.value.checkpoints)?.index ?? 0)

  function restart() {
    player.pause()
    moves.lookAt(0)
  }

  const history = cursorOf(frame, moves)
  const playback: Playback = {
    playing: computed(() => frame.value.playing),
    speed: player.speed,
    runningTo: computed(() => frame.value.runningTo),
    asksFirst: player.asksFirst,
    stoppedBefore: player.stoppedBefore,
    isPressed: shallowRef(false),
    next() {
      if (shownAction(frame.value).does === 'restart') restart()
      else moves.stepForward()
    },
    play: player.play,
    pause: player.pause,
    toggle: player.toggle,
    runTo(target) {
      const connected = frame.value.checkpoints.find(({ phase }) => phase === 'connected')?.index
      moves.lookAt(target === 'connected' ? (connected ?? null) : history.indexOfStep(target))
    },
    restart,
  }
  return { frame, history, playback, controls: null, media: null, room: null }
}

const NOTHING_LIVE = { isLive: false, channelName: '', tabs: null }
