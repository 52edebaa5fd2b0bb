import { computed, shallowRef } from 'vue'
import { openBroadcast } from '../../broadcast-signaling/broadcast'
import type { Channel } from '../../broadcast-signaling/channel'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Settings } from '../../machines/contracts'
import { firstMoment } from '../../machines/log'
import type { LogEntry, Moment } from '../../machines/log'
import { deriveTurn, viewEnd } from '../../machines/progress'
import type { Turn } from '../../machines/progress'
import type { End } from '../../machines/steps'
import { connect } from '../peer/connect'
import { createPeer } from '../peer/createPeer'
import type { PeerOptions } from '../peer/createPeer'
import { openMedia } from '../peer/media'
import type { CallStore, EndStreams } from './callStore'
import { viewCall } from './callView'
import { createId } from './createId'
import { openEnd } from './openEnd'
import type { OpenEnd } from './openEnd'
import { createPlayer } from './player'

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
  const moment = shallowRef<Moment>(firstMoment(settings.value))
  const view = computed(() => viewCall(moment.value, log.slice()))
  const player = createPlayer({ turn, act })
  let log: LogEntry[] = []
  let moments: Moment[] = [moment.value]
  let ends: Record<End, OpenEnd> = openEnds()

  function turn(): Turn {
    return deriveTurn(viewEnd(moment.value.caller), viewEnd(moment.value.callee))
  }

  function openEnds(): Record<End, OpenEnd> {
    const began = performance.now()
    log = []
    moment.value = firstMoment(settings.value)
    moments = [moment.value]
    // Each opening has its own list, so that a late event of a closed end cannot slip into the next call.
    const entries = log
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
              if (entries === log) streams.value = { ...streams.value, [end]: change }
            },
          }),
        onEvent: (event, snapshot) => {
          if (entries !== log) return
          entries.push({ seq: entries.length, at: performance.now() - began, end, event })
          moment.value = { ...moment.value, [end]: snapshot }
          moments.push(moment.value)
          player.look()
        },
      })
    }
  }

  function closeEnds() {
    player.pause()
    // From here on nothing of the old ends is heard any more.
    log = []
    ends.caller.close()
    ends.callee.close()
    streams.value = NO_STREAMS
  }

  function act() {
    const { phase, end } = turn()
    if (phase === 'steps') ends[end].send({ type: 'step.run' })
    else if (phase === 'failed') ends.caller.send({ type: 'ice.restart' })
    else if (phase === 'closed') restart()
    else if (isOneWay()) startOver()
  }

  function isOneWay() {
    const { caller, callee } = moment.value
    return viewEnd(caller).oneWay || viewEnd(callee).oneWay
  }

  /** Fresh ends, run at full speed: the way out where an ICE restart does not bring the media back. */
  function startOver() {
    restart()
    player.runTo('connected')
  }

  function restart() {
    closeEnds()
    room.value = createId()
    ends = openEnds()
  }

  return {
    view,
    streams,
    settings,
    channelName,
    playing: player.playing,
    speed: player.speed,
    runningTo: player.runningTo,
    next: act,
    play: player.play,
    pause: player.pause,
    runTo: player.runTo,
    restart,
    hangUp() {
      player.pause()
      ends.caller.send({ type: 'call.hang-up' })
    },
    changeSettings(change) {
      settings.value = { ...settings.value, ...change }
      ends.caller.send({ type: 'settings.change', settings: change })
      ends.callee.send({ type: 'settings.change', settings: change })
    },
    getStats: (end) => ends[end].peer.getStats(),
    log: () => log,
    moments: () => moments,
    close: closeEnds,
  }
}
