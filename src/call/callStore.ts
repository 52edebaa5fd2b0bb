import { computed, inject, shallowRef } from 'vue'
import type { InjectionKey, Ref, ShallowRef } from 'vue'
import type { Intent, Settings } from '../../machines/contracts'
import type { End, StepId } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import type { TabsState } from '../tabs/tabsState'
import type { CallFrame } from './callFrame'
import type { HistoryCursor } from './historyCursor'
import type { StatsSample } from './statsRecorder'
import type { Inspection } from './inspections'
import type { CallControls, CallMedia, CallRoom, Playback } from './session'
import { createThumbnails } from './thumbnails'
import type { Thumbnails } from './thumbnails'

export interface EndStreams {
  local: MediaStream | null
  remote: MediaStream | null
}

/** Before there are any, and for a call that has none. */
export const NO_STREAMS: Record<End, EndStreams> = {
  caller: { local: null, remote: null },
  callee: { local: null, remote: null },
}

/** Where the call runs to by itself: a step (it is the last one run) or the connection. */
export type RunTarget = StepId | 'connected'

/**
 * What panels read and which intents they send. One per page, made before any component; a recording is
 * one too (`openRecording`), without peers: `provide(CALL, …)` around the panels shows it.
 */
export interface CallStore extends HistoryCursor {
  /** All that a page shows of the call, read at one time. */
  readonly frame: Readonly<ShallowRef<CallFrame>>
  /** Where one looks. */
  readonly history: HistoryCursor
  readonly playback: Playback
  /** null: a recording. */
  readonly controls: CallControls | null
  /** null: a recording, which has no peers. */
  readonly media: CallMedia | null
  /** null: a recording. */
  readonly room: CallRoom | null
  /** A recording has no peers: intents only move its cursor, and its views are never `live`. */
  readonly kind: 'call' | 'recording'
  /** Streams of both ends, for video elements only, and only for a live view. */
  readonly streams: Readonly<ShallowRef<Record<End, EndStreams>>>
  /** What the four pictures showed at past moments. */
  readonly thumbnails: Thumbnails
  /** What the next call starts with; a change reaches the running ends at once. */
  readonly settings: Readonly<ShallowRef<Settings>>
  /** Name of the BroadcastChannel both ends speak on. */
  readonly channelName: Readonly<ShallowRef<string>>
  readonly playing: Readonly<Ref<boolean>>
  /** Factor on the pace of play: 0.5 to 4. */
  readonly speed: Ref<number>
  /** Where the call is running to by itself, at full speed. */
  readonly runningTo: Readonly<Ref<RunTarget | null>>
  /** The next action was asked for, and what came of it is not drawn yet. */
  readonly isPressed: Readonly<Ref<boolean>>
  /**
   * Runs the next action, retries a failed one, leaves gathering, or restarts ICE: what the button says.
   * While looking back it runs nothing and goes one step on in the log.
   */
  next(): void
  /** Runs the call at a pace; while looking back, moves on in the log at that pace until now. */
  play(): void
  pause(): void
  runTo(target: RunTarget): void
  /** Closes both ends and makes fresh ones. */
  restart(): void
  /** Again from the moment on screen: fresh ends, run at full speed to the last step done in it. */
  startAgainFromHere(): void
  hangUp(): void
  /** Sends an intent to one end, whoever's turn it is; its machine ignores what it cannot take. */
  send(end: End, intent: Intent): void
  changeSettings(change: Partial<Settings>): void
  /** What `getStats()` has said so far in this call, oldest first; at most the newest five minutes. */
  readonly samples: Readonly<ShallowRef<readonly StatsSample[]>>
  /** Takes a sample of both ends now: what a panel that shows statistics asks for once a second. */
  takeSample(): Promise<void>
  /** Hears what XState reports of the ends' actors, from their beginning on; gives back how to stop. */
  inspect(listener: (inspection: Inspection) => void): () => void
  /** Asks an end's connection for its statistics (WebRTC §8); null without a connection. */
  getStats(end: End): Promise<RTCStatsReport | null>
  /** How the call is shared with other tabs; null while both ends are on this page. */
  readonly tabs: Readonly<ShallowRef<TabsState | null>>
  /** Plays one end here from now on, in a fresh call whose other end another tab plays. */
  enter(role: RoomRole): void
  /** Back to a fresh call with both ends on this page. */
  leaveTabs(): void
}

/** Every part of a session once more under its own name, until nobody asks for it there. */
export function flatOf({
  frame,
  history,
  playback,
  controls,
  media,
  room,
}: Pick<CallStore, 'frame' | 'history' | 'playback' | 'controls' | 'media' | 'room'>) {
  return {
    ...history,
    ...playback,
    kind: controls === null ? ('recording' as const) : ('call' as const),
    settings: computed(() => frame.value.settings),
    channelName: computed(() => frame.value.channelName),
    tabs: computed(() => frame.value.tabs),
    samples: computed(() => frame.value.samples),
    streams: media?.streams ?? shallowRef(NO_STREAMS),
    thumbnails: media?.thumbnails ?? createThumbnails(),
    takeSample: media?.takeSample ?? (() => Promise.resolve()),
    getStats: media?.getStats ?? (() => Promise.resolve(null)),
    startAgainFromHere: controls?.startAgainFromHere ?? (() => undefined),
    hangUp: controls?.hangUp ?? (() => undefined),
    send: controls?.send ?? (() => undefined),
    inspect: controls?.inspect ?? (() => () => undefined),
    changeSettings: controls?.changeSettings ?? (() => undefined),
    enter: room?.enter ?? (() => undefined),
    leaveTabs: room?.leaveTabs ?? (() => undefined),
  }
}

export const CALL: InjectionKey<CallStore> = Symbol('call')

/** The page's call. Throws outside the app, where nothing provides one. */
export function useCall(): CallStore {
  const call = inject(CALL)
  if (call === undefined) throw new Error('no call is provided')
  return call
}
