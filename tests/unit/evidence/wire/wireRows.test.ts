import { expect, test } from 'vitest'
import type { Traffic } from '../../../../machines/contracts'
import type { End } from '../../../../machines/steps'
import { filterRows, wireRows } from '../../../../src/evidence/wire/wireRows'
import { countMessages } from '../../../../src/projections/wire'
import { viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const traceOf = (told: readonly EventAtEnd[]) => viewOf(told).trace
const message = (kind: string, seq: number, more = {}) => ({
  kind,
  seq,
  from: 'caller',
  session: 's',
  ...more,
})
const seen = (end: End, traffic: Omit<Traffic, 'size'>): EventAtEnd => [
  end,
  { type: 'signal.traffic', traffic: { size: 10, ...traffic } },
]
const out = (sent: Traffic['message'], outcome: Traffic['outcome'] = 'sent') =>
  seen('caller', { direction: 'out', outcome, ...(sent && { message: sent }) })
const arrive = (got: Traffic['message'], outcome: Traffic['outcome'] = 'delivered') =>
  seen('callee', { direction: 'in', outcome, ...(got && { message: got }) })

test('one row for a message that both ends saw', () => {
  const sent = message('candidate', 1)
  expect(wireRows(traceOf([out(sent), arrive(sent)]))).toMatchObject([
    { kind: 'candidate', from: { id: 'caller' }, seq: 1, sentAt: 0, arrivedAt: 1, outcome: 'delivered' },
  ])
})

test('a message that is lost and sent again is two rows', () => {
  const sent = message('description', 0)
  expect(wireRows(traceOf([out(sent), out(sent), arrive(sent)]))).toMatchObject([
    { outcome: 'sent', arrivedAt: null },
    { outcome: 'delivered', sentAt: 1, arrivedAt: 2 },
  ])
})

test('one row too where the log of the sender, in another tab, comes after the arrival', () => {
  const sent = message('candidate', 1)
  const rows = wireRows(traceOf([arrive(sent), out(sent), out(sent), arrive(sent, 'duplicate')]))
  expect(rows).toMatchObject([
    { outcome: 'delivered', sentAt: 0, arrivedAt: 0 },
    { outcome: 'duplicate', sentAt: 2, arrivedAt: 3 },
  ])
})

test('a duplicate has a row of its own', () => {
  const sent = message('candidate', 3)
  const rows = wireRows(traceOf([out(sent), arrive(sent), arrive(sent, 'duplicate')]))
  expect(rows.map(({ outcome }) => outcome)).toEqual(['delivered', 'duplicate'])
  expect(rows[1]).toMatchObject({ from: { id: 'caller' }, sentAt: null })
})

test('what could not be read comes from the other end and says why', () => {
  const refused = seen('callee', {
    direction: 'in',
    outcome: 'refused',
    reason: 'version',
    detail: 'v: Expected 1',
  })
  expect(wireRows(traceOf([refused, refused]))).toMatchObject([
    {
      kind: 'refused',
      from: { id: 'caller' },
      outcome: 'refused',
      reason: 'version',
      detail: 'v: Expected 1',
    },
    { kind: 'refused' },
  ])
})

test('a hello has no number, is paired by its content, and is not counted', () => {
  const first = message('hello', -1, { received: -1 })
  const second = message('hello', -1, { received: 2 })
  const trace = traceOf([out(first, 'control'), out(second, 'control'), arrive(second, 'control')])
  expect(wireRows(trace)).toMatchObject([
    { seq: null, arrivedAt: null },
    { seq: null, arrivedAt: 2 },
  ])
  expect(countMessages(trace)).toBe(0)
})

test('parts of the list', () => {
  const refused = seen('callee', { direction: 'in', outcome: 'refused', reason: 'room', detail: 'room: x' })
  const rows = wireRows(
    traceOf([
      out(message('hello', -1), 'control'),
      out(message('description', 0)),
      out(message('candidate', 1)),
      out(message('end-of-candidates', 2)),
      out(message('bye', 3)),
      refused,
    ]),
  )
  const kinds = (filter: Parameters<typeof filterRows>[1]) => filterRows(rows, filter).map(({ kind }) => kind)
  expect(kinds('all')).toHaveLength(6)
  expect(kinds('descriptions')).toEqual(['description'])
  expect(kinds('candidates')).toEqual(['candidate', 'end-of-candidates'])
  expect(kinds('controls')).toEqual(['hello', 'bye'])
  expect(kinds('refusals')).toEqual(['refused'])
})
