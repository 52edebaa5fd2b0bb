import type { Ref, ShallowRef } from 'vue'
import type { Intent, Settings } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { RoomRole } from '../tabs/roomRole'
import type { TabsState } from '../tabs/tabsState'
import type { EndStreams, RunTarget } from './callSession'
import type { Inspection } from './inspections'
import type { StatsSample } from './statsRecorder'
import type { Thumbnails } from './thumbnails'

/*
 * What a page hands to its features, each what it needs: where one looks (historyCursor.ts), what moves on, and what
 * only a running call has. A recording has no peers: what it cannot do is null, and no method of it does nothing.
 */

/** Moves on: a running call by its next action, a recording by its next checkpoint. */
export interface Playback {
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
  /** What the play button and its key do: pauses what runs by itself, or plays where there is anything to play. */
  toggle(): void
  runTo(target: RunTarget): void
  /** Begins again: a running call with fresh ends, a recording at its first moment. */
  restart(): void
}

/** What only a running call can be asked. */
export interface CallControls {
  /** Again from the moment on screen: fresh ends, run at full speed to the last step done in it. */
  startAgainFromHere(): void
  hangUp(): void
  /** Sends an intent to one end, whoever's turn it is; its machine ignores what it cannot take. */
  send(end: End, intent: Intent): void
  /** What the next call starts with; a change reaches the running ends at once. */
  changeSettings(change: Partial<Settings>): void
  /** Hears what XState reports of the ends' actors, from their beginning on; gives back how to stop. */
  inspect(listener: (inspection: Inspection) => void): () => void
}

/** What a running call's devices and connections give besides events. */
export interface CallMedia {
  /** Streams of both ends, for video elements only, and only for a live view. */
  readonly streams: Readonly<ShallowRef<Record<End, EndStreams>>>
  /** What the four pictures showed at past moments. */
  readonly thumbnails: Thumbnails
  /** What `getStats()` has said so far in this call, oldest first; at most the newest five minutes. */
  readonly samples: Readonly<ShallowRef<readonly StatsSample[]>>
  /** Takes a sample of both ends now: what a panel that shows statistics asks for once a second. */
  takeSample(): Promise<void>
  /** Asks an end's connection for its statistics (WebRTC §8); null without a connection. */
  getStats(end: End): Promise<RTCStatsReport | null>
}

/** How a running call is shared with other tabs. */
export interface CallRoom {
  /** null while both ends are on this page. */
  readonly tabs: Readonly<ShallowRef<TabsState | null>>
  /** Plays one end here from now on, in a fresh call whose other end another tab plays. */
  enter(role: RoomRole): void
  /** Back to a fresh call with both ends on this page. */
  leaveTabs(): void
}
