import type { ErrorFacts } from '../errorFacts'

/** Candidates and ICE servers that the browser refuses. */
export const ICE = {
  'candidate-refused': {
    short: 'Error processing ICE candidate',
    operations: ['addIceCandidate'],
    texts: {
      chromium: {
        seen: [
          "OperationError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': Error processing ICE candidate",
        ],
      },
      firefox: {
        seen: [
          "OperationError: Invalid candidate, no ':' (garbage)",
          'OperationError: Cannot set ICE candidate for level=<Nothing> mid=zz: No such transceiver.',
        ],
      },
    },
    steps: ['set-remote-offer', 'gather-candidates'],
    concepts: ['candidates'],
    card: 'candidate',
  },
  'candidate-without-mid': {
    short: 'Candidate missing values for both sdpMid and sdpMLineIndex',
    operations: ['addIceCandidate'],
    texts: {
      chromium: {
        seen: [
          "TypeError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': Candidate missing values for both sdpMid and sdpMLineIndex",
        ],
      },
      firefox: {
        seen: ['TypeError: Cannot add a candidate without specifying either sdpMid or sdpMLineIndex'],
      },
    },
    steps: ['set-remote-offer', 'send-offer'],
    concepts: ['candidates', 'signaling'],
    card: 'argument',
  },
  'unknown-ufrag': {
    short: 'Unknown ufrag',
    operations: ['addIceCandidate'],
    texts: { firefox: { seen: ['OperationError: Unknown ufrag (zzzz)'] } },
    steps: ['set-remote-offer', 'connected'],
    concepts: ['ice', 'candidates'],
    card: 'candidate',
  },
  'ice-401': {
    short: 'icecandidateerror 401',
    operations: [],
    texts: {
      chromium: { seen: ['errorCode: 401, errorText: "Unauthorized."'] },
      firefox: { seen: ['errorCode: 401, errorText: ""'] },
    },
    steps: ['gather-candidates'],
    concepts: ['stun-turn'],
    card: null,
  },
  'ice-438': {
    short: 'icecandidateerror 438',
    operations: [],
    texts: {
      chromium: { seen: ['errorCode: 438, errorText: "TURN allocate error."'] },
      firefox: { seen: ['errorCode: 438, errorText: ""'] },
    },
    steps: ['gather-candidates'],
    concepts: ['stun-turn'],
    card: null,
  },
  'allocation-refused': {
    short: 'icecandidateerror 486',
    operations: [],
    texts: {
      chromium: {
        seen: [
          'errorCode: 300, errorText: "Missing alternate server attribute."',
          'errorCode: 403, errorText: "TURN allocate error."',
          'errorCode: 437, errorText: "Maximum retries reached for allocation mismatch."',
          'errorCode: 486, errorText: "TURN allocate error."',
          'errorCode: 508, errorText: "TURN allocate error."',
        ],
      },
      firefox: {
        seen: [
          'errorCode: 300, errorText: ""',
          'errorCode: 403, errorText: ""',
          'errorCode: 437, errorText: ""',
          'errorCode: 486, errorText: ""',
          'errorCode: 65535, errorText: ""',
        ],
      },
    },
    steps: ['gather-candidates'],
    concepts: ['stun-turn'],
    card: null,
  },
  'ice-701': {
    short: 'icecandidateerror 701',
    operations: [],
    texts: {
      chromium: {
        seen: ['errorCode: 701, errorText: "STUN host lookup received error."'],
        reported: ['errorCode: 701, errorText: "STUN binding request timed out."'],
      },
      firefox: { seen: ['errorCode: 701, errorText: ""'] },
    },
    steps: ['gather-candidates'],
    concepts: ['stun-turn', 'ice'],
    card: null,
  },
} as const satisfies Record<string, ErrorFacts>
