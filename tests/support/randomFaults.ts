import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { replay } from '../../machines/log'
import type { Schedule } from './faults'
import { runUnderFaults } from './faultyCall'
import { runCount } from './runCount'
import { useVirtualTime } from './virtualTime'
import type { VirtualTime } from './virtualTime'

const RUNS = runCount(200, 5_000)

/**
 * Runs hundreds or thousands of calls, each with a schedule of its own. Every call must connect, or stop in a named
 * state whose recovery action connects it, without an unhandled error. If one does not, fast-check prints the seed and
 * path: `HANDSHAKE_SEED=… HANDSHAKE_PATH=… npx vitest run <file>` runs that schedule again.
 */
export function testRandomFaults(name: string, schedules: fc.Arbitrary<Schedule>): void {
  let time: VirtualTime
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  beforeEach(() => {
    time = useVirtualTime()
    process.on('unhandledRejection', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note)
  })

  const { HANDSHAKE_SEED: seed, HANDSHAKE_PATH: path } = process.env
  test(name, { timeout: 300_000 }, async () => {
    const complaints = vi.spyOn(console, 'error')
    const recoveries: Record<string, number> = {}
    let runs = 0
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const outcome = await runUnderFaults(schedule, time)
        const recovery = outcome.recoveries.join(', ') || 'by itself'
        recoveries[recovery] = (recoveries[recovery] ?? 0) + 1
        runs += 1
        // Replaying costs as much as the call, so a sample is enough.
        if (runs % 50 === 0) expectReplay(outcome.call)
        outcome.call.close()
        time.clear()
        expect(unhandled).toEqual([])
        expect(complaints).not.toHaveBeenCalled()
      }),
      { numRuns: RUNS, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
    )
    // A channel without any fault, or without any message, would prove nothing.
    if (runs >= RUNS)
      expect(Object.keys(recoveries)).toEqual(expect.arrayContaining(['by itself', 'ask again']))
  })
}

/** Replaying the log must lead to the same states. */
function expectReplay({ log, snapshots, frame }: Awaited<ReturnType<typeof runUnderFaults>>['call']) {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
  const last = replay(HANDSHAKE_13, frame.value.settings, log()).at(-1)
  for (const end of ['caller', 'callee'] as const) {
    expect(last?.[end].value).toEqual(snapshots().at(-1)?.[end].value)
    expect(plain(last?.[end].context)).toEqual(plain(snapshots().at(-1)?.[end].context))
  }
}
