import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import type { End } from '../../../machines/steps'
import { useCall } from '../../call/callStore'
import { readStats } from './readStats'
import type { Stat, StatsReading } from './readStats'

const PERIOD = 1000

/** Reads both ends' statistics once a second while the page is seen; null without an open connection. */
export function useStats(): Readonly<ShallowRef<Record<End, StatsReading | null>>> {
  const call = useCall()
  const visibility = useDocumentVisibility()
  const readings = shallowRef<Record<End, StatsReading | null>>({ caller: null, callee: null })
  let isReading = false
  let isOver = false

  async function read(end: End): Promise<StatsReading | null> {
    const report = await call.getStats(end)
    // A DOM maplike: its values are dictionaries of the kinds that their `type` names.
    return report === null ? null : readStats([...report.values()] as Stat[], readings.value[end])
  }

  async function readBoth() {
    if (isReading || visibility.value === 'hidden') return
    isReading = true
    try {
      const [caller, callee] = await Promise.all([read('caller'), read('callee')])
      if (!isOver) readings.value = { caller, callee }
    } catch {
      // A connection that closes while it is asked may refuse to answer; the next second tells.
    } finally {
      isReading = false
    }
  }

  useIntervalFn(() => void readBoth(), PERIOD, { immediateCallback: true })
  onScopeDispose(() => {
    isOver = true
  })
  return readings
}
