import type { ErrorFacts } from '../errorFacts'

/** Connections that cannot be created. */
export const SETUP = {
  'no-rtcpeerconnection': {
    short: 'RTCPeerConnection is not defined',
    operations: ['RTCPeerConnection'],
    texts: {
      chromium: { reported: ['ReferenceError: RTCPeerConnection is not defined'] },
      firefox: { seen: ['ReferenceError: RTCPeerConnection is not defined'] },
      safari: { reported: ["ReferenceError: Can't find variable: RTCPeerConnection"] },
    },
    steps: ['add-tracks'],
    concepts: ['security'],
    card: 'no-webrtc',
  },
  'ice-url-invalid': {
    short: 'is not a valid stun or turn URL',
    operations: ['RTCPeerConnection'],
    texts: {
      chromium: {
        seen: [
          "SyntaxError: Failed to construct 'RTCPeerConnection': 'http://x' is not a valid stun or turn URL.",
          "SyntaxError: Failed to construct 'RTCPeerConnection': ICE server parsing failed: Invalid hostname format",
        ],
      },
      firefox: {
        seen: [
          "SyntaxError: PeerConnectionImpl.setConfiguration: 'http://x' has unsupported scheme 'http' (must be stun/stuns/turn/turns)",
          "SyntaxError: PeerConnectionImpl.setConfiguration: 'stun://x' must have a host",
        ],
      },
    },
    steps: ['add-tracks', 'gather-candidates'],
    concepts: ['stun-turn'],
    card: 'ice-url',
  },
  'turn-credentials-missing': {
    short: 'Both username and credential are required',
    operations: ['RTCPeerConnection'],
    texts: {
      chromium: {
        seen: [
          'InvalidAccessError: Failed to construct \'RTCPeerConnection\': Both username and credential are required when the URL scheme is "turn" or "turns".',
        ],
      },
      firefox: {
        seen: ['InvalidAccessError: PeerConnectionImpl.setConfiguration: TURN server requires a username'],
      },
    },
    steps: ['add-tracks'],
    concepts: ['stun-turn'],
    card: 'turn-login',
  },
  'stuns-not-supported': {
    short: 'stuns scheme is not supported',
    operations: ['RTCPeerConnection'],
    texts: {
      firefox: {
        seen: [
          "NotSupportedError: PeerConnectionImpl.setConfiguration: 'stuns:192.0.2.1': stuns scheme is not supported",
        ],
      },
    },
    steps: ['add-tracks'],
    concepts: ['stun-turn'],
    card: 'stuns',
  },
  'too-many-connections': {
    short: 'Cannot create so many PeerConnections',
    operations: ['RTCPeerConnection'],
    texts: {
      chromium: {
        seen: [
          "UnknownError: Failed to construct 'RTCPeerConnection': Cannot create so many PeerConnections",
        ],
      },
    },
    steps: ['add-tracks', 'hang-up'],
    concepts: ['ice'],
    card: 'too-many',
  },
} as const satisfies Record<string, ErrorFacts>
