import { expect, test } from 'vitest'
import type { LogEntry } from '../../../../machines/log'
import { STEP_IDS } from '../../../../machines/steps'
import { readTimeline } from '../../../../src/evidence/timeline/readTimeline'
import { toSections } from '../../../../src/evidence/timeline/sections'
import type { TimelineItem } from '../../../../src/evidence/timeline/timelineItem'
import { CANDIDATE, FRESH, changed, logOf, runOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'
import { happyLog, repairedLog, traceOf, troubledLog } from './logs'

const LOGS = [
  ['a call that connects', happyLog],
  ['a call that is refused a camera and hung up', troubledLog],
  ['a call that an ICE restart repaired', repairedLog],
] as const

function lines(told: readonly EventAtEnd[]): string[] {
  return readTimeline(traceOf(logOf(told))).items.map(({ connection, lane, kind, name, detail }) =>
    `${connection.id} ${lane} ${kind} ${name} ${detail}`.trim(),
  )
}

function seqs(items: readonly TimelineItem[]): Set<number> {
  return new Set(items.flatMap(({ events }) => events.map(({ seq }) => seq)))
}

test.each(LOGS)('nothing of %s is left out, unfolded or folded into groups', async (_name, makeLog) => {
  const log = await makeLog()
  const timeline = readTimeline(traceOf(log))
  const all = log.map(({ seq }) => seq)
  expect([...seqs(timeline.items)].sort((a, b) => a - b)).toEqual(all)
  expect([...seqs(toSections(timeline).flatMap(({ items }) => items))].sort((a, b) => a - b)).toEqual(all)
  expect(new Set(timeline.items.map(({ id }) => id)).size).toBe(timeline.items.length)
})

test.each(LOGS)(
  'every promise of %s starts at a call and settles later at its end',
  async (_name, makeLog) => {
    const { items, promises } = readTimeline(traceOf(await makeLog()))
    const byId = new Map(items.map((item, index) => [item.id, { item, index }]))
    for (const { from, to, connection, outcome } of promises) {
      const start = byId.get(from)!
      const settled = byId.get(to ?? '')!
      expect(settled.index).toBeGreaterThan(start.index)
      expect(settled.item).toMatchObject({ connection, kind: outcome })
    }
  },
)

test('the promises of a whole call: eleven steps, since two call nothing', async () => {
  const { promises, items } = readTimeline(traceOf(await happyLog()))
  expect(promises.map(({ outcome }) => outcome)).toEqual(Array(11).fill('done'))
  expect(items.filter(({ kind }) => kind === 'observe')).toHaveLength(2)
})

test('a refused capture is marked, and its retry is another promise', async () => {
  const { promises, items } = readTimeline(traceOf(await troubledLog()))
  expect(promises.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['failed', 'done'])
  expect(items.find(({ kind }) => kind === 'failed')).toMatchObject({
    name: 'getUserMedia()',
    detail: 'NotAllowedError: Permission denied; #1 <b>%%',
    essential: true,
  })
})

test('an ICE restart runs three calls: one asked for, two that a description set off', async () => {
  const { promises, items } = readTimeline(traceOf(await repairedLog()))
  const names = promises
    .slice(-3)
    .map(({ connection, to }) => [connection.id, items.find(({ id }) => id === to)?.name])
  expect(names).toEqual([
    ['caller', 'restartIce()'],
    ['callee', 'setRemoteDescription() + setLocalDescription()'],
    ['caller', 'setRemoteDescription()'],
  ])
})

test('a promise that has not settled runs', () => {
  const { promises } = readTimeline(traceOf(logOf([runOf('capture-media')])))
  expect(promises).toMatchObject([{ outcome: 'running', to: null, took: null }])
})

test('the parts are the thirteen steps, and what follows them', async () => {
  const ids = toSections(readTimeline(traceOf(await happyLog()))).map(({ id }) => id)
  expect(ids.slice(0, 14)).toEqual(['before', ...STEP_IDS])
  const repaired = toSections(readTimeline(traceOf(await repairedLog()))).map(({ id }) => id)
  expect(repaired.at(-1)).toBe('restart')
  const closed = toSections(readTimeline(traceOf(await troubledLog()))).map(({ id }) => id)
  expect(closed.slice(1, 3)).toEqual(['capture-media', 'capture-media'])
  expect(closed.at(-1)).toBe('hang-up')
})

test('signaling and ICE have lanes of their own', () => {
  expect(
    lines([
      changed('caller', FRESH),
      changed('caller', { signalingState: 'have-local-offer', iceGatheringState: 'gathering' }),
      ['caller', { type: 'pc.candidate', candidate: CANDIDATE }],
      ['callee', { type: 'pc.negotiation-needed' }],
      [
        'callee',
        { type: 'pc.candidate-refused', index: 0, problem: { name: 'OperationError', message: 'no' } },
      ],
      ['caller', { type: 'xstate.after.stall.connection' }],
    ]),
  ).toEqual([
    'caller signaling change new RTCPeerConnection() stable · new · new · new',
    'caller signaling change signalingState stable → have-local-offer',
    'caller ice change iceGatheringState new → gathering',
    'caller ice event icecandidate host',
    'callee signaling event negotiationneeded',
    'callee ice failed addIceCandidate() OperationError: no',
    'caller ice timer after stall',
  ])
})

const MESSAGE = { kind: 'candidate', seq: 0, from: 'caller', session: 's' }

function traffic(end: 'caller' | 'callee', direction: 'in' | 'out', at: number, seq: number): LogEntry {
  const outcome = direction === 'out' ? 'sent' : 'delivered'
  return {
    seq,
    at,
    end,
    event: { type: 'signal.traffic', traffic: { direction, outcome, size: 100, message: MESSAGE } },
  }
}

test('a message is one arrow; on a slow channel two halves; one half if it did not arrive', () => {
  const sent = traffic('caller', 'out', 0, 0)
  const paths = (log: readonly LogEntry[]) =>
    readTimeline(traceOf(log)).items.map(({ connection, path, transit }) => [connection.id, path, transit])
  expect(paths([sent, traffic('callee', 'in', 4, 1)])).toEqual([['caller', 'across', 4]])
  expect(paths([sent, traffic('callee', 'in', 4_000, 1)])).toEqual([
    ['caller', 'out', 4_000],
    ['caller', 'in', 4_000],
  ])
  expect(paths([sent])).toEqual([['caller', 'out', null]])
})

test('consecutive candidates of one end become one item with members; a change between them separates it', () => {
  const gathered: EventAtEnd = ['caller', { type: 'pc.candidate', candidate: CANDIDATE }]
  const log = logOf([
    gathered,
    ['callee', { type: 'pc.negotiation-needed' }],
    gathered,
    changed('caller', FRESH),
    gathered,
  ])
  const [section] = toSections(readTimeline(traceOf(log)))
  expect(section?.items.map(({ name, members }) => [name, members.length])).toEqual([
    ['icecandidate', 2],
    ['negotiationneeded', 0],
    ['new RTCPeerConnection()', 0],
    ['icecandidate', 0],
  ])
})

test('a server is shown where it reported an address, and where it did not answer', () => {
  const srflx = { ...CANDIDATE, candidate: CANDIDATE.candidate.replace('typ host', 'typ srflx') }
  const error = { url: 'stun:x', errorCode: 701, errorText: 'timed out', address: null, port: null }
  const { items } = readTimeline(
    traceOf(
      logOf([
        ['caller', { type: 'pc.candidate', candidate: srflx }],
        ['caller', { type: 'pc.candidate-error', error }],
      ]),
    ),
  )
  expect(items.map(({ server }) => server)).toEqual(['answers', 'silent'])
})
