import type { ErrorFacts } from '../errorFacts'

/** No error is reported, but the connection is not established. */
export const PATH = {
  'no-candidates': {
    short: null,
    operations: [],
    texts: {
      chromium: {
        seen: [
          'signalingState: have-local-offer, iceGatheringState: new, m-lines: 0, icecandidate events: 0',
        ],
      },
      firefox: {
        seen: [
          'signalingState: have-local-offer, iceGatheringState: new, m-lines: 0, icecandidate events: 0',
        ],
      },
    },
    steps: ['add-tracks', 'set-local-offer', 'gather-candidates'],
    concepts: ['ice', 'candidates'],
    card: null,
  },
  'no-srflx': {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['iceGatheringState: complete, iceServers: 0, candidate types: host'] },
      firefox: { seen: ['iceGatheringState: complete, iceServers: 0, candidate types: host'] },
    },
    steps: ['gather-candidates'],
    concepts: ['candidates', 'stun-turn', 'nat'],
    card: null,
  },
  'local-only': {
    short: 'xxxxxxxx-….local',
    operations: [],
    texts: {
      chromium: { seen: ['host candidates: <uuid>.local only'] },
      firefox: { seen: ['host candidates: <uuid>.local only'] },
    },
    steps: ['gather-candidates'],
    concepts: ['candidates'],
    card: null,
  },
  'same-network-only': {
    short: null,
    operations: [],
    texts: {
      chromium: {
        reported: [
          'both ends: candidate types: host; iceConnectionState: checking, then disconnected; connectionState: failed',
        ],
      },
      firefox: {
        reported: [
          'both ends: candidate types: host; iceConnectionState: checking, then failed; connectionState: failed',
        ],
      },
    },
    steps: ['gather-candidates', 'connected'],
    concepts: ['nat', 'stun-turn'],
    card: null,
  },
  'new-for-ever': {
    short: 'connectionState: new',
    operations: [],
    texts: {
      chromium: { seen: ['7 s after the answer, no candidate delivered: connectionState: new'] },
      firefox: { seen: ['7 s after the answer, no candidate delivered: connectionState: failed'] },
    },
    steps: ['receive-answer', 'connected'],
    concepts: ['ice', 'signaling'],
    card: null,
  },
  'checking-failed': {
    short: 'connectionState: failed',
    operations: [],
    texts: {
      chromium: {
        reported: ['15 s after checking: iceConnectionState: disconnected, connectionState: failed'],
      },
      firefox: {
        reported: [
          '11 s after checking: iceConnectionState: failed, connectionState: failed',
          'ICE failed, add a STUN server and see about:webrtc for more details',
        ],
      },
    },
    steps: ['connected'],
    concepts: ['ice', 'nat', 'stun-turn'],
    card: null,
  },
  disconnected: {
    short: 'connectionState: disconnected',
    operations: [],
    texts: {
      chromium: { reported: ['5 s without packets: connectionState: disconnected; after 15 s: failed'] },
    },
    steps: ['connected', 'hang-up'],
    concepts: ['ice'],
    card: null,
  },
  'dtls-failed': {
    short: 'connected, yet failed',
    operations: [],
    texts: {
      chromium: { seen: ['iceConnectionState: connected, connectionState: failed, DTLS transport: failed'] },
      firefox: { seen: ['iceConnectionState: connected, connectionState: failed, DTLS transport: failed'] },
    },
    steps: ['set-remote-answer', 'connected'],
    concepts: ['security'],
    card: null,
  },
  'gathering-slow': {
    short: 'iceGatheringState: gathering',
    operations: [],
    texts: {
      chromium: { reported: ['39.9 s until iceGatheringState: complete, where a STUN server is silent'] },
      firefox: { reported: ['11.1 s until iceGatheringState: complete, where a STUN server is silent'] },
    },
    steps: ['gather-candidates'],
    concepts: ['ice', 'stun-turn'],
    card: null,
  },
} as const satisfies Record<string, ErrorFacts>
