/** All errors and silent failures that have a page, by family, in the order of their list. */
export const ERROR_GROUPS = [
  {
    id: 'calls',
    errors: [
      'wrong-state-stable',
      'wrong-state-have-remote-offer',
      'wrong-state-have-local-offer',
      'remote-description-null',
      'cannot-create-answer',
      'cannot-create-offer',
      'rollback-refused',
      'connection-closed',
      'sdp-modified',
      'track-added-twice',
      'missing-argument',
    ],
  },
  {
    id: 'camera',
    errors: [
      'permission-denied',
      'no-device',
      'device-busy',
      'overconstrained',
      'page-not-secure',
      'iframe-policy',
      'no-kinds-requested',
      'capture-aborted',
    ],
  },
  {
    id: 'setup',
    errors: [
      'no-rtcpeerconnection',
      'ice-url-invalid',
      'turn-credentials-missing',
      'stuns-not-supported',
      'too-many-connections',
    ],
  },
  {
    id: 'sdp',
    errors: [
      'sdp-parse-error',
      'm-line-order',
      'fingerprint-missing',
      'ice-credentials-missing',
      'rtcp-mux-missing',
      'setup-role',
      'bundle-codec-collision',
    ],
  },
  {
    id: 'ice',
    errors: [
      'candidate-refused',
      'candidate-without-mid',
      'unknown-ufrag',
      'ice-401',
      'ice-438',
      'allocation-refused',
      'ice-701',
    ],
  },
  {
    id: 'data',
    errors: ['channel-not-open', 'message-too-large', 'data-clone', 'signaling-closed'],
  },
  {
    id: 'path',
    errors: [
      'no-candidates',
      'no-srflx',
      'local-only',
      'same-network-only',
      'new-for-ever',
      'checking-failed',
      'disconnected',
      'dtls-failed',
      'gathering-slow',
    ],
  },
  {
    id: 'media',
    errors: [
      'black-video',
      'frozen-video',
      'one-way-media',
      'autoplay-refused',
      'no-sound',
      'echo',
      'track-ended',
      'side-muted',
      'camera-stays-on',
      'codec-rejected',
      'answer-lost',
      'glare',
      'negotiation-loop',
    ],
  },
] as const

export type ErrorGroupId = (typeof ERROR_GROUPS)[number]['id']

/** Folder under lessons/errors, address `/zh/errors/<id>/`, and target of `error:` links. */
export type ErrorId = (typeof ERROR_GROUPS)[number]['errors'][number]

export const ERROR_IDS: readonly ErrorId[] = ERROR_GROUPS.flatMap(({ errors }): readonly ErrorId[] => errors)

/** Whether a text from outside (an address, a link) names an error. */
export function isErrorId(text: string): text is ErrorId {
  return (ERROR_IDS as readonly string[]).includes(text)
}
