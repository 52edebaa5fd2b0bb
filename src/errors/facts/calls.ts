import type { ErrorFacts } from '../errorFacts'

/** Calls made at the wrong time, or twice. */
export const CALLS = {
  'wrong-state-stable': {
    short: 'Called in wrong state: stable',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: stable",
        ],
        reported: [
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: kStable",
          'OperationError: Failed to set remote answer sdp: Called in wrong state: STATE_INPROGRESS',
        ],
      },
      firefox: { seen: ['InvalidStateError: Cannot set remote answer in state stable'] },
      safari: { reported: ['InvalidStateError: Description type incompatible with current signaling state'] },
    },
    steps: ['set-remote-answer', 'set-local-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'wrong-state',
  },
  'wrong-state-have-remote-offer': {
    short: 'Called in wrong state: have-remote-offer',
    operations: ['setRemoteDescription', 'setLocalDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: have-remote-offer",
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Failed to set local offer sdp: Called in wrong state: have-remote-offer",
        ],
        reported: [
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: kHaveRemoteOffer",
        ],
      },
      firefox: {
        seen: [
          'InvalidStateError: Cannot set remote offer or answer in current state have-remote-offer',
          'InvalidStateError: Cannot set local offer in state have-remote-offer',
        ],
      },
    },
    steps: ['set-remote-answer', 'set-local-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'wrong-state',
  },
  'wrong-state-have-local-offer': {
    short: 'Called in wrong state: have-local-offer',
    operations: ['setLocalDescription', 'setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Failed to set local answer sdp: Called in wrong state: have-local-offer",
        ],
        reported: ['OperationError: Failed to set remote offer sdp: Called in wrong state: STATE_SENTOFFER'],
      },
      firefox: { seen: ['InvalidStateError: Cannot set local offer or answer in state have-local-offer'] },
    },
    steps: ['set-local-answer', 'set-remote-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'wrong-state',
  },
  'remote-description-null': {
    short: 'The remote description was null',
    operations: ['addIceCandidate'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The remote description was null",
        ],
      },
      firefox: { seen: ['InvalidStateError: No remoteDescription.'] },
      safari: { reported: ['InvalidStateError: The remote description was null'] },
    },
    steps: ['set-remote-offer', 'receive-answer'],
    concepts: ['candidates', 'signaling'],
    card: 'no-remote',
  },
  'cannot-create-answer': {
    short: 'cannot create an answer',
    operations: ['createAnswer'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'createAnswer' on 'RTCPeerConnection': PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.",
        ],
      },
      firefox: {
        seen: [
          'InvalidStateError: Cannot create answer in stable',
          'InvalidStateError: Cannot create answer in have-local-offer',
        ],
      },
    },
    steps: ['create-answer', 'set-remote-offer'],
    concepts: ['sdp'],
    card: 'wrong-state',
  },
  'cannot-create-offer': {
    short: 'cannot create an offer',
    operations: ['createOffer'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'createOffer' on 'RTCPeerConnection': PeerConnection cannot create an offer in a state other than stable or have-local-offer.",
        ],
      },
      firefox: { seen: ['InvalidStateError: Cannot create offer in have-remote-offer'] },
    },
    steps: ['create-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'wrong-state',
  },
  'rollback-refused': {
    short: 'Called in wrong signalingState',
    operations: ['setLocalDescription', 'setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Called in wrong signalingState: stable",
        ],
      },
      firefox: {
        seen: [
          'InvalidStateError: Cannot rollback local description in stable',
          'InvalidStateError: Cannot rollback remote description in have-local-offer',
        ],
      },
    },
    steps: ['set-local-offer', 'set-remote-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'wrong-state',
  },
  'connection-closed': {
    short: "signalingState is 'closed'",
    operations: ['createOffer', 'setRemoteDescription', 'addIceCandidate', 'addTrack'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'createOffer' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
          "InvalidStateError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
          "InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
          "InvalidStateError: Failed to execute 'addTrack' on 'RTCPeerConnection': The RTCPeerConnection's signalingState is 'closed'.",
        ],
      },
      firefox: { seen: ['InvalidStateError: Peer connection is closed'] },
    },
    steps: ['hang-up'],
    concepts: ['signaling'],
    card: 'closed',
  },
  'sdp-modified': {
    short: 'The SDP does not match',
    operations: ['setLocalDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidModificationError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': The SDP does not match the previously generated SDP for this type",
          "InvalidAccessError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Failed to set local offer sdp: A BUNDLE group contains a MID='1' matching no m= section.",
        ],
        reported: [
          "InvalidModificationError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': SDP is modified in a non-acceptable way",
        ],
      },
      firefox: {
        seen: [
          'InvalidModificationError: Cannot set local answer when createAnswer has not been called.',
          'InvalidModificationError: Changing the number of m-sections is not allowed',
          'InvalidModificationError: Changing the mid of m-sections is not allowed.',
        ],
      },
    },
    steps: ['set-local-offer', 'create-offer', 'set-local-answer'],
    concepts: ['sdp'],
    card: 'changed-sdp',
  },
  'track-added-twice': {
    short: 'A sender already exists for the track',
    operations: ['addTrack'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'addTrack' on 'RTCPeerConnection': A sender already exists for the track.",
        ],
      },
      firefox: { seen: ['InvalidAccessError: This track is already set on a sender.'] },
    },
    steps: ['add-tracks', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'track-twice',
  },
  'missing-argument': {
    short: 'TypeError',
    operations: ['addTrack', 'setRemoteDescription', 'replaceTrack'],
    texts: {
      chromium: {
        seen: [
          "TypeError: Failed to execute 'addTrack' on 'RTCPeerConnection': 1 argument required, but only 0 present.",
          "TypeError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to read the 'type' property from 'RTCSessionDescriptionInit': The provided value 'foo' is not a valid enum value of type RTCSdpType.",
          "TypeError: Failed to execute 'replaceTrack' on 'RTCRtpSender': Track kind does not match Sender kind",
        ],
      },
      firefox: {
        seen: [
          'TypeError: RTCPeerConnection.addTrack: At least 1 argument required, but only 0 passed',
          "TypeError: RTCPeerConnection.setRemoteDescription: 'foo' (value of 'type' member of RTCSessionDescriptionInit) is not a valid value for enumeration RTCSdpType.",
          "TypeError: RTCPeerConnection.setRemoteDescription: Missing required 'type' member of RTCSessionDescriptionInit.",
          'TypeError: Cannot replaceTrack with a different kind!',
        ],
      },
    },
    steps: ['set-remote-offer', 'add-tracks'],
    concepts: ['sdp', 'signaling'],
    card: 'argument',
  },
} as const satisfies Record<string, ErrorFacts>
