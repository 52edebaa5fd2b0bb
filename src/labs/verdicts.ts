import type { PeerStatus } from '../../machines/contracts'

/** Why an operation is refused, or what is surprising about it. Its words: src/i18n/messages/traps.ts. */
export const REASONS = [
  'no-argument',
  'no-connection',
  'closed',
  'wrong-state',
  'sdp-modified',
  'unreadable-sdp',
  'no-remote-description',
  'candidate-place',
  'unknown-section',
  'unknown-ufrag',
  'unreadable-candidate',
  'track-twice',
  'nothing-captured',
  'unknown-object',
  'wrong-kind',
  'unknown-codec',
  'transceiver-stopped',
  'bundle-fixed',
  'server-url',
  'turn-without-password',
  'channel-not-open',
  'channel-id-missing',
  'nothing-added',
  'rolls-back',
  'replaces-connection',
  'draft-not-set',
  'needs-offer',
  'after-answer',
  'own-section',
  'receives-only',
  'relay-without-turn',
  'restart-alone',
  'nothing-to-restart',
  'next-offer',
  'not-told',
] as const
export type Reason = (typeof REASONS)[number]

/** What the specification says of an operation before it runs. `section`: of WebRTC, with the section sign. */
export type Expectation =
  | { expect: 'allowed'; error?: undefined; reason?: undefined; section?: undefined }
  | { expect: 'refused'; error: string; reason: Reason; section?: string }
  | { expect: 'trap'; error?: undefined; reason: Reason; section?: string }

/** Nothing speaks against it. */
export const ALLOWED: Expectation = { expect: 'allowed' }

/** It is refused with an error. No section: the application refuses it, before the browser is asked. */
export function refused(error: string, reason: Reason, section: string | null): Expectation {
  return { expect: 'refused', error, reason, ...(section !== null && { section: `WebRTC ${section}` }) }
}

/** It is allowed, but does something that surprises. */
export function trap(reason: Reason, section: string): Expectation {
  return { expect: 'trap', reason, section: `WebRTC ${section}` }
}

/** Whether close() was called on a connection. */
export function isClosed({ signalingState }: PeerStatus): boolean {
  return signalingState === 'closed'
}
