import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { computed, shallowRef, triggerRef, watch } from 'vue'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Settings } from '../../machines/contracts'
import type { LogEntry, Snapshots } from '../../machines/log'
import { deriveTurn, viewEnds } from '../../machines/progress'
import { STEP_IDS } from '../../machines/steps'
import type { End } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import { NO_STREAMS } from './callStore'
import type { CallStore, RunTarget } from './callStore'
import { browser } from './callWorld'
import type { CallWorld } from './callWorld'
import { now } from './clock'
import { createId } from './createId'
import { onceAFrame } from './eachFrame'
import { createCursor } from './historyCursor'
import type { HistoryCursor } from './historyCursor'
import { createInspections } from './inspections'
import { appendEvent, mergeTabLogs } from './mergeTabLogs'
import type { IncomingEvent } from './mergeTabLogs'
import { liveAction } from './nextAction'
import { channelNameOf, createOwnEnds } from './ownEnds'
import { createPlayer } from './player'
import { createRoomMembership } from './roomMembership'
import { isRunIntent } from '../projections/runs'
import { createRenderThrottle } from './renderThrottle'
import type { CallControls, CallMedia, CallRoom, Playback } from './session'
import { createStatsRecorder } from './statsRecorder'
import { createThumbnails } from './thumbnails'
import { createHistory, lastSnapshots } from './callHistory'
import type { AppendableHistory, CallHistory } from './callHistory'

export interface Call extends CallStore {
  /** The log of the running call. */
  readonly log: () => readonly LogEntry[]
  /** The moments that the log led through: one more than it has entries. */
  readonly snapshots: () => readonly Snapshots[]
  /** The log with all that it led to. */
  readonly currentHistory: () => CallHistory
  /** Leaves: ends the call and releases everything. What happened stays to be looked at, and restart() begins anew. */
  close(): void
}

const LAST_STEP = STEP_IDS.at(-1)

const BOTH: readonly End[] = ['caller', 'callee']

/**
 * Makes the ends of a call on this page and everything around them: both, or with a role in a room the one
 * that this tab plays there. The composition root.
 */
