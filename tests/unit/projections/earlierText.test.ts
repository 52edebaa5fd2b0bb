import { expect, test } from 'vitest'
import { earlierText } from '../../../src/projections/earlierText'
import type { DescriptionSlot } from '../../../src/projections/sdpSlots'
import { fromLog } from '../../../src/trace/fromLog'
import { changed, logOf } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'

const LOCAL: DescriptionSlot = { conn: 'caller', slot: 'pendingLocalDescription' }
/** The trace of a log, as far as texts are read from it. */
const traceOf = (told: readonly EventAtEnd[]) => ({ events: fromLog(logOf(told)) })
const text = (version: number, rest = '') => `v=0\r\no=- 1 ${String(version)} IN IP4 127.0.0.1\r\n${rest}`
const offer = (sdp: string) => ({ type: 'offer' as const, sdp })
const drafted = (sdp: string): EventAtEnd => [
  'caller',
  { type: 'xstate.done.actor.create-offer', output: offer(sdp) },
]
const pending = (sdp: string): EventAtEnd => changed('caller', { pendingLocalDescription: offer(sdp) })

test('compares a description with what it said when it was new', () => {
  const trace = traceOf([
    drafted(text(2)),
    pending(text(2)),
    pending(text(2, 'a=1')),
    pending(text(2, 'a=2')),
  ])
  expect(earlierText(trace, LOCAL, text(2))).toBeNull()
  expect(earlierText(trace, LOCAL, text(2, 'a=2'))).toBe(text(2))
})

test('a draft counts although the slot never held it without candidates', () => {
  const trace = traceOf([drafted(text(2)), pending(text(2, 'a=1'))])
  expect(earlierText(trace, LOCAL, text(2, 'a=1'))).toBe(text(2))
})

test('a current description follows the pending one it was', () => {
  const trace = traceOf([
    drafted(text(2)),
    pending(text(2, 'a=1')),
    changed('caller', { currentLocalDescription: offer(text(2, 'a=1')), pendingLocalDescription: null }),
  ])
  const place: DescriptionSlot = { conn: 'caller', slot: 'currentLocalDescription' }
  expect(earlierText(trace, place, text(2, 'a=1'))).toBe(text(2))
})

test('a new negotiation is compared with the one before', () => {
  const trace = traceOf([drafted(text(2)), pending(text(2)), pending(text(2, 'a=1')), pending(text(3))])
  expect(earlierText(trace, LOCAL, text(3))).toBe(text(2, 'a=1'))
})

test('the other end and the other side do not count', () => {
  const trace = traceOf([
    changed('callee', { pendingLocalDescription: offer(text(1)) }),
    changed('caller', { pendingRemoteDescription: offer(text(1)) }),
  ])
  expect(earlierText(trace, LOCAL, text(2))).toBeNull()
})
