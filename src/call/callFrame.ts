import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { Settings } from '../../machines/contracts'
import type { Snapshots } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { TabsState } from '../tabs/tabsState'
import type { Checkpoint } from '../../machines/checkpoints'
import type { CallStore, EndStreams, RunTarget } from './callStore'
import type { CallView } from './callView'
import type { StatsSample } from './statsRecorder'

/** All that panels show of a call: one object, so that no two parts of it are of different ages. */
export interface CallFrame {
  /** The moment on screen. */
  readonly view: CallView
  /** The newest moment, whatever is on screen. */
  readonly now: CallView
  /** Position of the moment on screen; null follows the newest. */
  readonly cursor: number | null
  /** Position of the newest moment: the number of events of the whole trace. */
  readonly length: number
  readonly checkpoints: readonly Checkpoint[]
  readonly here: Checkpoint
  readonly ahead: Checkpoint | null
  readonly behind: Checkpoint | null
  /** The snapshots of both machines at every moment of the log, the first before any entry. */
  readonly snapshots: readonly Snapshots[]
  readonly runningTo: RunTarget | null
  readonly settings: Settings
  readonly channelName: string
  readonly streams: Record<End, EndStreams>
  readonly samples: readonly StatsSample[]
  /** Whether there are connections to ask for statistics; a recording holds none. */
  readonly statistics: 'live' | 'not-recorded'
  readonly tabs: TabsState | null
}

/** The frame of a call: it is another one whenever something in it has changed. */
export function frameOf(call: CallStore): ComputedRef<CallFrame> {
  return computed(() => ({
    view: call.view.value,
    now: call.now.value,
    cursor: call.cursor.value,
    length: call.length.value,
    checkpoints: call.checkpoints.value,
    here: call.here.value,
    ahead: call.ahead.value,
    behind: call.behind.value,
    snapshots: call.allSnapshots.value,
    runningTo: call.runningTo.value,
    settings: call.settings.value,
    channelName: call.channelName.value,
    streams: call.streams.value,
    samples: call.samples.value,
    statistics: call.media === null ? 'not-recorded' : 'live',
    tabs: call.tabs.value,
  }))
}