export function createCall(world: CallWorld = browser, start: RoomRole | null = null): Call {
  const settings = shallowRef<Settings>(DEFAULT_SETTINGS)
  const streams = shallowRef(NO_STREAMS)
  const channelId = shallowRef(createId())
  const channelName = computed(() => channelNameOf(channelId.value))
  const history = shallowRef<AppendableHistory>(createHistory(HANDSHAKE_13, settings.value))
  const isPressed = shallowRef(false)
  // Vue is triggered at most once a frame, so what decides about the call reads `history.value`, not `view`. After a
  // click only the button renders in the first frame, and the rest of the page in the next one.
  const draw = onceAFrame(
    () => {
      isPressed.value = false
      triggerRef(history)
    },
    (run) => (isPressed.value ? world.afterPaint(run) : world.nextFrame(run)),
  )
  const historyCursor = createCursor(history, true)
  const thumbnails = createThumbnails()
  const isBehind = () => historyCursor.cursor.value !== null
  const player = createPlayer({
    turn: () => newestView().turn,
    action: () => newestAction(null),
    act,
    isBehind,
    stepForward: historyCursor.stepForward,
  })
  const renderThrottle = createRenderThrottle(
    () => {
      showPictures()
      draw()
    },
    () => player.runningTo.value !== null,
  )
  watch(player.runningTo, renderThrottle.flush, { flush: 'sync' })
  const recorder = createStatsRecorder({
    read: getStats,
    now: () => now() - began,
  })
  const inspections = createInspections()
  const ends = createOwnEnds(world, {
    onEvent(end, event, snapshot) {
      const at = now() - began
      append({ end, at, event, snapshot })
      recorder.onEvent(end, event)
      membership.tell(at, event)
    },
    onStreams(end, change) {
      newest = { ...newest, [end]: change }
      renderThrottle.request()
    },
    onInspect: inspections.record,
  })
  const membership = createRoomMembership(world, () => settings.value, {
    onTabs: player.reconsider,
    onCall(name, call, own, sessions) {
      closeEnds()
      channelId.value = name
      // A clock that runs ahead of this tab's must not put what happens here before the beginning.
      began = Math.min(call.began, now())
      history.value = mergeTabLogs(HANDSHAKE_13, settings.value, sessions)
      openEnds(own === null ? [] : [own])
    },
    onSessions(sessions) {
      historyCursor.lookAt(null)
      history.value = mergeTabLogs(HANDSHAKE_13, settings.value, sessions)
      player.reconsider()
    },
    onEntries(end, entries) {
      for (const entry of entries) append({ end, ...entry })
    },
    onSettings: tellSettings,
  })
  const { tabs } = membership
  let newest = NO_STREAMS
  let began = now()

  if (start === null) openEnds(BOTH)
  else enter(start)

  /** The newest moment as it is, whatever is drawn. */
  function newestView() {
    const ends = viewEnds(lastSnapshots(history.value))
    const turn = deriveTurn(history.value.script, ends)
    return { live: true, entries: history.value.log, ...ends, turn }
  }

  function newestAction(runningTo: RunTarget | null) {
    return liveAction(newestView(), runningTo, tabs.value)
  }

  function openEnds(own: readonly End[]) {
    recorder.begin()
    inspections.clear()
    ends.open(history.value.script, own, channelId.value, settings.value)
  }

  function append(one: IncomingEvent) {
    appendEvent(history.value, one)
    player.reconsider()
    renderThrottle.request()
    // All steps are done: attach the streams to the video elements now, so that their first frame is not missed.
    if (history.value.checkpoints.at(-1)?.step === LAST_STEP) showPictures()
  }

  function showPictures() {
    streams.value = newest
  }

  function enter(role: RoomRole) {
    closeEnds()
    membership.enter(role)
  }

  function closeEnds() {
    releaseEnds()
    history.value = createHistory(HANDSHAKE_13, settings.value)
    thumbnails.clear()
  }

  function releaseEnds() {
    player.pause()
    historyCursor.lookAt(null)
    ends.close()
    streams.value = newest = NO_STREAMS
  }

  /** Takes the next action, if there is one: for the button, the key → and play alike. */
  function act(runningTo: RunTarget | null = null) {
    const action = newestAction(runningTo)
    if (action.kind === 'restart-ice') ends.get('caller')?.send({ type: 'ice.restart' })
    else if (action.kind === 'start-over') startOver()
    else if (action.does === 'restart') restart()
    else if (action.does === 'next' && 'step' in action)
      ends.get(newestView().turn.end)?.send({ type: 'step.run', step: action.step })
    // The end that leaves gathering trickles from now on; so does the other one, and the switch says so.
    if (action.kind === 'leave-gathering') changeSettings({ trickle: true })
  }

  function press() {
    isPressed.value = true
    act(player.runningTo.value)
    // Also where nothing came of it.
    draw()
  }

  /** Fresh ends, run at full speed: the way out where an ICE restart does not bring the media back. */
  function startOver() {
    restart()
    player.runTo('connected')
  }

  function restart() {
    if (tabs.value !== null) {
      membership.startOver()
      return
    }
    closeEnds()
    channelId.value = createId()
    began = now()
    openEnds(BOTH)
  }

  function getStats(end: End) {
    return ends.get(end)?.peer.getStats() ?? Promise.resolve(null)
  }

  function tellSettings(change: Partial<Settings>) {
    settings.value = { ...settings.value, ...change }
    for (const end of ends.list()) end.send({ type: 'settings.change', settings: change })
  }

  function changeSettings(change: Partial<Settings>) {
    tellSettings(change)
    membership.changeSettings(settings.value)
  }

  function runTo(target: RunTarget) {
    historyCursor.lookAt(null)
    player.runTo(target)
  }

  const shownHistory: HistoryCursor = {
    ...historyCursor,
    lookAt: lookingBack(historyCursor.lookAt),
    stepBack: lookingBack(historyCursor.stepBack),
    stepForward: lookingBack(historyCursor.stepForward),
  }
  const playback: Playback = {
    playing: player.playing,
    speed: player.speed,
    runningTo: player.runningTo,
    isPressed,
    next() {
      if (isBehind()) historyCursor.stepForward()
      else press()
    },
    play: player.play,
    pause: player.pause,
    runTo,
    restart,
  }
  const controls: CallControls = {
    startAgainFromHere() {
      const { step, phase } = historyCursor.here.value
      restart()
      if (phase === 'connected') runTo(phase)
      else if (step !== null) runTo(step)
    },
    hangUp() {
      player.pause()
      historyCursor.lookAt(null)
      ends.hangUp()
    },
    send: (end, intent) => {
      ends.get(end)?.send(intent)
    },
    changeSettings,
    inspect: inspections.listen,
  }
  const media: CallMedia = {
    streams,
    thumbnails,
    samples: recorder.samples,
    takeSample: recorder.take,
    getStats,
  }
  const room: CallRoom = {
    tabs,
    enter,
    leaveTabs() {
      closeEnds()
      membership.leave()
      restart()
    },
  }

  return {
    ...shownHistory,
    ...playback,
    ...controls,
    ...media,
    ...room,
    history: shownHistory,
    playback,
    controls,
    media,
    room,
    kind: 'call',
    settings,
    channelName,
    currentHistory: () => history.value,
    log: () => history.value.log,
    snapshots: () => history.value.snapshots,
    close() {
      if (tabs.value === null && history.value.trace.some(isRunIntent)) ends.hangUpAsLeft()
      releaseEnds()
      // No frame comes to a page that is left, and it must be right when it is brought back.
      triggerRef(history)
      membership.close()
    },
  }

  /** Whoever looks around by hand does not want play to go on; a run to a step does. */
  function lookingBack<Args extends unknown[]>(move: (...args: Args) => void) {
    return (...args: Args) => {
      if (player.playing.value) player.pause()
      move(...args)
    }
  }
}
