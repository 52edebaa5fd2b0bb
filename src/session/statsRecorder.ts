import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { ConnectionId } from '../trace/traceEvent'
import { idle } from '../browser/whenIdle'
import { READ_TYPES } from '../projections/statsReport'

/** One statistics object as plain data (WebRTC statistics §6); its other members depend on `type`. */
export type Stat = { id: string; type: string; timestamp: number } & Record<string, unknown>

/** The result of one connection's `getStats()` at one moment. Kept beside the log: a call replays without it. */
export interface StatsSample {
  /** Milliseconds since the call was created. */
  at: number
  conn: ConnectionId
  stats: readonly Stat[]
}

export interface StatsRecorder {
  /** Oldest first; both ends together. */
  readonly samples: Readonly<ShallowRef<readonly StatsSample[]>>
  /** Samples both ends now. Never rejects; does nothing while an answer is outstanding. */
  take(): Promise<void>
  /** Samples an end whose connection has just changed its state: sampling once a second would miss that moment. */
  onEvent(end: End, event: LogEntry['event']): void
  /** Drops all samples, because another call begins. An answer still outstanding is dropped too. */
  begin(): void
}

export interface RecorderOptions {
  read(end: End): Promise<RTCStatsReport | null>
  /** Milliseconds since the call was created. */
  now(): number
  /** Samples kept for both ends together: five minutes at one a second. */
  limit?: number
}

const ENDS: readonly End[] = ['caller', 'callee']

/** Keeps the newest statistics of both ends. */
export function createStatsRecorder({ read, now, limit = 600 }: RecorderOptions): StatsRecorder {
  const samples = shallowRef<readonly StatsSample[]>([])
  let call = {}
  let isTaking = false

  async function sample(ends: readonly End[]) {
    const asked = call
    const answers = await Promise.all(ends.map((end) => readReport(end)))
    const at = now()
    // A report never changes, so copying it can wait until the browser is idle.
    await idle()
    if (asked !== call) return
    const fresh = ends.flatMap((end, index) => {
      const stats = toPlain(answers[index] ?? null)
      return stats.length === 0 ? [] : [{ at, conn: end, stats }]
    })
    if (fresh.length > 0) samples.value = [...samples.value, ...fresh].slice(-limit)
  }

  /** null if there is no connection, or if it was closed while it was asked. */
  async function readReport(end: End): Promise<RTCStatsReport | null> {
    try {
      return await read(end)
    } catch {
      return null
    }
  }

  return {
    samples,
    async take() {
      if (isTaking) return
      isTaking = true
      const asked = call
      await sample(ENDS)
      if (asked === call) isTaking = false
    },
    onEvent(end, event) {
      if (event.type !== 'pc.changed') return
      const { iceConnectionState, connectionState } = event.status
      if (iceConnectionState === undefined && connectionState === undefined) return
      if (connectionState !== 'closed' && connectionState !== 'new') void sample([end])
    },
    begin() {
      call = {}
      // A connection that was closed meanwhile may never answer.
      isTaking = false
      samples.value = []
    },
  }
}

/** A report is a DOM maplike; its values are dictionaries of the kinds that their `type` names. */
function toPlain(report: RTCStatsReport | null): readonly Stat[] {
  if (report === null) return []
  return [...(report.values() as Iterable<Stat>)]
    .filter(({ type }) => READ_TYPES.has(type))
    .map(({ base64Certificate: _bulk, ...stat }) => stat as Stat)
}
