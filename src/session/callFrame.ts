import { checkpointAhead, checkpointBefore, checkpointBehind } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import type { Settings } from '../../machines/contracts'
import type { Snapshots } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import type { CapturedPacket } from '../recording/packetSchema'
import type { TabsState } from '../tabs/tabsState'
import type { CallHistory } from './callHistory'
import type { RunTarget } from './callSession'
import { viewCall } from './callView'
import type { CallView } from './callView'
import type { StatsSample } from './statsRecorder'

/** All that a page shows of a call, read at one time, so that all parts of the page show the same moment. */
export interface CallFrame {
  /** The definition of the call. */
  readonly script: Script<StepId>
  /** The moment on screen. */
  readonly view: CallView
  /** The newest moment, whatever is on screen. */
  readonly now: CallView
  /** Position of the moment on screen; null follows the newest. */
  readonly cursor: number | null
  /** Position of the newest moment: the number of events in the whole trace. */
  readonly length: number
  /** The moments at which stepping stops, oldest first; the first is the beginning. */
  readonly checkpoints: readonly Checkpoint[]
  /** The checkpoint that the moment on screen belongs to. */
  readonly here: Checkpoint
  /** The checkpoint one step forward; null when that is the newest moment. */
  readonly ahead: Checkpoint | null
  /** The checkpoint one step back; null at the beginning. */
  readonly behind: Checkpoint | null
  /** The snapshots of both machines at every position of the log; the first is before any entry. */
  readonly snapshots: readonly Snapshots[]
  /** The target of a run at full speed; null when none is under way. */
  readonly runningTo: RunTarget | null
  /** Whether play is on. */
  readonly playing: boolean
  /** The settings of the next call. */
  readonly settings: Settings
  /** Name of the BroadcastChannel that both ends use; empty for a recording. */
  readonly channelName: string
  /** The results of `getStats()` so far, oldest first. */
  readonly samples: readonly StatsSample[]
  /** What was captured on the network, in the order of time; only recordings of `npm run nat-bench` hold packets. */
  readonly packets: readonly CapturedPacket[]
  /** Whether there are connections to ask for statistics. A dump of a call has some; a recording holds none. */
  readonly statistics: 'live' | 'recorded' | 'not-recorded'
  /** How the call is shared with other tabs; null while both ends are on this page. */
  readonly tabs: TabsState | null
}

/** What a frame is read from. */
export interface FrameSource extends Pick<
  CallFrame,
  'cursor' | 'runningTo' | 'playing' | 'settings' | 'channelName' | 'samples' | 'tabs'
> {
  history: CallHistory
  packets?: CallFrame['packets']
  /** Whether the last moment of the history belongs to a running call, and not to a recording. */
  isLive: boolean
}

/** One list, so that a frame without packets equals the one before. */
const NO_PACKETS: CallFrame['packets'] = []

/**
 * Reads a frame. A part that is equal to the part in the frame before is the same object, so that a past moment on
 * screen is not rendered again while the call continues.
 */
export function readFrame(
  { history, isLive, packets = NO_PACKETS, ...source }: FrameSource,
  before: CallFrame | null,
): CallFrame {
  // Each history has its own checkpoints.
  const known = before?.checkpoints[0] === history.checkpoints[0] ? before : null
  const { cursor } = source
  const { length } = history.log
  const { now, checkpoints, snapshots } =
    known?.length === length
      ? known
      : {
          now: viewCall(history, length, isLive),
          checkpoints: history.checkpoints.slice(),
          snapshots: history.snapshots.slice(),
        }
  const past = () => (known?.cursor === cursor ? known.view : viewCall(history, cursor ?? length, false))
  const position = cursor ?? length
  const here = checkpointBefore(checkpoints, position)
  return {
    ...source,
    packets,
    script: history.script,
    view: cursor === null ? now : past(),
    now,
    length,
    checkpoints,
    here,
    ahead: checkpointAhead(checkpoints, position),
    behind: checkpointBehind(checkpoints, cursor ?? here.index),
    snapshots,
    statistics: isLive ? 'live' : source.samples.length > 0 ? 'recorded' : 'not-recorded',
  }
}
