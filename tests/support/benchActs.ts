import fc from 'fast-check'
import type { BenchIntent } from '../../machines/bench/benchContracts'
import type { Operation } from '../../machines/endActors'
import type { End } from '../../machines/steps'

/* Random sequences of what a learner does on a bench: operations, messages and rules at both ends. Plain JSON, so the
   same sequences run between fake connections and in a browser's page. */

export const ENDS = ['caller', 'callee'] as const

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

export interface Act {
  end: End
  intent: BenchIntent
  /** Whether the learner waits until everything that follows at once has happened. */
  waits: boolean
}

const act = (intents: fc.Arbitrary<BenchIntent>): fc.Arbitrary<Act> =>
  fc.record({ end: fc.constantFrom(...ENDS), intent: intents, waits: fc.boolean() })

const run = operation.map((of): BenchIntent => ({ type: 'bench.run', operation: of }))

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

/** Two ways to use a bench: which intents, and how it begins. */
export const WAYS = [
  {
    name: 'by hand',
    acts: act(fc.oneof({ arbitrary: run, weight: 4 }, tray, rules)),
    begin: begin(() => ({})),
  },
  {
    name: 'with applications that negotiate by themselves',
    acts: act(fc.oneof({ arbitrary: run, weight: 2 }, { arbitrary: tray, weight: 2 }, rules)),
    begin: begin((end) => ({ negotiation: 'perfect', polite: end === 'callee' })),
  },
]
