import { computed, shallowRef, watch } from 'vue'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import { readFrame } from './callFrame'
import type { CallFrame } from './callFrame'
import type { CallHistory } from './callHistory'
import type { CallSession, RunTarget } from './callSession'
import { browser } from './callWorld'
import type { CallWorld } from './callWorld'
import { isRunIntent } from '../projections/runs'
import { channelNameOf } from './channelName'
import { createDrawing } from './drawing'
import { createCursor, cursorOf } from './historyCursor'
import type { HistoryCursor } from './historyCursor'
import { liveAction } from './nextAction'
import { createPlayer } from './player'
import { createRunningCall } from './runningCall'
import type { CallControls, CallMedia, CallRoom, EndedCall, Playback } from './session'

export interface Call extends CallSession {
  readonly controls: CallControls
  readonly media: CallMedia
  readonly room: CallRoom
  /** The log of the running call. */
  readonly log: () => readonly LogEntry[]
  /** The snapshots at every position of the log: one more than it has entries. */
  readonly snapshots: () => readonly Snapshots[]
  /** The log with everything derived from it. */
  readonly currentHistory: () => CallHistory
  /**
   * Ends the call because the page is left, and releases everything. Its history stays readable; restart() begins a new
   * call.
   */
  close(): void
}

/**
 * Milliseconds for which a call that runs to a step is not drawn: drawing takes longer than a step, and all thirteen
 * steps take less than this.
 */
const PATIENCE = 250

/**
 * Creates the ends of a call on this page and everything around them: both ends, or in a room only the end that this
 * tab plays. The composition root. `script`: what the call consists of, if it is not the thirteen steps.
 */
