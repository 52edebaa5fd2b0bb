import type { Ref, ShallowRef } from 'vue'
import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { Intent, Settings } from '../../machines/contracts'
import type { End, StepId } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import type { TabsState } from '../tabs/tabsState'
import type { CallFrame } from './callFrame'
import type { CallHistory } from './callHistory'
import type { EndStreams, RunTarget } from './callSession'
import type { Inspection } from './inspections'
import type { StatsSample } from './statsRecorder'
import type { Thumbnail, Thumbnails, VideoSlot } from './thumbnails'

/* The interfaces that a page hands to its features, to each what it needs: the moment on screen (historyCursor.ts),
   playback, and what only a running call has. A recording has no peers: what it cannot do is null, so no method does
   nothing. */

/** Moves forward: a running call by its next action, a recording by its next checkpoint. */
export interface Playback {
  readonly playing: Readonly<Ref<boolean>>
  /** Factor on the pace of play: 0.5 to 4. */
  readonly speed: Ref<number>
  /** The target of a run at full speed; null when none is under way. */
  readonly runningTo: Readonly<Ref<RunTarget | null>>
  /** Whether the next action was asked for and its result is not drawn yet. */
  readonly isPressed: Readonly<Ref<boolean>>
  /** Whether the page asks the learner something before a step runs: play then stops there. null: it asks nothing. */
  readonly asksFirst: ShallowRef<((step: StepId) => boolean) | null>
  /** The step before which play has stopped for that; null after whatever runs next. */
  readonly stoppedBefore: Readonly<ShallowRef<StepId | null>>
  /**
   * Does what the button says: runs the next action, retries a failed one, stops waiting for candidates, or restarts
   * ICE. While looking back it runs nothing and goes one step forward in the log.
   */
  next(): void
  /** Starts play; while looking back, steps forward in the log at that pace up to the newest moment. */
  play(): void
  pause(): void
  /** What the play button and its key do: pause if play or a run is on, else play if there is anything to play. */
  toggle(): void
  runTo(target: RunTarget): void
  /** Begins again: a running call with fresh ends, a recording at its first moment. */
  restart(): void
}

/** What the learner has just ended, for the way back. */
export type EndedCall =
  /** A restart closed the connections of this call; its log is left. */
  | { how: 'restarted'; history: CallHistory }
  /** How far the call was when it was hung up; null: before its first step was done. */
  | { how: 'hung-up'; reached: RunTarget | null }

/** What only a running call can do. */
export interface CallControls {
  /** Begins again from the moment on screen: fresh ends, run at full speed to the last step done at that moment. */
  startAgainFromHere(): void
  hangUp(): void
  /** What a restart or hanging up has ended last on this page; null after whatever ends the call otherwise. */
  readonly ended: Readonly<ShallowRef<EndedCall | null>>
  forgetEnded(): void
  /** After hanging up: fresh ends, run at full speed as far as the call was. */
  callAgain(): void
  /** Sends an intent to one end at any time; its machine ignores what it cannot take. */
  send(end: End, intent: Intent | BenchIntent): void
  /** Changes the settings of the next call; running ends get the change at once. */
  changeSettings(change: Partial<Settings>): void
  /** Receives what XState reports about the ends' actors, from their start. Returns a function that stops it. */
  inspect(listener: (inspection: Inspection) => void): () => void
}

/** What the devices and connections of a running call provide besides events. */
export interface CallMedia {
  /** Streams of both ends, for video elements only, and only while the view is live. */
  readonly streams: Readonly<ShallowRef<Record<End, EndStreams>>>
  /** What the four videos showed at past moments. */
  readonly thumbnails: Pick<Thumbnails, 'kept'>
  /** Keeps what a video showed at a moment of a frame; discards it if the call of that frame has ended. */
  keepThumbnail(slot: VideoSlot, thumbnail: Thumbnail, of: CallFrame): void
  /** The results of `getStats()` in this call, oldest first; at most the newest five minutes. */
  readonly samples: Readonly<ShallowRef<readonly StatsSample[]>>
  /** Takes a sample of both ends now. The page calls it once a second (composables/useSampling.ts). */
  takeSample(): Promise<void>
  /** Asks an end's connection for its statistics (WebRTC §8); null without a connection. */
  getStats(end: End): Promise<RTCStatsReport | null>
}

/** How a running call is shared with other tabs. */
export interface CallRoom {
  /** null while both ends are on this page. */
  readonly tabs: Readonly<ShallowRef<TabsState | null>>
  /** Plays one end here from now on, in a fresh call; another tab plays the other end. */
  enter(role: RoomRole): void
  /** Leaves the room for a fresh call with both ends on this page. */
  leaveTabs(): void
}
