import { expect, test } from 'vitest'
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
