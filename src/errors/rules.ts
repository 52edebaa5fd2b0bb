import type { CardKind } from './cardKinds'
import type { ErrorId } from './errorIds'

/** One kind of exception, identified by its name, the operation that failed and its message. */
export interface Rule {
  readonly error: ErrorId | null
  readonly card: CardKind
  /** Names of the exception; if absent, any name fits. */
  readonly names?: readonly string[]
  /** The rule fits only if the text names one of these, or names none and the step calls one. */
  readonly operations?: readonly string[]
  /** The message, without the name of the method. */
  readonly detail?: RegExp
}

const STATE = ['InvalidStateError', 'OperationError']
const ACCESS = ['InvalidAccessError']

/** The first rule that fits counts. Each text was provoked by tests/browser/errors.spec.ts or is in a public report. */
export const RULES: readonly Rule[] = [
  // play() is refused with the same name as getUserMedia().
  { error: 'autoplay-refused', card: 'autoplay', names: ['NotAllowedError'], operations: ['play'] },
  {
    error: 'autoplay-refused',
    card: 'autoplay',
    names: ['NotAllowedError'],
    detail: /^play\(\) failed|^The play method/,
  },
  { error: 'permission-denied', card: 'denied', names: ['NotAllowedError'] },
  { error: 'no-device', card: 'no-device', names: ['NotFoundError'] },
  { error: 'device-busy', card: 'busy', names: ['NotReadableError'] },
  { error: 'overconstrained', card: 'constraint', names: ['OverconstrainedError'] },
  { error: 'capture-aborted', card: 'aborted', names: ['AbortError'] },
  { error: null, card: 'forbidden', names: ['SecurityError'] },

  {
    error: 'no-rtcpeerconnection',
    card: 'no-webrtc',
    names: ['ReferenceError'],
    detail: /\bRTCPeerConnection\b/,
  },
  {
    error: 'no-rtcpeerconnection',
    card: 'no-webrtc',
    names: ['TypeError'],
    detail: /RTCPeerConnection is not a constructor/,
  },
  {
    error: 'page-not-secure',
    card: 'insecure',
    names: ['TypeError'],
    detail: /undefined.*getUserMedia|getUserMedia.*undefined/s,
  },
  { error: 'no-kinds-requested', card: 'no-kinds', names: ['TypeError'], detail: /audio and(?:\/or)? video/ },
  {
    error: 'message-too-large',
    card: 'too-large',
    names: ['TypeError'],
    operations: ['send'],
    detail: /message/i,
  },
  { error: 'candidate-without-mid', card: 'argument', names: ['TypeError'], detail: /sdpMid/ },
  { error: 'missing-argument', card: 'argument', names: ['TypeError'] },

  { error: 'ice-url-invalid', card: 'ice-url', names: ['SyntaxError'] },
  {
    error: 'turn-credentials-missing',
    card: 'turn-login',
    names: ACCESS,
    operations: ['RTCPeerConnection'],
    detail: /username/i,
  },
  { error: 'stuns-not-supported', card: 'stuns', names: ['NotSupportedError'], detail: /\bstuns\b/ },
  { error: null, card: 'not-supported', names: ['NotSupportedError'] },
  { error: 'too-many-connections', card: 'too-many', detail: /so many PeerConnections/ },

  {
    error: 'connection-closed',
    card: 'closed',
    names: STATE,
    detail: /signalingState is 'closed'|connection is closed/i,
  },
  // Firefox's text names neither the channel nor the method.
  {
    error: 'signaling-closed',
    card: 'wire-closed',
    names: ['InvalidStateError'],
    operations: ['postMessage'],
  },
  { error: 'channel-not-open', card: 'channel', names: STATE, operations: ['send'] },
  { error: 'channel-not-open', card: 'channel', names: STATE, detail: /readyState is not 'open'/ },
  { error: 'data-clone', card: 'clone', names: ['DataCloneError'] },

  {
    error: 'remote-description-null',
    card: 'no-remote',
    detail: /remote description was null|no remote ?description/i,
  },
  {
    error: 'wrong-state-have-remote-offer',
    card: 'wrong-state',
    detail: /Called in wrong state: k?have-?remote-?offer/i,
  },
  {
    error: 'wrong-state-have-local-offer',
    card: 'wrong-state',
    detail: /Called in wrong state: (?:k?have-?local-?offer|STATE_SENT)/i,
  },
  {
    error: 'wrong-state-stable',
    card: 'wrong-state',
    detail: /Called in wrong state:|in state stable$|incompatible with current signaling state/i,
  },
  {
    error: 'wrong-state-have-remote-offer',
    card: 'wrong-state',
    names: STATE,
    detail: /^Cannot set .* state have-remote-offer$/,
  },
  {
    error: 'wrong-state-have-local-offer',
    card: 'wrong-state',
    names: STATE,
    detail: /^Cannot set .* state have-local-offer$/,
  },
  { error: 'rollback-refused', card: 'wrong-state', detail: /wrong signalingState|cannot rollback/i },
  { error: 'cannot-create-answer', card: 'wrong-state', detail: /cannot create (?:an )?answer/i },
  { error: 'cannot-create-offer', card: 'wrong-state', detail: /cannot create (?:an )?offer/i },
  { error: null, card: 'wrong-state', names: ['InvalidStateError'] },

  { error: 'sdp-modified', card: 'changed-sdp', names: ['InvalidModificationError'] },
  {
    error: 'track-added-twice',
    card: 'track-twice',
    names: ACCESS,
    operations: ['addTrack'],
    detail: /\bsender\b/,
  },
  { error: 'fingerprint-missing', card: 'incomplete-sdp', detail: /without DTLS fingerprint|no fingerprint/ },
  {
    error: 'ice-credentials-missing',
    card: 'incomplete-sdp',
    detail: /without ice-ufrag|no ice-(?:ufrag|pwd)/,
  },
  { error: 'rtcp-mux-missing', card: 'incomplete-sdp', names: ACCESS, detail: /rtcp-mux/ },
  { error: 'setup-role', card: 'incomplete-sdp', names: ACCESS, detail: /setup attribute/ },
  {
    error: 'bundle-codec-collision',
    card: 'bundle-clash',
    detail: /BUNDLE group contains a codec collision/,
  },
  {
    error: 'sdp-modified',
    card: 'changed-sdp',
    operations: ['setLocalDescription'],
    detail: /matching no m= section/,
  },
  { error: 'm-line-order', card: 'sections', names: ACCESS, detail: /m-lines?\b|m-section/ },
  { error: null, card: 'invalid-access', names: ACCESS },

  { error: 'sdp-parse-error', card: 'bad-sdp', detail: /parse (?:SessionDescription|SDP)/ },
  { error: 'unknown-ufrag', card: 'candidate', detail: /^Unknown ufrag/ },
  {
    error: 'candidate-refused',
    card: 'candidate',
    names: ['OperationError'],
    operations: ['addIceCandidate'],
  },
  { error: 'candidate-refused', card: 'candidate', detail: /ICE candidate|^Invalid candidate/ },
  { error: null, card: 'operation', names: ['OperationError', 'UnknownError'] },
]
