import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BenchIntent } from '../../../machines/bench/benchContracts'
import { DEFAULT_SETTINGS, DOING } from '../../../machines/contracts'
import type { Operation } from '../../../machines/endActors'
import { replay } from '../../../machines/log'
import { viewEnds } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { expectationOf } from '../../../src/labs/expectation'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { BENCH_SCRIPT } from '../../support/benchCall'
import { createFakeWorld } from '../../support/fakeCall'
import { useVirtualTime } from '../../support/virtualTime'
import type { VirtualTime } from '../../support/virtualTime'

/* Any sequence of operations and deliveries at both ends: what is left has a name, replays to the same states, and
   begins again. A failed sequence runs again with HANDSHAKE_SEED=… HANDSHAKE_PATH=…, which fast-check prints. */

/** `npm run test:all` runs 25 times as many as `npm test`. */
const RUNS = process.env['HANDSHAKE_TESTS'] === 'all' ? 5_000 : 200

const ENDS = ['caller', 'callee'] as const

const transceiver = fc.nat(2).map((index) => `transceiver-${String(index)}`)
const kind = fc.constantFrom('audio', 'video')
const description = fc.constantFrom(
  'draft',
  'received',
  { type: 'rollback' },
  { type: 'offer' },
  { type: 'answer', sdp: 'v=0\r\n' },
)

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.constantFrom<Operation>(
    { call: 'create' },
    { call: 'capture', source: 'test-pattern' },
    { call: 'createOffer' },
    { call: 'createAnswer' },
    { call: 'setLocalDescription' },
    { call: 'addIceCandidate', candidate: 'received' },
    { call: 'addIceCandidate' },
    { call: 'restartIce' },
    { call: 'getTransceivers' },
    { call: 'close' },
    { call: 'createDataChannel', label: 'chat' },
    { call: 'channel.send', channel: 'channel-0', data: 'hello' },
    { call: 'channel.close', channel: 'channel-0' },
    { call: 'nothing' },
  ),
  fc
    .constantFrom('description', 'draft', 'candidates', 'bye', 'nothing')
    .map((what) => ({ call: 'send', what })),
  fc.record({ call: fc.constantFrom('setLocalDescription', 'setRemoteDescription'), description }),
  kind.map((of) => ({ call: 'addTrack', track: { kind: of } })),
  kind.map((track) => ({ call: 'addTransceiver', track })),
  fc.record({ call: fc.constantFrom('removeTrack', 'transceiver.stop'), transceiver }),
  transceiver.map((of) => ({ call: 'sender.replaceTrack', transceiver: of, track: null })),
)

const message = fc.nat(8)
const tray: fc.Arbitrary<BenchIntent> = fc.oneof(
  fc.record({ type: fc.constantFrom('tray.deliver', 'tray.drop', 'tray.repeat'), message }),
  fc.record({ type: fc.constant('tray.move' as const), message, place: fc.nat(8) }),
  fc.record({
    type: fc.constant('tray.edit' as const),
    message,
    body: fc.constant({ kind: 'bye' } as const),
  }),
  fc
    .constantFrom(
      { hold: true },
      { hold: false },
      { delay: 100 },
      { dropEvery: 2 },
      { loseAnswers: true },
      { delay: 0, dropEvery: 0, loseAnswers: false },
    )
    .map((rules) => ({ type: 'tray.rules' as const, rules })),
)

const rules: fc.Arbitrary<BenchIntent> = fc
  .constantFrom(
    { negotiation: 'naive' },
    { negotiation: 'perfect', polite: true },
    { negotiation: 'perfect', polite: false },
    { negotiation: 'by-hand' },
    { arriving: 'at-once' },
    { arriving: 'by-hand' },
    { gathered: 'at-once' },
    { gathered: 'by-hand' },
    { echo: true },
  )
  .map((of) => ({ type: 'bench.rules', rules: of }) as const)

interface Act {
  end: End
  intent: BenchIntent
  /** Whether the learner waits until everything that follows at once has happened. */
  waits: boolean
}

const act = (intents: fc.Arbitrary<BenchIntent>): fc.Arbitrary<Act> =>
  fc.record({ end: fc.constantFrom(...ENDS), intent: intents, waits: fc.boolean() })

const run = operation.map((of): BenchIntent => ({ type: 'bench.run', operation: of }))

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

const begin = (rulesOf: (end: End) => object): Act[] =>
  ENDS.flatMap((end): Act[] =>
    [
      { type: 'bench.rules', rules: rulesOf(end) } as const,
      ...['create', 'capture'].map((call): BenchIntent => ({
        type: 'bench.run',
        operation: { call, source: 'test-pattern' },
      })),
    ].map((intent) => ({ end, intent, waits: true })),
  )

const { HANDSHAKE_SEED: seed, HANDSHAKE_PATH: path } = process.env

test.each([
  ['by hand', fc.oneof({ arbitrary: run, weight: 4 }, tray, rules), begin(() => ({}))],
  [
    'with applications that negotiate by themselves',
    fc.oneof({ arbitrary: run, weight: 2 }, { arbitrary: tray, weight: 2 }, rules),
    begin((end) => ({ negotiation: 'perfect', polite: end === 'callee' })),
  ],
] as const)(
  'any sequence %s leaves a state with a name',
  { timeout: 600_000 },
  async (_name, intents, first) => {
    const complaints = vi.spyOn(console, 'error')
    const reached = new Set<string>()
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act(intents), { maxLength: 25 }), async (acts) => {
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
      { numRuns: RUNS, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
    )
    // Sequences that negotiate nothing would prove nothing.
    if (runs >= RUNS)
      expect([...reached]).toEqual(expect.arrayContaining(['stable', 'have-local-offer', 'closed']))
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
