import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { shallowRef } from 'vue'
import type { Settings } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import { NO_STREAMS } from './callStore'
import type { CallStore } from './callStore'
import { createCursor } from './historyCursor'
import { shownAction } from './nextAction'
import { createPlayer } from './player'
import type { Playback } from './session'
import { createThumbnails } from './thumbnails'
import { lastSnapshots, replayHistory } from './callHistory'
import { deriveTurn, viewEnds } from '../../machines/progress'

/** What a call leaves behind: enough to show every moment of it again. */
export interface RecordedCall {
  settings: Settings
  log: readonly LogEntry[]
}

/** A recorded call for the same panels, without peers. It opens at its beginning. */
export function openRecording({ settings, log }: RecordedCall): CallStore {
  const history = shallowRef(replayHistory(HANDSHAKE_13, settings, log))
  const historyCursor = createCursor(history, false)
  const isBehind = () => historyCursor.cursor.value !== null
  const player = createPlayer({
    turn,
    action: () => shownAction(call),
    act: () => undefined,
    isBehind,
    stepForward: historyCursor.stepForward,
  })
  historyCursor.lookAt(0)

  function turn() {
    return deriveTurn(history.value.script, viewEnds(lastSnapshots(history.value)))
  }

  function restart() {
    player.pause()
    historyCursor.lookAt(0)
  }

  const playback: Playback = {
    playing: player.playing,
    speed: player.speed,
    runningTo: player.runningTo,
    isPressed: shallowRef(false),
    next() {
      if (shownAction(call).does === 'restart') restart()
      else historyCursor.stepForward()
    },
    play: player.play,
    pause: player.pause,
    runTo(target) {
      const connected = historyCursor.checkpoints.value.find(({ phase }) => phase === 'connected')?.index
      historyCursor.lookAt(target === 'connected' ? (connected ?? null) : historyCursor.indexOfStep(target))
    },
    restart,
  }

  const call: CallStore = {
    ...historyCursor,
    ...playback,
    history: historyCursor,
    playback,
    controls: null,
    media: null,
    room: null,
    kind: 'recording',
    streams: shallowRef(NO_STREAMS),
    thumbnails: createThumbnails(),
    settings: shallowRef(settings),
    channelName: shallowRef(''),
    startAgainFromHere: () => undefined,
    hangUp: () => undefined,
    send: () => undefined,
    inspect: () => () => undefined,
    changeSettings: () => undefined,
    samples: shallowRef([]),
    takeSample: () => Promise.resolve(),
    getStats: () => Promise.resolve(null),
    tabs: shallowRef(null),
    enter: () => undefined,
    leaveTabs: () => undefined,
  }
  return call
}
