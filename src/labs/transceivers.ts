import type { PeerStatus, TransceiverStatus } from '../../machines/contracts'

/** A transceiver with the name by which operations find it. */
export interface NamedTransceiver {
  id: string
  status: TransceiverStatus
}

/**
 * The transceivers of a connection. A stopped one leaves the list (WebRTC §4.4.1.5), so a place in it is no name; only
 * recordings of older versions have no other.
 */
export function transceiversOf(peer: PeerStatus | null): NamedTransceiver[] {
  return (peer?.transceivers ?? []).map((status, index) => ({
    id: status.id ?? `transceiver-${String(index)}`,
    status,
  }))
}

/** The transceiver of a name; undefined if the connection does not have it (any more). */
export function findTransceiver(peer: PeerStatus | null, id: unknown): TransceiverStatus | undefined {
  return transceiversOf(peer).find((one) => one.id === id)?.status
}
