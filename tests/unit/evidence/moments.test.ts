import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateTimes } from '../../../src/evidence/ice/candidateTimes'
import { iceRows } from '../../../src/evidence/ice/candidateRows'
import { readTimeline } from '../../../src/evidence/timeline/readTimeline'
import { wireRows } from '../../../src/evidence/wire/wireRows'
import type { CallView } from '../../../src/session/callView'
import type { Trace } from '../../../src/trace/trace'
import type { TraceEvent } from '../../../src/trace/traceEvent'
import { viewOf } from '../../support/callLog'
import { openExample } from '../recording/examples'
import { replayHistory } from '../../../src/session/replayHistory'
import { viewCall } from '../../../src/session/callView'
import { countMessages, deriveWire } from '../../../src/projections/wire'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'

/** All that the tabs remember of a trace. */
function readAll(view: Pick<CallView, 'connections' | 'trace'>) {
  const { trace } = view
  return {
    timeline: readTimeline(trace),
    rows: wireRows(trace),
    messages: countMessages(trace),
    times: [...candidateTimes(trace)],
    ice: iceRows(view),
    wire: deriveWire(view),
  }
}

/** A moment of which nothing is remembered. */
function afresh<V extends { trace: Trace }>(view: V): V {
  return { ...view, trace: { ...view.trace, whole: [...view.trace.events] } }
}

test('a moment of a call reads the same, whatever moments were looked at before', () => {
  const { recording } = openExample('firefox-ice-repaired')
  const history = replayHistory(HANDSHAKE_13, recording.settings, recording.log)
  fc.assert(
    fc.property(fc.array(fc.nat(recording.log.length), { minLength: 1, maxLength: 6 }), (moments) => {
      for (const index of moments) {
        const view = viewCall(history, index)
        expect(readAll(view)).toEqual(readAll(afresh(view)))
      }
    }),
    { numRuns: 20 },
  )
})

/** Intents and outcomes in any order: a later one may change what an earlier one was. */
const step = fc.constantFrom('create-offer', 'set-local-offer', 'gather-candidates', 'restart-ice', 'foreign')
const body = fc.oneof(
  fc.record({
    kind: fc.constant('intent' as const),
    name: fc.constantFrom('step.run' as const, 'step.retry' as const),
    data: fc.record({ step }),
  }),
  fc.record({
    kind: fc.constantFrom('resolved' as const, 'rejected' as const),
    name: fc.constant('createOffer' as const),
    step,
    data: fc.constant({ name: 'Error', message: 'no' }),
  }),
  fc.record({
    kind: fc.constant('intent' as const),
    name: fc.constant('ice.restart' as const),
    data: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('clock' as const),
    name: fc.constant('wire.check' as const),
    data: fc.constant(null),
  }),
)

test('so does one of a trace in which runs begin twice, or are only known by their outcome', () => {
  const conn = fc.constantFrom('caller', 'callee', 'foreign')
  fc.assert(
    fc.property(fc.array(fc.tuple(body, conn), { maxLength: 25 }), fc.array(fc.nat(25)), (told, moments) => {
      const whole: TraceEvent[] = told.map(([event, id], seq) => ({ ...event, conn: id, seq, at: seq }))
      const view = viewOf([])
      for (const moment of moments) {
        const events = whole.slice(0, moment)
        const one = { ...view, trace: { ...view.trace, whole, events } }
        expect(readAll(one)).toEqual(readAll(afresh(one)))
      }
    }),
    { numRuns: 300 },
  )
})