export function createCall(
  world: CallWorld = browser,
  start: RoomRole | null = null,
  script?: Script<StepId>,
): Call {
  const isPressed = shallowRef(false)
  const ended = shallowRef<EndedCall | null>(null)
  const running = createRunningCall(
    world,
    {
      onEvent() {
        player.reconsider()
        request()
      },
      onStreams: request,
      onOther() {
        player.reconsider()
        drawing.request()
      },
      onForget() {
        moves.lookAt(null)
      },
      onRelease() {
        player.pause()
        ended.value = null
      },
    },
    script,
  )
  const { settings, channelId, tabs, recorder, ends } = running
  const { cursor, moves } = createCursor(running.history)
  const isBehind = () => cursor.value !== null
  const player = createPlayer({
    turn: () => running.newestView().turn,
    action: () => newestAction(null),
    act,
    isBehind,
    stepForward: moves.stepForward,
  })
  // Code that decides about the call reads the call itself, not the frame. After a click only the button renders in the
  // first frame, and the rest of the page in the next one.
  const drawing = createDrawing<CallFrame>(read, (run) =>
    isPressed.value ? world.afterPaint(run) : world.nextFrame(run),
  )
  watch(
    [running.history, settings, channelId, tabs, recorder.samples, cursor, player.runningTo, player.playing],
    () => {
      drawing.request()
    },
    { flush: 'sync' },
  )

  if (start === null) running.open()
  else running.enter(start)
  drawing.draw()

  function read(before: CallFrame | null): CallFrame {
    isPressed.value = false
    running.showStreams()
    return readFrame(
      {
        history: running.history.value,
        isLive: true,
        cursor: cursor.value,
        runningTo: player.runningTo.value,
        playing: player.playing.value,
        settings: settings.value,
        channelName: channelNameOf(channelId.value),
        samples: recorder.samples.value,
        tabs: tabs.value,
      },
      before,
    )
  }

  /** Draws the newest state. While the call runs to a step, draws on arrival or every quarter of a second. */
  function request() {
    drawing.request(player.runningTo.value === null ? 0 : PATIENCE)
  }

  function newestAction(runningTo: RunTarget | null) {
    return liveAction(running.newestView(), runningTo, tabs.value)
  }

  /** Takes the next action, if there is one. The button, the key → and play all use it. */
  function act(runningTo: RunTarget | null = null) {
    const action = newestAction(runningTo)
    if (action.kind === 'restart-ice') ends.get('caller')?.send({ type: 'ice.restart' })
    else if (action.kind === 'start-over') startOver()
    else if (action.does === 'restart') restart()
    else if (action.does === 'next' && 'step' in action)
      ends.get(running.newestView().turn.end)?.send({ type: 'step.run', step: action.step })
    // The end that stops waiting uses trickle from now on; so does the other end, and the switch shows it.
    if (action.kind === 'leave-gathering') running.changeSettings({ trickle: true })
  }

  function press() {
    isPressed.value = true
    act(player.runningTo.value)
    // Also when nothing happened, so that the button is no longer shown as pressed.
    drawing.request()
  }

  /** Begins again, and keeps what that ends. In a room the other tab is part of it, so nothing can be taken back. */
  function restart() {
    const history = running.history.value
    const isOwn = tabs.value === null
    running.restart()
    if (isOwn && history.trace.some(isRunIntent)) ended.value = { how: 'restarted', history }
  }

  /** Opens fresh ends and runs them at full speed; used where an ICE restart does not bring the media back. */
  function startOver() {
    running.restart()
    player.runTo('connected')
  }

  function runTo(target: RunTarget) {
    moves.lookAt(null)
    player.runTo(target)
  }

  const { drawn: frame } = drawing
  const history: HistoryCursor = cursorOf(frame, {
    lookAt: lookingBack(moves.lookAt),
    stepBack: lookingBack(moves.stepBack),
    stepForward: lookingBack(moves.stepForward),
  })
  const playback: Playback = {
    playing: computed(() => frame.value.playing),
    speed: player.speed,
    runningTo: computed(() => frame.value.runningTo),
    asksFirst: player.asksFirst,
    stoppedBefore: player.stoppedBefore,
    isPressed,
    next() {
      if (isBehind()) moves.stepForward()
      else press()
    },
    play: player.play,
    pause: player.pause,
    toggle: player.toggle,
    runTo,
    restart,
  }
  const controls: CallControls = {
    startAgainFromHere() {
      const { step, phase } = frame.value.here
      running.restart()
      if (phase === 'connected') runTo(phase)
      else if (step !== null) runTo(step)
    },
    hangUp() {
      player.pause()
      moves.lookAt(null)
      const { phase } = running.newestView().turn
      const step = running.history.value.checkpoints.at(-1)?.step ?? null
      ends.hangUp()
      if (tabs.value === null) ended.value = { how: 'hung-up', reached: phase === 'connected' ? phase : step }
    },
    ended,
    forgetEnded() {
      ended.value = null
    },
    callAgain() {
      const reached = ended.value?.how === 'hung-up' ? ended.value.reached : null
      running.restart()
      if (reached !== null) runTo(reached)
    },
    send: (end, intent) => {
      ends.get(end)?.send(intent)
    },
    changeSettings: running.changeSettings,
    inspect: running.inspections.listen,
  }
  const media: CallMedia = {
    streams: running.streams,
    thumbnails: running.thumbnails,
    keepThumbnail: running.keepThumbnail,
    samples: computed(() => frame.value.samples),
    takeSample: recorder.take,
    getStats: running.getStats,
  }
  const room: CallRoom = {
    tabs: computed(() => frame.value.tabs),
    enter: running.enter,
    leaveTabs: running.leaveTabs,
  }
  const session = { frame, history, playback, controls, media, room }

  return {
    ...session,
    currentHistory: () => running.history.value,
    log: () => running.history.value.log,
    snapshots: () => running.history.value.snapshots,
    close() {
      running.close()
      // A page that is left gets no frames, and must be up to date when it is restored.
      drawing.draw()
    },
  }

  /** Moving to another moment by hand stops play, but not a run to a step. */
  function lookingBack<Args extends unknown[]>(move: (...args: Args) => void) {
    return (...args: Args) => {
      if (player.playing.value) player.pause()
      move(...args)
    }
  }
}
