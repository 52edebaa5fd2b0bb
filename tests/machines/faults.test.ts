import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { replay } from '../../machines/log'
import { schedule } from '../support/faults'
import { runUnderFaults } from '../support/faultyCall'
import { useVirtualTime } from '../support/virtualTime'
import type { VirtualTime } from '../support/virtualTime'

let time: VirtualTime
const unhandled: unknown[] = []
const noteUnhandled = (error: unknown) => void unhandled.push(error)

beforeEach(() => {
  time = useVirtualTime()
  unhandled.length = 0
  process.on('unhandledRejection', noteUnhandled)
})
afterEach(() => {
  process.off('unhandledRejection', noteUnhandled)
})

const RUNS = Number(process.env['RUNS'] ?? 10_000)

test(`${RUNS} calls under random faults connect, or stop where there is a way out`, { timeout: 120_000 }, async () => {
  const complaints = vi.spyOn(console, 'error')
  const tally: Record<string, number> = {}
  const began = performance.now()
  await fc.assert(
    fc.asyncProperty(schedule, async (faults) => {
      const { call, stops, ways } = await runUnderFaults(faults, time)
      const key = stops.map((s, i) => `${s} → ${ways[i]}`).join(', ')
      tally[key] = (tally[key] ?? 0) + 1
      call.close()
      time.clear()
      expect(unhandled).toEqual([])
      expect(complaints).not.toHaveBeenCalled()
    }),
    { numRuns: RUNS },
  )
  console.log(performance.now() - began, tally)
})
