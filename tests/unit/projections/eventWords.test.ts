import { expect, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import type { EndEvent } from '../../../machines/contracts'
import { contractsOf } from '../../../src/recording/eventSchema'
import { bodyOf } from '../../../src/trace/fromLog'
import { eventWords } from '../../../src/projections/eventWords'
import { foreignFrame } from '../../support/foreignFrame'

test('says of each event of a foreign trace what its page’s code would', () => {
  const { events } = foreignFrame(1).view.trace
  expect(events.map((event) => eventWords(event).name)).toEqual([
    'new RTCPeerConnection()',
    'negotiationneeded',
    'createOffer ✓',
    'setLocalDescription ✓',
    'signalingstatechange',
    'icecandidate',
    'icecandidate',
    'icecandidateerror',
    'icecandidate',
    '→ description',
    '← description',
    'signal.candidate',
    'addIceCandidate()',
    'setRemoteDescription ✗',
    'signalingstatechange',
    'iceconnectionstatechange',
    'track',
    'unmute',
  ])
})

/** An event of each kind that an end can have, with what its words are read from. */
const ONE_OF_EACH = Object.keys(contractsOf(HANDSHAKE_13)).map((type) => {
  const event = {
    type,
    cause: 'setLocalDescription()',
    track: { muted: true },
    traffic: { direction: 'in' },
    candidate: { candidate: '' },
    error: {},
    settings: {},
  } as unknown as EndEvent
  return { type, traced: { seq: 0, at: 0, conn: 'caller', ...bodyOf(event) } }
})

test('counts the DOM events that a step fired, and nothing else', () => {
  const words = ONE_OF_EACH.map(({ traced }) => eventWords(traced))
  expect(words.flatMap(({ name, isCounted }) => (isCounted ? [name] : []))).toEqual([
    'icecandidate',
    'icecandidateerror',
    'negotiationneeded',
    'track',
    'mute',
  ])
  const fired = {
    seq: 0,
    at: 0,
    conn: 'a',
    kind: 'state',
    name: 'onicegatheringstatechange',
    data: {},
  } as const
  expect(eventWords(fired)).toEqual({ name: 'icegatheringstatechange', isCounted: true, line: null })
})

test('the kind of an event follows from the first word of its type', () => {
  const kinds = {
    step: ['intent'],
    ice: ['intent'],
    call: ['intent'],
    settings: ['intent'],
    pc: ['state', 'event', 'resolved', 'rejected', 'finding'],
    media: ['event'],
    signal: ['message', 'signal'],
    wire: ['intent', 'clock'],
    patience: ['clock'],
  }
  for (const { type, traced } of ONE_OF_EACH)
    expect(kinds[type.split('.')[0] as keyof typeof kinds], type).toContain(traced.kind)
  const kindOf = (type: string) => ONE_OF_EACH.find((each) => each.type === type)?.traced.kind
  expect(kindOf('wire.ask')).toBe('intent')
  expect(kindOf('wire.check')).toBe('clock')
})
