import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { End } from '../../../machines/steps'
import type { StatsSample } from '../../call/statsRecorder'
import { readStats } from './readStats'
import type { StatsReading } from './readStats'
import { useSamples } from '../../composables/useSamples'

/** Milliseconds that rates are taken over at least: over fewer, a single packet makes a peak. */
const SPAN = 500

/** What the samples of both ends say, oldest first. Each is read once: rates need only one before. */
export function useReadings(): ComputedRef<Record<End, readonly StatsReading[]>> {
  const samples = useSamples()
  const known = new WeakMap<StatsSample, StatsReading>()

  function readAll(list: readonly StatsSample[]): StatsReading[] {
    return list.map((sample, index) => {
      const reading = known.get(sample) ?? readStats(sample, before(list, index))
      known.set(sample, reading)
      return reading
    })
  }

  return computed(() => ({
    caller: readAll(samples.value.caller),
    callee: readAll(samples.value.callee),
  }))
}

function before(list: readonly StatsSample[], index: number): StatsSample | null {
  const at = list[index]?.at ?? 0
  return list.slice(0, index).findLast((sample) => at - sample.at >= SPAN) ?? null
}
