import type { ErrorFacts } from '../errorFacts'

/** Data channel messages that are not sent. */
export const DATA = {
  'channel-not-open': {
    short: "RTCDataChannel.readyState is not 'open'",
    operations: ['send'],
    texts: {
      chromium: {
        seen: [
          "InvalidStateError: Failed to execute 'send' on 'RTCDataChannel': RTCDataChannel.readyState is not 'open'",
        ],
      },
      firefox: {
        seen: [
          'InvalidStateError: An attempt was made to use an object that is not, or is no longer, usable',
        ],
      },
      safari: { reported: ['InvalidStateError: The object is in an invalid state.'] },
    },
    steps: ['add-tracks', 'connected'],
    concepts: ['data-channels'],
    card: 'channel',
  },
  'message-too-large': {
    short: 'larger than max-message-size',
    operations: ['send'],
    texts: {
      chromium: {
        seen: [
          "TypeError: Failed to execute 'send' on 'RTCDataChannel': Trying to send message larger than max-message-size",
        ],
      },
      firefox: { seen: ['TypeError: RTCDataChannel.send: Message size (65537) exceeds maxMessageSize'] },
    },
    steps: ['connected'],
    concepts: ['data-channels'],
    card: 'too-large',
  },
  'data-clone': {
    short: 'could not be cloned',
    operations: ['postMessage'],
    texts: {
      chromium: {
        seen: [
          "DataCloneError: Failed to execute 'postMessage' on 'BroadcastChannel': RTCSessionDescription object could not be cloned.",
          "DataCloneError: Failed to execute 'postMessage' on 'BroadcastChannel': RTCIceCandidate object could not be cloned.",
        ],
      },
      firefox: {
        seen: [
          'DataCloneError: RTCSessionDescription object could not be cloned.',
          'DataCloneError: RTCIceCandidate object could not be cloned.',
        ],
      },
      safari: { reported: ['DataCloneError: The object can not be cloned.'] },
    },
    steps: ['send-offer', 'send-answer'],
    concepts: ['signaling'],
    card: 'clone',
  },
  'signaling-closed': {
    short: 'Channel is closed',
    operations: ['postMessage'],
    texts: {
      chromium: {
        seen: ["InvalidStateError: Failed to execute 'postMessage' on 'BroadcastChannel': Channel is closed"],
      },
      firefox: {
        seen: [
          'InvalidStateError: An attempt was made to use an object that is not, or is no longer, usable',
        ],
      },
    },
    steps: ['send-offer', 'send-answer'],
    concepts: ['signaling'],
    card: 'wire-closed',
  },
} as const satisfies Record<string, ErrorFacts>
