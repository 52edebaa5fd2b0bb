import { expect, test } from 'vitest'
import { iceWords } from '../../../../src/i18n/messages/ice'
import {
  candidateFields,
  candidateNotes,
  candidateJourney,
} from '../../../../src/evidence/ice/candidateFields'
import { candidateRows, iceRows } from '../../../../src/evidence/ice/candidateRows'
import { candidatesText } from '../../../../src/evidence/ice/iceText'
import { CANDIDATE, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const HIDDEN =
  'candidate:9 1 tcp 2105458943 5f1c0f7e-0000-4000-8000-000000000000.local 9 typ host tcptype active'
const SRFLX =
  'candidate:143086127 1 udp 1686052607 203.0.113.101 40211 typ srflx raddr 10.0.1.2 rport 40211 generation 0'
const gathers = (candidate: string, url?: string): EventAtEnd => [
  'caller',
  { type: 'pc.candidate', candidate: { ...CANDIDATE, candidate }, ...(url !== undefined && { url }) },
]
const rowOf = (...told: EventAtEnd[]) => candidateRows(viewOf([...runUpTo('set-local-offer'), ...told]))[0]!

test('a reflexive candidate names its base and the server that reported it', () => {
  const row = rowOf(gathers(SRFLX, 'stun:stun.example:3478'))
  const fields = Object.fromEntries(candidateFields(row).map(({ name, value }) => [name, value]))
  expect(fields).toEqual({
    address: '203.0.113.101:40211',
    protocol: 'udp',
    related: '10.0.1.2:40211',
    server: 'stun:stun.example:3478',
    foundation: '143086127',
    component: '1',
    mid: '0',
    ufrag: 'f',
  })
  expect(candidateNotes(row.candidate!).map(({ text }) => text)).toEqual([iceWords.srflxNote])
})

test('hidden addresses, TCP and unknown types are explained', () => {
  expect(candidateNotes(rowOf(gathers(HIDDEN)).candidate!).map(({ text }) => text)).toEqual([
    iceWords.hostNote,
    iceWords.hiddenNote,
    iceWords.tcpNote,
  ])
  const strange = rowOf(gathers('candidate:1 1 udp 1 192.0.2.1 5 typ pigeon'))
  expect(candidateNotes(strange.candidate!).map(({ text }) => text)).toEqual([iceWords.otherNote])
})

test('the stages of a candidate', () => {
  const sent: EventAtEnd = [
    'caller',
    {
      type: 'signal.traffic',
      traffic: {
        direction: 'out',
        outcome: 'sent',
        size: 9,
        message: { kind: 'candidate', seq: 1, from: 'caller', candidate: CANDIDATE },
      },
    },
  ]
  const view = viewOf([
    ...runUpTo('set-remote-offer'),
    sent,
    ['callee', { type: 'signal.end-of-candidates' }],
    ['callee', { type: 'signal.candidate', candidate: CANDIDATE }],
    ['callee', { type: 'pc.candidate-added', index: 1 }],
  ])
  const [row] = candidateRows(view)
  expect(candidateJourney(row!).map(({ name, after }) => [name, after])).toEqual([
    ['gathered', null],
    ['sent', expect.stringMatching(/^\+/)],
    ['arrived', '+2.0 ms'],
    ['added', '+1.0 ms'],
  ])
  expect(candidateJourney(rowOf(gathers(SRFLX))).map(({ name }) => name)).toEqual(['gathered', 'held'])
})

test('errors stand among the candidates by their time, also in the copied text', () => {
  const error = { url: 'stun:x', errorCode: 701, errorText: 'timed out', address: null, port: null }
  const view = viewOf([
    ...runUpTo('set-local-offer'),
    ['caller', { type: 'pc.candidate-error', error }],
    gathers(SRFLX),
  ])
  const rows = iceRows(view)
  expect(rows.map(({ kind }) => kind)).toEqual(['error', 'candidate'])
  expect(candidatesText(rows).split('\n')).toEqual([
    expect.stringContaining('icecandidateerror 701 timed out stun:x'),
    expect.stringContaining(SRFLX),
  ])
})
