import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import type { Call } from '../../../src/session/createCall'
import { openRecording } from '../../../src/session/openRecording'
import { readRecording } from '../../../src/recording/readRecording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { runCount } from '../../support/runCount'
import { connectedCall, recordingOf } from './recordedCall'

let call: Call | undefined

afterEach(() => call?.close())

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Mutation = (text: string, data: Json) => string

/** A value from another file, or from a faulty program. */
const stranger: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, '', [], {}, -1, 0.5, 1e308, -0, 'x'.repeat(300_000), '__proto__'),
  fc.constantFrom<Json>('caller', 'callee', 'step.run', 'onicecandidate', 'setLocalDescription'),
  fc.jsonValue({ maxDepth: 3, noUnicodeString: false }) as fc.Arbitrary<Json>,
)

const nodes = (data: Json): { parent: Record<string, Json>; key: string }[] =>
  typeof data !== 'object' || data === null
    ? []
    : Object.entries(data).flatMap(([key, value]) => [
        { parent: data as Record<string, Json>, key },
        ...nodes(value),
      ])

/** Changes one value of the parsed file. */
const place = (change: (parent: Record<string, Json>, key: string) => void) =>
  fc.nat().map((n): Mutation => (_, data) => {
    const all = nodes(data)
    const { parent, key } = all[n % all.length]!
    change(parent, key)
    return JSON.stringify(data)
  })

const inTrace = (change: (trace: Json[], at: number) => void) =>
  fc.nat().map((n): Mutation => (_, data) => {
    const { trace } = data as { trace: { seq: number }[] }
    change(trace, n % trace.length)
    // Numbered again; otherwise the reader would only look at the numbers.
    trace.forEach((event, seq) => Object.assign(event, { seq }))
    return JSON.stringify(data)
  })

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  stranger.chain((value) => place((parent, key) => (parent[key] = structuredClone(value)))),
  place((parent, key) =>
    Array.isArray(parent) ? parent.splice(Number(key), 1) : Reflect.deleteProperty(parent, key),
  ),
  place((parent, key) => (parent[`${key}_`] = parent[key] ?? null)),
  place((parent, key) => {
    Object.defineProperty(parent, '__proto__', { value: { polluted: key }, enumerable: true })
  }),
  inTrace((trace, at) => trace.splice(at, 1)),
  inTrace((trace, at) => trace.push(structuredClone(trace[at] ?? null))),
  inTrace((trace, at) => trace.splice(0, trace.length, ...trace.slice(at), ...trace.slice(0, at))),
  inTrace((trace, at) => Object.assign(trace[at]!, { conn: 'callee' })),
  fc.nat().map(
    (n): Mutation =>
      (text) =>
        text.slice(0, n % text.length),
  ),
  fc
    .tuple(fc.nat(), fc.nat({ max: 20 }), fc.string({ maxLength: 20 }))
    .map(([n, cut, put]): Mutation => (text) => {
      const at = n % text.length
      return text.slice(0, at) + put + text.slice(at + cut)
    }),
)

it('mutated recordings open or are refused, never throw, and leave the running call as it is', async () => {
  call = await connectedCall()
  const text = writeRecording(recordingOf(call))
  const before = JSON.stringify([call.history.view.value, call.log(), call.frame.value.settings])
  const outcomes = new Map<string, number>()

  fc.assert(
    fc.property(mutation, (mutate) => {
      const result = readRecording(mutate(text, JSON.parse(text) as Json))
      const outcome = result.ok ? 'opened' : result.reason
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (!result.ok) return
      // A file that opens can be viewed from end to end, and saved.
      const recording = openRecording({ ...result.recording, script: HANDSHAKE_13 })
      for (let at = 0; at <= result.recording.log.length; at++) {
        recording.history.lookAt(at)
        expect(recording.history.view.value.trace.events.length).toBe(at)
      }
      expect(readRecording(writeRecording(redactRecording(result.recording))).ok).toBe(true)
    }),
    { numRuns: runCount(200, 500) },
  )

  expect(JSON.stringify([call.history.view.value, call.log(), call.frame.value.settings])).toBe(before)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  // Each outcome occurs: mutations that all fail at the first brace would prove little.
  for (const outcome of ['opened', 'cut-off', 'damaged', 'impossible'])
    expect(outcomes.get(outcome), outcome).toBeGreaterThan(5)
}, 120_000)
