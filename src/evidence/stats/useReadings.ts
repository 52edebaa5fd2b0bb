import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { CallFrame } from '../../session/callFrame'
import type { StatsSample } from '../../session/statsRecorder'
import { samplesOf } from '../../projections/samples'
import type { TracedConnection } from '../../trace/trace'
import { readStats } from './readStats'
import type { StatsReading } from './readStats'

/** The shortest interval for rates, in milliseconds: in a shorter one a single packet makes a peak. */
const SPAN = 500

/** The readings of one connection, oldest first. */
export interface ConnectionReadings {
  connection: TracedConnection
  readings: readonly StatsReading[]
}

/** The readings of every connection. Each sample is read once; a rate needs only the sample before it. */
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
