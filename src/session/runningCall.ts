import { shallowRef } from 'vue'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Settings } from '../../machines/contracts'
import { deriveTurn, viewEnds } from '../../machines/progress'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { stillSnapshots } from '../../machines/stillSnapshots'
import { STEP_IDS } from '../../machines/steps'
import type { Script } from '../../machines/script'
import type { End, StepId } from '../../machines/steps'
import { isAction } from '../trace/isAction'
import type { RoomRole } from '../tabs/roomRole'
import type { CallFrame } from './callFrame'
import { createHistory, lastSnapshots } from './callHistory'
import type { AppendableHistory } from './callHistory'
import { NO_STREAMS } from './callSession'
import { connectionsOf, traceOf } from './callView'
import type { CallWorld } from './callWorld'
import { createId } from './createId'
import type { Engine } from './engine'
import { createInspections } from './inspections'
import { createLaterEnds } from './laterEnds'
import type { IncomingEvent } from './mergeTabLogs'
import { createRoomMembership } from './roomMembership'
import { createStatsRecorder } from './statsRecorder'
import { createThumbnails } from './thumbnails'
import type { Thumbnail, VideoSlot } from './thumbnails'

/** What a running call reports. */
export interface RunningEvents {
  /** An event was added to its history. */
  onEvent(): void
  /** The streams of an end changed. */
  onStreams(): void
  /** Its history was replaced, or the tabs that play it have changed. */
  onOther(): void
  /** The moments of its history are dropped: the page must stop looking back at them. */
  onForget(): void
  /** Its ends close: play and runs must stop. */
  onRelease(): void
}

const LAST_STEP = STEP_IDS.at(-1)

function tooEarly(): never {
  throw new Error('nothing happens in a call before its engine is loaded')
}

/**
 * A running call, independent of what is drawn: the ends that this page plays, what is known of both, and the room. It
 * does not know which moment is on screen, nor whether play is on.
 */
export function createRunningCall(
  world: CallWorld,
  news: RunningEvents,
  script: Script<StepId> = HANDSHAKE_13,
) {
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const channelId = shallowRef(createId())
  let engine: Engine | null = null
  /** What other tabs sent before the engine was loaded. */
  const early: ((engine: Engine) => void)[] = []
  const history = shallowRef<AppendableHistory>(emptyHistory())
  const streams = shallowRef(NO_STREAMS)
  const thumbnails = createThumbnails()
  const recorder = createStatsRecorder({
    read: getStats,
    now: () => membership.now() - began,
  })
  const inspections = createInspections()
  const ends = typeof world.engine === 'function' ? createLaterEnds(world.engine, start) : start(world.engine)
  const membership = createRoomMembership(world, script, () => settings.value, {
    onTabs: news.onOther,
    onCall(name, call, own, sessions) {
      whenLoaded(({ mergeTabLogs }) => {
        closeEnds()
        channelId.value = name
        // If another tab's clock is ahead, events of this tab must not lie before the beginning.
        began = Math.min(call.began, membership.now())
        history.value = mergeTabLogs(script, settings.value, sessions)
        openEnds(own === null ? [] : [own])
      })
    },
    onSessions(sessions) {
      whenLoaded(({ mergeTabLogs }) => {
        news.onForget()
        history.value = mergeTabLogs(script, settings.value, sessions)
        news.onOther()
      })
    },
    onEntries(end, entries) {
      whenLoaded((loaded) => {
        for (const entry of entries) append(loaded, { end, ...entry })
      })
    },
    onSettings: applySettings,
  })
  const { tabs } = membership
  let newest = NO_STREAMS
  let began = membership.now()

  function openEnds(own: readonly End[]) {
    recorder.begin()
    inspections.clear()
    ends.open(history.value.script, own, channelId.value, settings.value)
  }

  /** Makes the ends, and the first moment that their machines have: nothing has happened at the page's own. */
  function start(loaded: Engine) {
    engine = loaded
    const first = history.value.snapshots[0]
    history.value = emptyHistory(first?.caller.context.settings)
    queueMicrotask(() => {
      for (const run of early.splice(0)) run(loaded)
    })
    const openChannel = (name: string) => membership.openChannel(name)
    return loaded.createOwnEnds(
      { ...world, openChannel },
      {
        onEvent(end, event, snapshot) {
          const at = membership.now() - began
          append(loaded, { end, at, event, snapshot })
          recorder.onEvent(end, event)
          membership.share(at, event)
        },
        onStreams(end, change) {
          newest = { ...newest, [end]: change }
          news.onStreams()
        },
        onInspect: inspections.record,
      },
    )
  }

  function whenLoaded(run: (engine: Engine) => void) {
    if (engine === null) early.push(run)
    else run(engine)
  }

  function emptyHistory(of = settings.value) {
    if (engine === null) return createHistory(script, stillSnapshots(script, of), tooEarly)
    return engine.openHistory(script, engine.firstSnapshots(script, of))
  }

  function append({ appendEvent }: Engine, one: IncomingEvent) {
    appendEvent(history.value, one)
    news.onEvent()
    // All steps are done: attach the streams to the video elements now, so that their first frame is not missed.
    if (history.value.checkpoints.at(-1)?.step === LAST_STEP) showStreams()
  }

  function showStreams() {
    streams.value = newest
  }

  function keepThumbnail(slot: VideoSlot, thumbnail: Thumbnail, { now }: CallFrame) {
    // A restart draws a frame later, and in a room even the next call has the same channel.
    if (now.trace.whole === history.value.trace) thumbnails.add(slot, thumbnail)
    else thumbnail.image.close()
  }

  function closeEnds() {
    releaseEnds()
    history.value = emptyHistory()
    thumbnails.clear()
  }

  function releaseEnds() {
    news.onRelease()
    news.onForget()
    ends.close()
    streams.value = newest = NO_STREAMS
  }

  function getStats(end: End) {
    return ends.get(end)?.peer?.getStats() ?? Promise.resolve(null)
  }

  function applySettings(change: Partial<Settings>) {
    settings.value = { ...settings.value, ...change }
    for (const end of ends.list()) end.send({ type: 'settings.change', settings: change })
  }

  function enter(role: RoomRole) {
    closeEnds()
    membership.enter(role)
  }

  function restart() {
    if (tabs.value !== null) {
      membership.startOver()
      return
    }
    closeEnds()
    channelId.value = createId()
    began = membership.now()
    openEnds(script.roles)
  }

  return {
    settings,
    channelId,
    history,
    streams,
    thumbnails,
    keepThumbnail,
    recorder,
    inspections,
    tabs,
    ends,
    /** Opens the ends that the script plays. */
    open() {
      openEnds(script.roles)
    },
    showStreams,
    getStats,
    enter,
    restart,
    /** The newest moment, whether drawn or not. */
    newestView() {
      const ends = viewEnds(lastSnapshots(history.value))
      const turn = deriveTurn(history.value.script, ends)
      // Needed after every event and read at once, so nothing is copied.
      const trace = traceOf(history.value, history.value.trace)
      return { live: true, trace, connections: connectionsOf(ends, history.value.script.roles), turn }
    },
    changeSettings(change: Partial<Settings>) {
      applySettings(change)
      membership.changeSettings(settings.value)
    },
    leaveTabs() {
      closeEnds()
      membership.leave()
      restart()
    },
    close() {
      if (tabs.value === null && history.value.trace.some(isAction)) ends.hangUpAsLeft()
      releaseEnds()
      membership.close()
    },
  }
}
