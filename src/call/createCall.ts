import { computed, shallowRef, triggerRef } from 'vue'
import { openBroadcast } from '../../broadcast-signaling/broadcast'
import type { Channel } from '../../broadcast-signaling/channel'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Settings } from '../../machines/contracts'
import type { LogEntry, Moment } from '../../machines/log'
import { deriveTurn, viewEnd } from '../../machines/progress'
import type { Turn } from '../../machines/progress'
import type { End } from '../../machines/steps'
import { connect } from '../peer/connect'
import { createPeer } from '../peer/createPeer'
import type { PeerOptions } from '../peer/createPeer'
import { openMedia } from '../peer/media'
import type { CallStore, EndStreams, RunTarget } from './callStore'
import { createId } from './createId'
import { createHistory } from './history'
import { createInspections } from './inspections'
import { openEnd } from './openEnd'
import type { OpenEnd } from './openEnd'
import { createPlayer } from './player'
import { createStatsRecorder } from './statsRecorder'
import { createStills } from './stills'
import { createTape, lastMoment } from './tape'
import type { GrowingTape } from './tape'

/** What the outside world is; tests give a faked one. */
export interface CallWorld {
  openChannel(name: string): Channel
  connect: PeerOptions['connect']
  openMedia: PeerOptions['openMedia']
}

const browser: CallWorld = { openChannel: openBroadcast, connect, openMedia }

export interface Call extends CallStore {
  /** The log of the running call. */
  readonly log: () => readonly LogEntry[]
  /** The moments that the log led through: one more than it has entries. */
  readonly moments: () => readonly Moment[]
  /** Leaves: closes both ends and releases what they hold. */
  close(): void
}

const NO_STREAMS: Record<End, EndStreams> = {
  caller: { local: null, remote: null },
  callee: { local: null, remote: null },
}

/** Makes both ends of a call on this page and everything around them. The composition root. */
export function createCall(world: CallWorld = browser): Call {
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const streams = shallowRef(NO_STREAMS)
  const room = shallowRef(createId())
  const channelName = computed(() => `handshake/${room.value}`)
  const tape = shallowRef<GrowingTape>(createTape(settings.value))
  const history = createHistory(tape, true)
  const stills = createStills()
  const isBehind = () => history.cursor.value !== null
  const player = createPlayer({ turn, act, isBehind, stepForward: history.stepForward })
  const recorder = createStatsRecorder({
    read: (end) => ends[end].peer.getStats(),
    now: () => performance.now() - began,
  })
  let began = performance.now()
  const inspections = createInspections()
  let ends: Record<End, OpenEnd> = openEnds()

  function turn(): Turn {
    const { caller, callee } = lastMoment(tape.value)
    return deriveTurn(viewEnd(caller), viewEnd(callee))
  }

  function openEnds(): Record<End, OpenEnd> {
    began = performance.now()
    recorder.begin()
    // Each opening has its own tape, so that a late event of a closed end cannot slip into the next call.
    const own = (tape.value = createTape(settings.value))
    return { caller: open('caller'), callee: open('callee') }

    function open(end: End): OpenEnd {
      return openEnd({
        end,
        room: room.value,
        settings: settings.value,
        openChannel: () => world.openChannel(channelName.value),
        createPeer: ({ onFact }) =>
          createPeer({
            end,
            ...world,
            onFact,
            onStreams: (change) => {
              if (own === tape.value) streams.value = { ...streams.value, [end]: change }
            },
          }),
        onInspect: inspections.record,
        onEvent: (event, snapshot) => {
          if (own !== tape.value) return
          const entry = { seq: own.log.length, at: performance.now() - began, end, event }
          own.add(entry, { ...lastMoment(own), [end]: snapshot })
          triggerRef(tape)
          recorder.look(end, event)
          player.look()
        },
      })
    }
  }

  function closeEnds() {
    player.pause()
    history.lookAt(null)
    // From here on nothing of the old ends is heard any more.
    tape.value = createTape(settings.value)
    ends.caller.close()
    ends.callee.close()
    streams.value = NO_STREAMS
    stills.clear()
  }

  function act() {
    const { phase, end } = turn()
    if (phase === 'steps') ends[end].send({ type: 'step.run' })
    else if (phase === 'failed') ends.caller.send({ type: 'ice.restart' })
    else if (phase === 'closed') restart()
    else if (isOneWay()) startOver()
  }

  function isOneWay() {
    const { caller, callee } = lastMoment(tape.value)
    return viewEnd(caller).oneWay || viewEnd(callee).oneWay
  }

  /** Fresh ends, run at full speed: the way out where an ICE restart does not bring the media back. */
  function startOver() {
    restart()
    player.runTo('connected')
  }

  function restart() {
    closeEnds()
    inspections.clear()
    room.value = createId()
    ends = openEnds()
  }

  function runTo(target: RunTarget) {
    history.lookAt(null)
    player.runTo(target)
  }

  return {
    ...history,
    kind: 'call',
    streams,
    stills,
    settings,
    channelName,
    playing: player.playing,
    speed: player.speed,
    runningTo: player.runningTo,
    lookAt: lookingBack(history.lookAt),
    stepBack: lookingBack(history.stepBack),
    stepForward: lookingBack(history.stepForward),
    next() {
      if (isBehind()) history.stepForward()
      else act()
    },
    play: player.play,
    pause: player.pause,
    runTo,
    restart,
    startAgainFromHere() {
      const { step, phase } = history.here.value
      restart()
      if (phase === 'connected') runTo(phase)
      else if (step !== null) runTo(step)
    },
    hangUp() {
      player.pause()
      history.lookAt(null)
      ends.caller.send({ type: 'call.hang-up' })
    },
    send: (end, intent) => {
      ends[end].send(intent)
    },
    changeSettings(change) {
      settings.value = { ...settings.value, ...change }
      ends.caller.send({ type: 'settings.change', settings: change })
      ends.callee.send({ type: 'settings.change', settings: change })
    },
    samples: recorder.samples,
    takeSample: recorder.take,
    inspect: inspections.listen,
    getStats: (end) => ends[end].peer.getStats(),
    log: () => tape.value.log,
    moments: () => tape.value.moments,
    close: closeEnds,
  }

  /** Whoever looks around by hand does not want play to go on; a run to a step does. */
  function lookingBack<Args extends unknown[]>(look: (...args: Args) => void) {
    return (...args: Args) => {
      if (player.playing.value) player.pause()
      look(...args)
    }
  }
}
