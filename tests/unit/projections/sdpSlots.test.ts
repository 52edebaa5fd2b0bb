import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { expect, test } from 'vitest'
import { stepIndex, STEPS } from '../../../machines/steps'
import type { End } from '../../../machines/steps'
import { filledBy, earlierText, SLOTS, slotOfStep } from '../../../src/projections/sdpSlots'
import type { DescriptionSlot } from '../../../src/projections/sdpSlots'
import type { ConnectionFacts } from '../../../src/trace/trace'
import { fromLog } from '../../../src/trace/fromLog'
import { changed, FRESH, logOf, runUpTo, viewOf } from '../../support/callLog'
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

test.each(STEPS)('$id shows a slot of one of the ends', ({ id }) => {
  const view = viewOf(runUpTo(id))
  const { conn, slot } = slotOfStep(HANDSHAKE_13, id, view.connections)!
  expect(['caller', 'callee']).toContain(conn)
  expect(slot === 'draft').toBe(stepIndex(id) < 3 || id === 'create-answer')
})

test('follows a description from pending to current', () => {
  const description = offer(text(2))
  const status = { ...FRESH, currentLocalDescription: description }
  const view = viewOf([...runUpTo('set-local-offer'), changed('caller', status)])
  expect(slotOfStep(HANDSHAKE_13, 'set-local-offer', view.connections)!.slot).toBe('currentLocalDescription')
})

test('which step fills which slot first is read from the script', () => {
  const filled = (role: End) => SLOTS.map((slot) => filledBy(HANDSHAKE_13, { role }, slot)?.id)
  expect(SLOTS).toEqual([
    'draft',
    'pendingLocalDescription',
    'currentLocalDescription',
    'pendingRemoteDescription',
    'currentRemoteDescription',
  ])
  expect(filled('caller')).toEqual([
    'create-offer',
    'set-local-offer',
    'set-remote-answer',
    'set-remote-answer',
    'set-remote-answer',
  ])
  expect(filled('callee')).toEqual([
    'create-answer',
    'set-local-answer',
    'set-local-answer',
    'set-remote-offer',
    'set-local-answer',
  ])
  expect(filledBy(HANDSHAKE_13, { role: null }, 'draft')).toBeNull()
  expect(filledBy(null, { role: 'caller' }, 'draft')).toBeNull()
})

test('the slot that each of the thirteen steps is about is read from the script', () => {
  const nothing = { peer: null, draft: null } as unknown as ConnectionFacts
  const connections = (['caller', 'callee'] as const).map((id) => ({ id, role: id, facts: nothing }))
  const about = STEPS.map(({ id }) => {
    const { conn, slot } = slotOfStep(HANDSHAKE_13, id, connections)!
    return `${id}: ${conn} ${slot}`
  })
  expect(about).toEqual([
    'capture-media: caller draft',
    'add-tracks: caller draft',
    'create-offer: caller draft',
    'set-local-offer: caller pendingLocalDescription',
    'gather-candidates: caller pendingLocalDescription',
    'send-offer: caller pendingLocalDescription',
    'set-remote-offer: callee pendingRemoteDescription',
    'prepare-callee-media: callee pendingRemoteDescription',
    'create-answer: callee draft',
    'set-local-answer: callee currentLocalDescription',
    'send-answer: callee currentLocalDescription',
    'receive-answer: callee currentLocalDescription',
    'set-remote-answer: caller currentRemoteDescription',
  ])
})
