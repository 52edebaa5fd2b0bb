import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../machines/log'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import type { BENCH_CONTRACTS } from '../../../src/recording/benchSchemas'
import type { contractsOf } from '../../../src/recording/eventSchema'
import { eventOf } from '../../../src/recording/eventSchema'
import { BENCH } from '../../../machines/scripts/bench'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { causeOf, nameOfCause } from '../../../src/trace/causes'
import { bodyOf, fromLog } from '../../../src/trace/fromLog'
import { toEntry, toEvent } from '../../../src/trace/toLog'
import type { TraceEvent } from '../../../src/trace/traceEvent'
import { openExample } from '../recording/examples'

const candidate = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' }
const problem = { name: 'OperationError', message: 'no' }
const channel = {
  id: 'channel-0',
  label: 'chat',
  protocol: '',
  ordered: true,
  negotiated: false,
  streamId: null,
  readyState: 'open',
}
const track = { id: 't', kind: 'audio', muted: false }

/** One event of each kind that an end can have. */
const ONE_OF_EACH: Record<keyof ReturnType<typeof contractsOf>, object> = {
  'step.run': { step: 'create-offer' },
  'step.retry': { step: 'create-offer' },
  'ice.restart': {},
  'wire.ask': {},
  'call.hang-up': { reason: 'left' },
  'settings.change': { settings: { trickle: false } },
  'pc.changed': { cause: 'signalingstatechange', status: { signalingState: 'stable' } },
  'pc.candidate': { candidate, url: 'stun:a.example' },
  'pc.end-of-candidates': {},
  'pc.candidate-error': {
    error: { url: 'stun:a.example', errorCode: 701, errorText: '', address: null, port: null },
  },
  'pc.candidate-added': { index: 2 },
  'pc.candidate-refused': { index: 2, problem },
  'pc.patience': { patience: 'gives-up' },
  'pc.placeholder-added': { candidate },
  'pc.placeholder-refused': { candidate, problem },
  'pc.negotiation-needed': {},
  'pc.track': { track },
  'pc.track-changed': { track },
  'media.ended': { kind: 'video' },
  'signal.description': { description: { type: 'offer', sdp: 'v=0' } },
  'signal.candidate': { candidate },
  'signal.end-of-candidates': {},
  'signal.bye': { reason: 'hung-up' },
  'signal.other-end': { status: 'here', returned: true },
  'signal.traffic': { traffic: { direction: 'in', outcome: 'refused', size: 3, reason: 'not-json' } },
  'signal.lost': { problem },
  'signal.confirmed': { missing: 0 },
  'wire.check': {},
  'patience.check': {},
}
/** One event of each kind that only an end of a bench can have. */
const ONE_OF_EACH_BENCH: Record<keyof typeof BENCH_CONTRACTS, object> = {
  'bench.run': { operation: { call: 'createDataChannel', label: 'chat', options: { ordered: false } } },
  'bench.rules': { rules: { negotiation: 'perfect', polite: true } },
  'tray.rules': { rules: { hold: true } },
  'tray.deliver': { message: 1 },
  'tray.drop': { message: 1 },
  'tray.repeat': { message: 1 },
  'tray.move': { message: 1, place: 0 },
  'tray.edit': { message: 1, body: { kind: 'candidate', candidate } },
  'tray.due': { message: 1 },
  'pc.operation-done': { id: 3, result: { type: 'offer', sdp: 'v=0' } },
  'pc.operation-refused': { id: 3, problem },
  'pc.channel': { channel },
  'pc.channel-changed': { cause: 'closing', channel: { ...channel, readyState: 'closing' } },
  'pc.channel-message': { channel: 'channel-0', data: null, size: 9 },
  'pc.channel-error': { channel: 'channel-0', problem },
}
const MACHINE = [
  { type: 'xstate.init' },
  { type: 'xstate.done.actor.create-offer', output: { type: 'offer', sdp: 'v=0' } },
  { type: 'xstate.done.actor.send-offer' },
  { type: 'xstate.error.actor.set-remote-offer', error: problem },
  { type: 'xstate.after.observe.caller.gather-candidates.running' },
]
const events = [
  ...Object.entries(ONE_OF_EACH).map(([type, fields]) => ({ type, ...fields })),
  { type: 'call.hang-up' },
  { type: 'pc.candidate', candidate },
  ...MACHINE,
].map((each) => v.parse(eventOf(HANDSHAKE_13), each))
const benchEvents = [
  ...Object.entries(ONE_OF_EACH_BENCH).map(([type, fields]) => ({ type, ...fields })),
  { type: 'pc.operation-done', id: 0 },
].map((each) => v.parse(eventOf(BENCH), each))

describe('an event of an end and of its trace', () => {
  it.each([...events, ...benchEvents].map((event) => [event.type, event] as const))(
    '%s comes back as it was',
    (_, event) => {
      const entry: LogEntry = { seq: 0, at: 1, end: 'callee', event }
      const [traced] = fromLog([entry])
      expect(toEntry(JSON.parse(JSON.stringify(traced)) as TraceEvent)).toEqual(entry)
    },
  )

  it('that belongs to a bench is none of a call with steps', () => {
    for (const event of benchEvents) expect(v.is(eventOf(HANDSHAKE_13), event)).toBe(false)
  })

  it('uses no private names of XState', () => {
    expect(JSON.stringify(events.map(bodyOf))).not.toContain('xstate')
  })

  it.each(EXAMPLE_IDS)('%s comes back, entry by entry', (id) => {
    const { log } = openExample(id).recording
    const trace = fromLog(log)
    expect(trace.map(({ seq, at, conn }) => [seq, at, conn])).toEqual(
      log.map(({ seq, at, end }) => [seq, at, end]),
    )
    expect(trace.map(toEntry)).toEqual(log)
  })
})

describe('what changed a connection', () => {
  it('has the name of the dump format', () => {
    expect(['signalingstatechange', 'addTrack()', 'new RTCPeerConnection()'].map(nameOfCause)).toEqual([
      'onsignalingstatechange',
      'addTrack',
      'create',
    ])
  })

  it('comes back, whatever a file says it was', () => {
    const causes = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'create',
        'create()',
        'on',
        'on()',
        'onx',
        'onx()',
        '()',
        '()()',
        'new RTCPeerConnection()',
      ),
    )
    fc.assert(fc.property(causes, (cause) => causeOf(nameOfCause(cause)) === cause))
  })
})

describe('the outcome of a call', () => {
  it('names the intent that caused it', () => {
    const { log } = openExample('chromium-connected').recording
    const trace = fromLog(log)
    const settled = trace.filter((event) => 'step' in event)
    expect(settled).toHaveLength(11)
    for (const event of settled) {
      const press = trace[event.call ?? -1]
      expect(press).toMatchObject({
        kind: 'intent',
        name: 'step.run',
        conn: event.conn,
        data: { step: event.step },
      })
    }
  })

  it('names no intent where a repair began by itself', () => {
    const { log } = openExample('firefox-ice-repaired').recording
    const repairs = fromLog(log).filter((event) => 'step' in event && event.step.endsWith('restart'))
    expect(repairs.map(({ call }) => call)).toEqual(repairs.map(() => undefined))
    expect(repairs).not.toEqual([])
  })

  it('is the event that the machine got', () => {
    expect(toEvent(fromLog([{ seq: 0, at: 0, end: 'caller', event: events[0]! }])[0]!)).toEqual(events[0])
  })
})
