import type { ErrorFacts } from '../errorFacts'

/** Errors of getUserMedia(). */
export const CAMERA = {
  'permission-denied': {
    short: 'NotAllowedError: Permission denied',
    operations: ['getUserMedia'],
    texts: {
      chromium: {
        seen: ['NotAllowedError: Permission denied'],
        reported: ['NotAllowedError: Permission dismissed', 'NotAllowedError: Permission denied by system'],
      },
      firefox: {
        seen: [
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
        ],
      },
      safari: {
        reported: [
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
        ],
      },
    },
    steps: ['capture-media', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'denied',
  },
  'no-device': {
    short: 'NotFoundError',
    operations: ['getUserMedia'],
    texts: {
      chromium: { seen: ['NotFoundError: Requested device not found'] },
      firefox: { seen: ['NotFoundError: The object can not be found here.'] },
      safari: { reported: ['OverconstrainedError: Invalid constraint'] },
    },
    steps: ['capture-media', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'no-device',
  },
  'device-busy': {
    short: 'NotReadableError',
    operations: ['getUserMedia'],
    texts: {
      chromium: {
        seen: ['NotReadableError: Could not start audio source'],
        reported: ['NotReadableError: Could not start video source', 'NotReadableError: Device in use'],
      },
      firefox: { reported: ['NotReadableError: Failed to allocate videosource'] },
    },
    steps: ['capture-media', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'busy',
  },
  overconstrained: {
    short: 'OverconstrainedError',
    operations: ['getUserMedia'],
    texts: {
      chromium: { seen: ['OverconstrainedError'] },
      firefox: { seen: ['OverconstrainedError: Constraints could not be satisfied.'] },
      safari: { reported: ['OverconstrainedError: Invalid constraint'] },
    },
    steps: ['capture-media', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'constraint',
  },
  'page-not-secure': {
    short: 'navigator.mediaDevices is undefined',
    operations: ['getUserMedia'],
    texts: {
      chromium: { seen: ["TypeError: Cannot read properties of undefined (reading 'getUserMedia')"] },
      firefox: {
        seen: ['TypeError: can\'t access property "getUserMedia", navigator.mediaDevices is undefined'],
      },
      safari: {
        reported: [
          "TypeError: undefined is not an object (evaluating 'navigator.mediaDevices.getUserMedia')",
        ],
      },
    },
    steps: ['capture-media'],
    concepts: ['media'],
    card: 'insecure',
  },
  'iframe-policy': {
    short: 'NotAllowedError in an iframe',
    operations: ['getUserMedia'],
    texts: {
      chromium: { seen: ['NotAllowedError: Permission denied'] },
      firefox: {
        seen: [
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
        ],
      },
    },
    steps: ['capture-media'],
    concepts: ['media'],
    card: 'denied',
  },
  'no-kinds-requested': {
    short: 'At least one of audio and video must be requested',
    operations: ['getUserMedia'],
    texts: {
      chromium: {
        seen: [
          "TypeError: Failed to execute 'getUserMedia' on 'MediaDevices': At least one of audio and video must be requested",
        ],
      },
      firefox: { seen: ['TypeError: audio and/or video is required'] },
    },
    steps: ['capture-media'],
    concepts: ['media'],
    card: 'no-kinds',
  },
  'capture-aborted': {
    short: 'AbortError',
    operations: ['getUserMedia'],
    texts: {
      chromium: { reported: ['AbortError: Timeout starting video source'] },
      firefox: { reported: ['AbortError: Starting videoinput failed'] },
    },
    steps: ['capture-media', 'prepare-callee-media'],
    concepts: ['media'],
    card: 'aborted',
  },
} as const satisfies Record<string, ErrorFacts>
