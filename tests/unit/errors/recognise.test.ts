import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CardKind } from '../../../src/errors/cardKinds'
import type { ErrorId } from '../../../src/errors/errorIds'
import { ERROR_IDS } from '../../../src/errors/errorIds'
import { ERROR_FACTS, groupTexts, listTexts } from '../../../src/errors/errors'
import { readProblem } from '../../../src/errors/readProblem'
import { recognise, splitText } from '../../../src/errors/recognise'

/** Texts with more than one cause: the page they lead to. */
const SHARED: Readonly<Record<string, ErrorId>> = {
  // The policy of a frame refuses with the same text as the user.
  'iframe-policy': 'permission-denied',
}

/** Every text that a page prints and a card explains. */
const PRINTED = ERROR_IDS.filter((id) => ERROR_FACTS[id].card !== null).flatMap((id) =>
  listTexts(id).map(({ engine, text }) => [id, engine, text] as const),
)

/** Safari has one text for a constraint and for a missing device. */
const isAmbiguous = (id: ErrorId, text: string) => id === 'no-device' && text.startsWith('Overconstrained')

test.each(PRINTED.filter(([id, , text]) => !isAmbiguous(id, text)))('%s in %s: %s', (id, _, text) => {
  const { card, operations } = ERROR_FACTS[id]
  const expected = SHARED[id] ?? id
  expect(recognise(splitText(text), operations)).toEqual({ card, error: expected })
})

/** Texts of Safari, of older versions and of other ends, from public reports, without the method's name. */
const REPORTED: readonly (readonly [text: string, card: CardKind, error: ErrorId | null])[] = [
  [
    'OperationError: Failed to set remote answer sdp: Called in wrong state: kStable',
    'wrong-state',
    'wrong-state-stable',
  ],
  [
    'SetRemoteDescriptionFailed: Failed to set remote answer sdp: Called in wrong state: stable',
    'wrong-state',
    'wrong-state-stable',
  ],
  [
    "UnknownError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: kHaveRemoteOffer",
    'wrong-state',
    'wrong-state-have-remote-offer',
  ],
  [
    'OperationError: Failed to set local offer sdp: Called in wrong state: STATE_INPROGRESS',
    'wrong-state',
    'wrong-state-stable',
  ],
  [
    'OperationError: Failed to set remote offer sdp: Called in wrong state: STATE_SENTOFFER',
    'wrong-state',
    'wrong-state-have-local-offer',
  ],
  [
    'InvalidStateError: Description type incompatible with current signaling state',
    'wrong-state',
    'wrong-state-stable',
  ],
  ['InvalidStateError: The remote description was null', 'no-remote', 'remote-description-null'],
  [
    "UnknownError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': something new",
    'operation',
    null,
  ],
  [
    "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': something new",
    'wrong-state',
    null,
  ],
  [
    "InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': something new",
    'wrong-state',
    null,
  ],
  [
    'NotAllowedError: The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
    'denied',
    'permission-denied',
  ],
  ["ReferenceError: Can't find variable: RTCPeerConnection", 'no-webrtc', 'no-rtcpeerconnection'],
]

test.each(REPORTED)('%s', (text, card, error) => {
  expect(recognise(splitText(text))).toEqual({ card, error })
})

describe('the operation that failed', () => {
  test.each([
    ["Failed to execute 'send' on 'RTCDataChannel': not open", 'send', 'not open'],
    ["Failed to construct 'RTCPeerConnection': bad", 'RTCPeerConnection', 'bad'],
    ['RTCPeerConnection.addTrack: At least 1', 'addTrack', 'At least 1'],
    [
      "PeerConnectionImpl.setConfiguration: 'x' must have a host",
      'RTCPeerConnection',
      "'x' must have a host",
    ],
    ['No remoteDescription.', null, 'No remoteDescription.'],
  ])('is split off "%s"', (message, operation, detail) => {
    expect(readProblem({ name: 'Error', message })).toEqual({ name: 'Error', operation, detail })
  })

  test('is not part of the message: its name changes only the card of a rule that asks for it', () => {
    const names = fc.constantFrom(
      'InvalidStateError',
      'InvalidAccessError',
      'OperationError',
      'TypeError',
      'X',
    )
    const operations = fc.constantFrom(
      'setRemoteDescription',
      'setLocalDescription',
      'createAnswer',
      'createOffer',
      'getStats',
      'readyState',
    )
    fc.assert(
      fc.property(names, operations, fc.stringMatching(/^[a-z ]{0,12}$/), (name, operation, says) => {
        const message = `Failed to execute '${operation}' on 'RTCPeerConnection': ${says}`
        expect(recognise({ name, message })).toEqual(recognise({ name, message: says }))
      }),
    )
  })

  test('any text is recognised as something', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string()), (name, message, called) => {
        expect(recognise({ name, message }, called).card).not.toBe('')
        expect(splitText(`${name}: ${message}`)).toBeDefined()
      }),
    )
  })
})

test('texts are grouped by engine and by whether they were seen, and none is printed twice', () => {
  for (const id of ERROR_IDS) {
    const grouped = groupTexts(id).flatMap(({ engine, texts }) => texts.map((text) => `${engine} ${text}`))
    expect(grouped, id).toEqual(listTexts(id).map(({ engine, text }) => `${engine} ${text}`))
    expect(new Set(grouped).size, id).toBe(grouped.length)
  }
})
