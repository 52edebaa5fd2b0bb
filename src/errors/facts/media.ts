import type { ErrorFacts } from '../errorFacts'

/** The call is connected, but part of the media is missing. */
export const MEDIA = {
  'black-video': {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['enabled: false, muted: false, readyState: live, brightest pixel: 0'] },
      firefox: { seen: ['enabled: false, muted: false, readyState: live, brightest pixel: 0'] },
    },
    steps: ['connected', 'set-remote-answer'],
    concepts: ['media'],
    card: null,
  },
  'frozen-video': {
    short: null,
    operations: [],
    texts: {
      chromium: {
        reported: ['connectionState: connected, remote track: readyState: live, framesDecoded stands still'],
      },
    },
    steps: ['connected'],
    concepts: ['media', 'ice'],
    card: null,
  },
  'one-way-media': {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['caller: direction: sendrecv, currentDirection: sendonly'] },
      firefox: { seen: ['caller: direction: sendrecv, currentDirection: sendonly'] },
    },
    steps: ['prepare-callee-media', 'create-answer'],
    concepts: ['media', 'sdp'],
    card: null,
  },
  'autoplay-refused': {
    short: 'play() failed',
    operations: ['play'],
    texts: {
      chromium: {
        seen: [
          "NotAllowedError: play() failed because the user didn't interact with the document first. https://goo.gl/xX8pDD",
        ],
      },
      firefox: {
        seen: [
          'NotAllowedError: The play method is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
        ],
      },
      safari: {
        reported: [
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
        ],
      },
    },
    steps: ['set-remote-answer'],
    concepts: ['media'],
    card: 'autoplay',
  },
  'no-sound': {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['video.muted: true, paused: false, volume: 1'] },
      firefox: { seen: ['video.muted: true, paused: false, volume: 1'] },
    },
    steps: ['connected', 'set-remote-answer'],
    concepts: ['media'],
    card: null,
  },
  echo: {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['track.getSettings().echoCancellation: false'] },
      firefox: { seen: ['track.getSettings().echoCancellation: false'] },
    },
    steps: ['capture-media'],
    concepts: ['media'],
    card: null,
  },
  'track-ended': {
    short: 'ended',
    operations: [],
    texts: {
      chromium: { seen: ['readyState: ended, sender.track.readyState: ended'] },
      firefox: { seen: ['readyState: ended, sender.track.readyState: ended'] },
    },
    steps: ['capture-media', 'connected'],
    concepts: ['media'],
    card: null,
  },
  'side-muted': {
    short: 'muted: true',
    operations: [],
    texts: {
      chromium: {
        seen: ['remote track before its first packet: muted: true, enabled: true, readyState: live'],
      },
      firefox: {
        seen: ['remote track before its first packet: muted: true, enabled: true, readyState: live'],
      },
    },
    steps: ['connected'],
    concepts: ['media'],
    card: null,
  },
  'camera-stays-on': {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['after pc.close(): signalingState: closed, track.readyState: live'] },
      firefox: { seen: ['after pc.close(): signalingState: closed, track.readyState: live'] },
    },
    steps: ['hang-up'],
    concepts: ['media'],
    card: null,
  },
  'codec-rejected': {
    short: 'm=video 0',
    operations: [],
    texts: { chromium: { seen: ['answer: m=video 0'] }, firefox: { seen: ['answer: m=video 0'] } },
    steps: ['create-answer'],
    concepts: ['media', 'sdp'],
    card: null,
  },
  'answer-lost': {
    short: 'have-local-offer',
    operations: [],
    texts: {
      chromium: { seen: ['caller: signalingState: have-local-offer; callee: signalingState: stable'] },
      firefox: { seen: ['caller: signalingState: have-local-offer; callee: signalingState: stable'] },
    },
    steps: ['send-answer', 'receive-answer'],
    concepts: ['signaling'],
    card: null,
  },
  glare: {
    short: null,
    operations: [],
    texts: {
      chromium: { seen: ['both ends: signalingState: stable, iceConnectionState: new'] },
      firefox: { seen: ['both ends: signalingState: stable, iceConnectionState: new'] },
    },
    steps: ['set-remote-offer', 'set-local-offer'],
    concepts: ['perfect-negotiation'],
    card: null,
  },
  'negotiation-loop': {
    short: 'negotiationneeded',
    operations: [],
    texts: {
      chromium: { seen: ['negotiationneeded: once a round; transceivers after 3 rounds: 5'] },
      firefox: { seen: ['negotiationneeded: once a round; transceivers after 3 rounds: 5'] },
    },
    steps: ['add-tracks', 'connected'],
    concepts: ['perfect-negotiation'],
    card: null,
  },
} as const satisfies Record<string, ErrorFacts>
