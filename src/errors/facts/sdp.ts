import type { ErrorFacts } from '../errorFacts'

/** Descriptions that the browser refuses. */
export const SDP = {
  'sdp-parse-error': {
    short: 'Failed to parse SessionDescription',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. hello Expect line: v=",
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. s- Expect line: s=",
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. a=ice-lite Expects m line.",
          "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription.",
        ],
      },
      firefox: {
        seen: [
          'OperationError: SIPCC Failed to parse SDP: SDP Parse Error on line 1:  End of line beyond end of buffer.',
          'OperationError: SIPCC Failed to parse SDP: SDP Parse Error on line 3:  t= timespec line not specified, validation failed.',
        ],
      },
    },
    steps: ['set-remote-offer', 'set-remote-answer'],
    concepts: ['sdp'],
    card: 'bad-sdp',
  },
  'm-line-order': {
    short: "The order of m-lines in answer doesn't match",
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: The order of m-lines in subsequent offer doesn't match order from previous offer/answer.",
        ],
      },
      firefox: {
        seen: [
          'InvalidAccessError: Answer and offer have different media types at m-line 0',
          'InvalidAccessError: Offer and answer have different number of m-lines (2 vs 1)',
          'InvalidAccessError: Remote description changes the media type of m-line 0; media type changes are only permitted when the m-section was previously disabled',
        ],
      },
    },
    steps: ['set-remote-answer', 'receive-answer'],
    concepts: ['sdp'],
    card: 'sections',
  },
  'fingerprint-missing': {
    short: 'Called with SDP without DTLS fingerprint',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Called with SDP without DTLS fingerprint.",
        ],
      },
      firefox: { seen: ['InvalidAccessError: Invalid description, no fingerprint attribute at level 0'] },
    },
    steps: ['set-remote-offer', 'create-offer'],
    concepts: ['security', 'sdp'],
    card: 'incomplete-sdp',
  },
  'ice-credentials-missing': {
    short: 'Called with SDP without ice-ufrag and ice-pwd',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: Called with SDP without ice-ufrag and ice-pwd.",
        ],
      },
      firefox: { seen: ['InvalidAccessError: Invalid description, no ice-ufrag attribute at level 0'] },
    },
    steps: ['set-remote-offer', 'create-offer'],
    concepts: ['ice', 'sdp'],
    card: 'incomplete-sdp',
  },
  'rtcp-mux-missing': {
    short: 'rtcp-mux must be enabled when BUNDLE is enabled',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote offer sdp: rtcp-mux must be enabled when BUNDLE is enabled.",
        ],
      },
      firefox: {
        seen: [
          'InvalidAccessError: m-section at level 0 is missing a=rtcp-mux, which is required by rtcpMuxPolicy',
        ],
      },
    },
    steps: ['set-remote-offer'],
    concepts: ['sdp'],
    card: 'incomplete-sdp',
  },
  'setup-role': {
    short: 'Answerer must use either active or passive value',
    operations: ['setRemoteDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Failed to apply the description for m= section with mid='0': Answerer must use either active or passive value for setup attribute.",
        ],
      },
      firefox: { seen: ['InvalidAccessError: Invalid answer, illegal setup attribute "actpass" at level 0'] },
    },
    steps: ['create-answer', 'set-remote-answer'],
    concepts: ['security', 'sdp'],
    card: 'incomplete-sdp',
  },
  'bundle-codec-collision': {
    short: 'A BUNDLE group contains a codec collision',
    operations: ['setLocalDescription'],
    texts: {
      chromium: {
        seen: [
          "InvalidAccessError: Failed to execute 'setLocalDescription' on 'RTCPeerConnection': Failed to set local offer sdp: A BUNDLE group contains a codec collision for header extension id=1. The id must be the same across all bundled media descriptions",
        ],
      },
    },
    steps: ['create-offer', 'set-local-offer'],
    concepts: ['sdp', 'perfect-negotiation'],
    card: 'bundle-clash',
  },
} as const satisfies Record<string, ErrorFacts>
