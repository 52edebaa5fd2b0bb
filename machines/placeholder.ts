import type { Candidate, Description, EndContext } from './contracts'

/**
 * A candidate that no host has: the unspecified address, the discard port, the lowest priority. No packet is ever sent
 * to it, and Firefox 153 keeps its pair `in-progress` without end (measured for 15 minutes, in a background tab).
 */
export const PLACEHOLDER = 'candidate:placeholder 1 udp 255 0.0.0.0 9 typ host'

/**
 * The placeholder for an end's connection, in the first section of the other end's description that has a transport: the
 * bundle shares it (RFC 9143 §7.3).
 */
export function placeholderFor({ peer }: EndContext<string>): Candidate {
  const place = firstTransport(peer?.currentRemoteDescription ?? null)
  return {
    candidate: PLACEHOLDER,
    sdpMid: place?.mid ?? '0',
    sdpMLineIndex: place?.index ?? 0,
    usernameFragment: null,
  }
}

/** The first section that was not rejected; null if there is none, so that ICE has nothing to do. */
function firstTransport(description: Description | null): { index: number; mid: string } | null {
  const sections = description?.sdp.split(/^m=/m).slice(1) ?? []
  const index = sections.findIndex((section) => !/^\S+ 0 /.test(section))
  const mid = /^a=mid:(\S+)/m.exec(sections[index] ?? '')?.[1]
  return index === -1 ? null : { index, mid: mid ?? String(index) }
}

/**
 * Whether the ICE agent of this end would soon give up: it has set its answer, it has no pair to check while the answer
 * travels, and this browser does not wait by itself. Where real addresses are known, a pair is checked at once.
 */
export function needsPlaceholder(context: EndContext<string>): boolean {
  return context.peer?.currentLocalDescription?.type === 'answer' && wouldGiveUp(context)
}

/** As needsPlaceholder, for an end that has negotiated, whether it offered or answered. */
export function wouldGiveUp({ patience, placeholder, peer }: EndContext<string>): boolean {
  if (patience === 'unknown' || patience === 'waits' || placeholder !== null || peer === null) return false
  if (firstTransport(peer.currentRemoteDescription) === null) return false
  return (
    peer.signalingState === 'stable' && peer.iceConnectionState === 'new' && peer.connectionState === 'new'
  )
}
