import { expect, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { replayHistory } from '../../../../src/session/replayHistory'
import { viewCall } from '../../../../src/session/callView'
import { ARROWS, operationName } from '../../../../src/jsep/negotiationOperations'
import { DRAWN, endOf, pathOf, PLACES } from '../../../../src/evidence/negotiation/signalingStateChart'
import { readNegotiation } from '../../../../src/evidence/negotiation/readNegotiation'
import { FRESH, changed, runOf, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'
import { happyLog } from '../timeline/logs'

const OFFER = { type: 'offer' as const, sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n' }
const ANSWER = { type: 'answer' as const, sdp: 'v=0\r\no=- 9 2 IN IP4 127.0.0.1\r\n' }
const RUN = runOf('add-tracks')
const OFFERED = changed('caller', { signalingState: 'have-local-offer', pendingLocalDescription: OFFER })

const CALLER = { id: 'caller', role: 'caller' } as const

function read(...told: EventAtEnd[]) {
  const { state, taken, arrivals } = readNegotiation(viewOf(told).trace, CALLER)
  const operation = taken?.operation ? operationName(taken.operation) : null
  return {
    state,
    taken: taken && `${taken.from} ${String(operation)} ${taken.to}`,
    isFresh: taken?.isFresh,
    arrivals,
  }
}

test('there is no state before there is a connection, and no arrow when it is new', () => {
  expect(read(RUN)).toMatchObject({ state: null, taken: null })
  expect(read(RUN, changed('caller', FRESH))).toMatchObject({ state: 'stable', taken: null })
})

test('an offer, then its answer: the offer moves from pending to current, the answer is filled in', () => {
  const offered = [RUN, changed('caller', FRESH), RUN, OFFERED]
  expect(read(...offered)).toMatchObject({
    taken: 'stable setLocalDescription(offer) have-local-offer',
    isFresh: true,
    arrivals: { pendingLocalDescription: 'filled', currentLocalDescription: null },
  })
  const answered = changed('caller', {
    signalingState: 'stable',
    pendingLocalDescription: null,
    currentLocalDescription: { ...OFFER, sdp: `${OFFER.sdp}a=candidate:1\r\n` },
    currentRemoteDescription: ANSWER,
  })
  expect(read(...offered, RUN, answered)).toMatchObject({
    taken: 'have-local-offer setRemoteDescription(answer) stable',
    arrivals: { currentLocalDescription: 'moved', currentRemoteDescription: 'filled' },
  })
  expect(read(...offered, RUN, answered, RUN)).toMatchObject({
    isFresh: false,
    arrivals: { currentLocalDescription: null, currentRemoteDescription: null },
  })
})

test('back to stable without anything agreed is a rollback', () => {
  const back = changed('caller', { signalingState: 'stable', pendingLocalDescription: null })
  expect(read(RUN, changed('caller', FRESH), OFFERED, back).taken).toBe(
    'have-local-offer setLocalDescription(rollback) stable',
  )
})

test('another offer in the same state is the arrow to itself; the same one with candidates is none', () => {
  const grown = changed('caller', {
    pendingLocalDescription: { ...OFFER, sdp: `${OFFER.sdp}a=candidate:1\r\n` },
  })
  const other = changed('caller', {
    pendingLocalDescription: { ...OFFER, sdp: OFFER.sdp.replace('1 2', '1 3') },
  })
  const before = [RUN, changed('caller', FRESH), OFFERED, grown]
  expect(read(...before).taken).toBe('stable setLocalDescription(offer) have-local-offer')
  expect(read(...before, other).taken).toBe('have-local-offer setLocalDescription(offer) have-local-offer')
})

test('close() is no arrow of the table', () => {
  const closed = changed('caller', { signalingState: 'closed' })
  expect(read(RUN, changed('caller', FRESH), closed).taken).toBe('stable null closed')
})

test('over a whole call each end takes its two arrows', async () => {
  const log = await happyLog()
  const history = replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, log)
  const arrows = viewCall(history).connections.map((connection) => {
    const taken = log.map(
      (_entry, index) => readNegotiation(viewCall(history, index + 1).trace, connection).taken,
    )
    return [...new Set(taken.flatMap((one) => (one === null ? [] : [`${one.from} ${one.to}`])))]
  })
  expect(arrows).toEqual([
    ['stable have-local-offer', 'have-local-offer stable'],
    ['stable have-remote-offer', 'have-remote-offer stable'],
  ])
})

test('the chart draws every arrow of the table and no other', () => {
  expect([...DRAWN].sort()).toEqual(ARROWS.map(({ from, to }) => `${from} ${to}`).sort())
})

test.each(ARROWS)('the arrow from $from to $to is drawn between their boxes', (arrow) => {
  const { d } = pathOf(arrow)!
  const [, x = '', y = ''] = /^M(\d+) (\d+)/.exec(d)!
  const ends = [
    { ...PLACES[arrow.from], at: { x: Number(x), y: Number(y) } },
    { ...PLACES[arrow.to], at: endOf(d) },
  ]
  for (const { at, ...box } of ends) {
    expect(Math.abs(at.x - box.x)).toBeLessThanOrEqual(box.width / 2)
    expect(Math.abs(at.y - box.y)).toBeLessThanOrEqual(16)
  }
})
