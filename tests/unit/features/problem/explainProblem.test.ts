import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StepId } from '../../../../machines/steps'
import { STEP_IDS } from '../../../../machines/steps'
import { ERROR_FACTS } from '../../../../src/errors/errors'
import { problemMeanings, problemTitles } from '../../../../src/i18n/messages/problems'
import { explainProblem } from '../../../../src/features/problem/explainProblem'
import { isFinal } from '../../../../src/session/isFinal'

/** Exceptions of Chromium 156 and Firefox 153, and the kind of problem each is. */
const SEEN: [kind: keyof typeof problemTitles, step: StepId, name: string, messages: string[]][] = [
  [
    'denied',
    'capture-media',
    'NotAllowedError',
    [
      'Permission denied',
      'Permission dismissed',
      'Permission denied by system',
      'The request is not allowed by the user agent or the platform in the current context.',
    ],
  ],
  [
    'no-device',
    'capture-media',
    'NotFoundError',
    ['Requested device not found', 'The object can not be found here.'],
  ],
  ['busy', 'capture-media', 'NotReadableError', ['Could not start video source', 'Device in use']],
  ['constraint', 'prepare-callee-media', 'OverconstrainedError', ['', 'Constraints could not be satisfied.']],
  ['aborted', 'capture-media', 'AbortError', ['Starting videoinput failed', 'Timeout starting video source']],
  ['forbidden', 'capture-media', 'SecurityError', ['Invalid security origin']],
  [
    'insecure',
    'capture-media',
    'TypeError',
    [
      "Cannot read properties of undefined (reading 'getUserMedia')",
      'can\'t access property "getUserMedia", navigator.mediaDevices is undefined',
    ],
  ],
  ['no-webrtc', 'add-tracks', 'ReferenceError', ['RTCPeerConnection is not defined']],
  ['no-webrtc', 'add-tracks', 'TypeError', ['RTCPeerConnection is not a constructor']],
  [
    'no-kinds',
    'capture-media',
    'TypeError',
    [
      "Failed to execute 'getUserMedia' on 'MediaDevices': At least one of audio and video must be requested",
      'audio and/or video is required',
    ],
  ],
  [
    'argument',
    'set-remote-offer',
    'TypeError',
    [
      'Candidate missing values for both sdpMid and sdpMLineIndex',
      'Cannot add a candidate without specifying either sdpMid or sdpMLineIndex',
      "Failed to read the 'type' property from 'RTCSessionDescriptionInit': The provided value 'foo' is not a valid enum value of type RTCSdpType.",
      "RTCPeerConnection.setRemoteDescription: Missing required 'type' member of RTCSessionDescriptionInit.",
      '1 argument required, but only 0 present.',
    ],
  ],
  [
    'ice-url',
    'add-tracks',
    'SyntaxError',
    [
      "Failed to construct 'RTCPeerConnection': ICE server parsing failed: Invalid hostname format",
      "PeerConnectionImpl.setConfiguration: 'stun://x' must have a host",
      "Failed to construct 'RTCPeerConnection': 'http://x' is not a valid stun or turn URL.",
      "PeerConnectionImpl.setConfiguration: 'turn:192.0.2.2:9?transport=tcp' uses a port that is blocked",
    ],
  ],
  [
    'turn-login',
    'set-remote-offer',
    'InvalidAccessError',
    [
      'Failed to construct \'RTCPeerConnection\': Both username and credential are required when the URL scheme is "turn" or "turns".',
      'PeerConnectionImpl.setConfiguration: TURN server requires a username',
    ],
  ],
  [
    'stuns',
    'add-tracks',
    'NotSupportedError',
    ["PeerConnectionImpl.setConfiguration: 'stuns:127.0.0.1': stuns scheme is not supported"],
  ],
  ['not-supported', 'create-offer', 'NotSupportedError', ['Operation is not supported']],
  [
    'too-many',
    'add-tracks',
    'UnknownError',
    ["Failed to construct 'RTCPeerConnection': Cannot create so many PeerConnections"],
  ],
  [
    'wire-closed',
    'send-offer',
    'InvalidStateError',
    [
      "Failed to execute 'postMessage' on 'BroadcastChannel': Channel is closed",
      'An attempt was made to use an object that is not, or is no longer, usable',
    ],
  ],
  [
    'closed',
    'create-offer',
    'InvalidStateError',
    ["The RTCPeerConnection's signalingState is 'closed'.", 'Peer connection is closed'],
  ],
  [
    'no-remote',
    'set-remote-offer',
    'InvalidStateError',
    ['The remote description was null', 'No remoteDescription.'],
  ],
  [
    'wrong-state',
    'set-remote-answer',
    'InvalidStateError',
    [
      'PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.',
      'Cannot create answer in stable',
      'PeerConnection cannot create an offer in a state other than stable or have-local-offer.',
      'Failed to set remote answer sdp: Called in wrong state: stable',
      'Cannot set remote answer in state stable',
      'Called in wrong signalingState: stable',
      'Cannot rollback local description in stable',
      'Cannot set remote offer or answer in current state have-remote-offer',
      'There is no connection yet.',
    ],
  ],
  [
    'changed-sdp',
    'set-local-offer',
    'InvalidModificationError',
    [
      'The SDP does not match the previously generated SDP for this type',
      'Cannot set local answer when createAnswer has not been called.',
      'SDP is modified in a non-acceptable way',
      'Changing the number of m-sections is not allowed',
    ],
  ],
  [
    'track-twice',
    'add-tracks',
    'InvalidAccessError',
    ['A sender already exists for the track.', 'This track is already set on a sender.'],
  ],
  [
    'incomplete-sdp',
    'set-remote-offer',
    'InvalidAccessError',
    [
      'Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.',
      'Invalid description, no fingerprint attribute at level 0',
      'Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.',
      'Invalid description, no ice-ufrag attribute at level 0',
      'Failed to set remote offer sdp: rtcp-mux must be enabled when BUNDLE is enabled.',
      'm-section at level 0 is missing a=rtcp-mux, which is required by rtcpMuxPolicy',
      "Failed to set remote answer sdp: Failed to apply the description for m= section with mid='0': Answerer must use either active or passive value for setup attribute.",
      'Invalid answer, illegal setup attribute "actpass" at level 0',
    ],
  ],
  [
    'sections',
    'set-remote-answer',
    'InvalidAccessError',
    [
      "Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
      'Answer and offer have different media types at m-line 0',
      'Offer and answer have different number of m-lines (2 vs 1)',
      'Remote description changes the media type of m-line 0; media type changes are only permitted when the m-section was previously disabled',
    ],
  ],
  ['invalid-access', 'set-remote-answer', 'InvalidAccessError', ['something else']],
  [
    'bad-sdp',
    'set-remote-offer',
    'OperationError',
    [
      'Failed to parse SessionDescription. hello Expect line: v=',
      'SIPCC Failed to parse SDP: SDP Parse Error on line 1:  End of line beyond end of buffer.',
    ],
  ],
  [
    'candidate',
    'set-remote-offer',
    'OperationError',
    [
      'Error processing ICE candidate',
      'Cannot set ICE candidate for level=<Nothing> mid=zz: No such transceiver.',
      'Unknown ufrag (zzzz)',
    ],
  ],
  [
    'operation',
    'set-local-offer',
    'OperationError',
    [
      "Failed to set local offer sdp: Failed to set local video description recv parameters for m-section with mid='0'.",
    ],
  ],
  [
    'clone',
    'send-offer',
    'DataCloneError',
    [
      "Failed to execute 'postMessage' on 'BroadcastChannel': #<RTCSessionDescription> could not be cloned.",
      'RTCSessionDescription object could not be cloned.',
    ],
  ],
]

