import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { expect, test } from 'vitest'
import { stepIndex, STEPS } from '../../../machines/steps'
import type { End } from '../../../machines/steps'
import { filledBy, SLOTS, slotOfStep } from '../../../src/projections/sdpSlots'
import type { ConnectionFacts } from '../../../src/trace/trace'
import { changed, FRESH, runUpTo, viewOf } from '../../support/callLog'

test.each(STEPS)('$id shows a slot of one of the ends', ({ id }) => {
  const view = viewOf(runUpTo(id))
  const { conn, slot } = slotOfStep(HANDSHAKE_13, id, view.connections)!
  expect(['caller', 'callee']).toContain(conn)
  expect(slot === 'draft').toBe(stepIndex(id) < 3 || id === 'create-answer')
})

test('follows a description from pending to current', () => {
  const description = { type: 'offer', sdp: 'v=0' } as const
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
