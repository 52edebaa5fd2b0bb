import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { CallFrame } from '../../session/callFrame'
import type { StatsSample } from '../../session/statsRecorder'
import { samplesOf } from '../../projections/samples'
import type { TracedConnection } from '../../trace/trace'
import { readStats } from './readStats'
import type { StatsReading } from './readStats'

/** Milliseconds that rates are taken over at least: over fewer, a single packet makes a peak. */
const SPAN = 500

/** What the samples of one connection say, oldest first. */
export interface ConnectionReadings {
  connection: TracedConnection
  readings: readonly StatsReading[]
}

/** What the samples of every connection say. Each sample is read once: rates need only one before. */
export function useReadings(frame: () => CallFrame): ComputedRef<ConnectionReadings[]> {
  const known = new WeakMap<StatsSample, StatsReading>()

  function readAll(list: readonly StatsSample[]): StatsReading[] {
    return list.map((sample, index) => {
      const reading = known.get(sample) ?? readStats(sample, before(list, index))
      known.set(sample, reading)
      return reading
    })
  }

  return computed(() =>
    frame().view.connections.map((connection) => ({
      connection,
      readings: readAll(samplesOf(frame(), connection.id)),
    })),
  )
}

function before(list: readonly StatsSample[], index: number): StatsSample | null {
  const at = list[index]?.at ?? 0
  return list.slice(0, index).findLast((sample) => at - sample.at >= SPAN) ?? null
}