describe.each(SEEN)('%s', (kind, step, name, messages) => {
  test.each(messages)(`${name}: %s`, (message) => {
    const { title, actions } = explainProblem({ name, message }, step)
    expect(title).toBe(problemTitles[kind])
    expect(actions).not.toEqual([])
    // The primary button knows without these texts whether a retry is useless.
    expect(isFinal({ name, message }, step)).toBe(actions.length === 1 && actions[0] === 'restart')
  })
})

test('every kind of problem but the unknown one has been seen', () => {
  // Kinds that do not occur on the call page are only in the facts of the errors.
  const kinds = new Set<string | null>([
    ...SEEN.map(([kind]) => kind),
    ...Object.values(ERROR_FACTS).map(({ card }) => card),
    'unknown',
  ])
  expect(Object.keys(problemTitles).filter((kind) => !kinds.has(kind))).toEqual([])
  expect(Object.keys(problemMeanings)).toEqual(Object.keys(problemTitles))
})

test('the constraint that could not be met is named in both languages', () => {
  const problem = { name: 'OverconstrainedError', message: '', constraint: 'frameRate' }
  const { meaning } = explainProblem(problem, 'capture-media')
  expect(meaning.zh).toContain('frameRate')
  expect(meaning.en).toContain('frameRate')
})

test('a refusal says how to allow capture again, in the words of both browsers', () => {
  const { hints } = explainProblem({ name: 'NotAllowedError', message: 'Permission denied' }, 'capture-media')
  expect(hints.map(({ en }) => en.split(':')[0])).toEqual(['Chrome, Edge', 'Firefox', 'Still refused'])
})

test.each(['capture-media', 'prepare-callee-media'] as const)('the test pattern is offered at %s', (step) => {
  expect(explainProblem({ name: 'NotFoundError', message: '' }, step).actions[0]).toBe('test-pattern')
})

test('an unknown exception is shown unchanged, with actions to continue', () => {
  expect(explainProblem({ name: 'CosmicRayError', message: 'bit 7' }, 'create-offer')).toEqual({
    title: problemTitles.unknown,
    meaning: problemMeanings.unknown,
    hints: [],
    actions: ['retry', 'restart'],
    error: null,
  })
})

test('the test pattern is offered only where something is captured', () => {
  const steps = fc.constantFrom(null, ...STEP_IDS)
  fc.assert(
    fc.property(fc.string(), fc.string(), steps, (name, message, step) => {
      const { actions, title, meaning } = explainProblem({ name, message }, step)
      expect(actions.length).toBeGreaterThan(0)
      expect(title.zh && title.en && meaning.zh && meaning.en).toBeTruthy()
    }),
  )
  for (const step of STEP_IDS.filter((id) => !['capture-media', 'prepare-callee-media'].includes(id))) {
    expect(explainProblem({ name: 'AbortError', message: '' }, step).actions).not.toContain('test-pattern')
  }
})
