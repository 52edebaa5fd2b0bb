import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, DOING } from '../../../machines/contracts'
import { replay } from '../../../machines/log'
import { viewEnds } from '../../../machines/progress'
import { expectationOf } from '../../../src/labs/expectation'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { ENDS, WAYS } from '../../support/benchActs'
import type { Act } from '../../support/benchActs'
import { BENCH_SCRIPT } from '../../support/benchCall'
import { createFakeWorld } from '../../support/fakeCall'
import { runCount } from '../../support/runCount'
import { useVirtualTime } from '../../support/virtualTime'
import type { VirtualTime } from '../../support/virtualTime'

/* Any sequence of operations and deliveries at both ends: what is left has a name, replays to the same states, and
   begins again. A failed sequence runs again with HANDSHAKE_SEED=… HANDSHAKE_PATH=…, which fast-check prints. */

const RUNS = runCount(150, 5_000)

let time: VirtualTime
const unhandled: unknown[] = []
const note = (error: unknown) => void unhandled.push(error)
beforeEach(() => {
  time = useVirtualTime()
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
})

async function play(acts: readonly Act[], begin: readonly Act[]): Promise<Call> {
  const call = createCall(createFakeWorld().world, null, BENCH_SCRIPT)
  for (const { end, intent, waits } of [...begin, ...acts]) {
    call.controls.send(end, intent)
    if (waits) await time.settle()
  }
  const limit = time.now() + 10_000
  do await time.settle()
  while (time.now() < limit && time.leap())
  return call
}

const { HANDSHAKE_SEED: seed, HANDSHAKE_PATH: path } = process.env

test.each(WAYS)(
  'any sequence $name leaves a state with a name',
  { timeout: 600_000 },
  async ({ acts: each, begin: first }) => {
    const complaints = vi.spyOn(console, 'error')
    const reached = new Set<string>()
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(each, { maxLength: 25 }), async (acts) => {
        const call = await play(acts, first)
        const snapshots = call.snapshots().at(-1)!
        for (const end of ENDS) {
          const view = viewEnds(snapshots)[end]
          expect(DOING.filter((tag) => snapshots[end].hasTag(tag))).toHaveLength(1)
          reached.add(String(view.context.peer?.signalingState))
          // Before any operation, an expectation can be said.
          expect(['allowed', 'refused', 'trap']).toContain(
            expectationOf(view.context, { call: 'createOffer' }).expect,
          )
        }
        runs += 1
        // Replaying costs as much as the sequence, so a sample is enough.
        if (runs % 20 === 0) expectReplay(call)
        // The way out.
        call.playback.restart()
        await time.settle()
        for (const end of ENDS)
          expect(viewEnds(call.snapshots().at(-1)!)[end].context).toMatchObject({ peer: null, problem: null })
        call.close()
        time.clear()
        expect(unhandled).toEqual([])
        expect(complaints).not.toHaveBeenCalled()
      }),
      {
        // A shorter sequence that also fails may take very long to find.
        endOnFailure: true,
        numRuns: RUNS,
        ...(seed && { seed: Number(seed) }),
        ...(path && { path }),
      },
    )
    // Sequences that negotiate nothing would prove nothing.
    if (runs >= RUNS) expect([...reached].length).toBeGreaterThanOrEqual(3)
  },
)

function expectReplay(call: Call) {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
  const last = replay(BENCH_SCRIPT, DEFAULT_SETTINGS, call.log()).at(-1)!
  for (const end of ENDS) {
    expect(last[end].value).toEqual(call.snapshots().at(-1)![end].value)
    expect(plain(last[end].context)).toEqual(plain(call.snapshots().at(-1)![end].context))
  }
}
