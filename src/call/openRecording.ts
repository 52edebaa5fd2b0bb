import { shallowRef } from 'vue'
import type { Settings } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import { NO_STREAMS } from './callStore'
import type { CallStore } from './callStore'
import { createHistory } from './history'
import { shownAction } from './nextAction'
import { createPlayer } from './player'
import { createStills } from './stills'
import { lastMoment, replayTape } from './tape'
import { deriveTurn, viewEnd } from '../../machines/progress'

/** What a call leaves behind: enough to show every moment of it again. */
export interface RecordedCall {
  settings: Settings
  log: readonly LogEntry[]
}

/** A recorded call for the same panels, without peers. It opens at its beginning. */
export function openRecording({ settings, log }: RecordedCall): CallStore {
  const tape = shallowRef(replayTape(settings, log))
  const history = createHistory(tape, false)
  const isBehind = () => history.cursor.value !== null
  const player = createPlayer({
    turn,
    action: () => shownAction(call),
    act: () => undefined,
    isBehind,
    stepForward: history.stepForward,
  })
  history.lookAt(0)

  function turn() {
    const { caller, callee } = lastMoment(tape.value)
    return deriveTurn(viewEnd(caller), viewEnd(callee))
  }

  function restart() {
    player.pause()
    history.lookAt(0)
  }

  const call: CallStore = {
    ...history,
    kind: 'recording',
    streams: shallowRef(NO_STREAMS),
    stills: createStills(),
    settings: shallowRef(settings),
    channelName: shallowRef(''),
    playing: player.playing,
    speed: player.speed,
    runningTo: player.runningTo,
    isPressed: shallowRef(false),
    next() {
      if (shownAction(call).does === 'restart') restart()
      else history.stepForward()
    },
    play: player.play,
    pause: player.pause,
    runTo(target) {
      const connected = history.stops.value.find(({ phase }) => phase === 'connected')?.index
      history.lookAt(target === 'connected' ? (connected ?? null) : history.momentOfStep(target))
    },
    restart,
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
