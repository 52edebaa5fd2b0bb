import { vi } from 'vitest'
import type { BenchIntent, BenchState } from '../../machines/bench/benchContracts'
import type { EndContext } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import type { Script } from '../../machines/script'
import { BENCH } from '../../machines/scripts/bench'
import type { End, StepId } from '../../machines/steps'
import { lastSnapshots } from '../../src/session/callHistory'
import { createCall } from '../../src/session/createCall'
import { createFakeWorld } from './fakeCall'

// Node has none; a track that arrives without a stream gets one of its own (src/peer/observe.ts).
if (!('MediaStream' in globalThis)) Object.assign(globalThis, { MediaStream: Object })

/** In the type that the call's parts use: a bench has no steps. */
export const BENCH_SCRIPT = BENCH as Script as Script<StepId>

export type BenchEnd = EndContext & { bench: BenchState }

/** A bench between two fake connections. */
export function openBench() {
  const call = createCall(createFakeWorld().world, null, BENCH_SCRIPT)

  /** What an end knows now. */
  const at = (end: End) => lastSnapshots(call.currentHistory())[end].context as BenchEnd

  function send(end: End, ...intents: BenchIntent[]) {
    for (const intent of intents) call.controls.send(end, intent)
  }

  /** Waits until an end meets a condition; if it never does, fails with what became of its operations. */
  function until(end: End, condition: (context: BenchEnd) => boolean) {
    return vi.waitFor(
      () => {
        if (condition(at(end))) return
        const { bench, peer } = at(end)
        throw new Error(
          `${end} ${String(peer?.connectionState)}: ${JSON.stringify(bench.operations.slice(-5))}`,
        )
      },
      { interval: 1, timeout: 3_000 },
    )
  }

  /** Runs operations of an end one after another, each after the outcome of the one before; returns the last one's. */
  async function run(end: End, ...operations: Operation[]) {
    for (const operation of operations) {
      const id = at(end).bench.operations.length
      send(end, { type: 'bench.run', operation })
      await until(end, ({ bench }) => bench.operations[id]?.state !== 'pending')
    }
    return at(end).bench.operations.at(-1)
  }

  /** Both ends create a connection and capture the test pattern; the caller adds its tracks. */
  async function prepare() {
    for (const end of ['caller', 'callee'] as const)
      await run(end, { call: 'create' }, { call: 'capture', source: 'test-pattern' })
  }

  const addTracks = (end: End) =>
    run(end, { call: 'addTrack', track: { kind: 'audio' } }, { call: 'addTrack', track: { kind: 'video' } })

  const isConnected = ({ peer }: BenchEnd) => peer?.connectionState === 'connected'

  async function untilConnected() {
    await until('caller', isConnected)
    await until('callee', isConnected)
  }

  return { call, at, send, run, until, prepare, addTracks, untilConnected, close: call.close }
}

export type OpenBench = ReturnType<typeof openBench>
