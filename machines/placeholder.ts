import type { Candidate, EndContext } from './contracts'

/**
 * A candidate that no host has: the unspecified address, the discard port, the lowest priority. No packet is ever sent
 * to it, and Firefox 153 keeps its pair `in-progress` without end (measured for 15 minutes, in a background tab).
 */
const LINE = 'candidate:placeholder 1 udp 255 0.0.0.0 9 typ host'

/** The placeholder for an end's connection, in its first section: the bundle shares that transport (RFC 9143 §7.3). */
export function placeholderFor({ peer }: EndContext<string>): Candidate {
  return {
    candidate: LINE,
    sdpMid: peer?.transceivers[0]?.mid ?? '0',
    sdpMLineIndex: 0,
    usernameFragment: null,
  }
}

/**
 * Whether the ICE agent of this end would soon give up: it has set its answer, it has no pair to check while the answer
 * travels, and this browser does not wait by itself. Where real addresses are known, a pair is checked at once.
 */
export function needsPlaceholder({ patience, placeholder, peer }: EndContext<string>): boolean {
  if (patience === 'unknown' || patience === 'waits' || placeholder !== null || peer === null) return false
  if (peer.currentLocalDescription?.type !== 'answer') return false
  return (
    peer.signalingState === 'stable' && peer.iceConnectionState === 'new' && peer.connectionState === 'new'
  )
}
