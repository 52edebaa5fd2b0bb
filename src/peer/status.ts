import type { Description, PeerStatus } from '../../machines/contracts'

const SLOTS = [
  'pendingLocalDescription',
  'currentLocalDescription',
  'pendingRemoteDescription',
  'currentRemoteDescription',
] as const

/** Reads everything a panel shows of a connection. Null where the browser refuses to tell. */
export function readStatus(pc: RTCPeerConnection): PeerStatus | null {
  try {
    const { signalingState, iceGatheringState, iceConnectionState, connectionState } = pc
    const slots = SLOTS.map((slot) => [slot, toDescription(pc[slot])])
    const transceivers = pc.getTransceivers().map((transceiver) => ({
      mid: transceiver.mid,
      kind: transceiver.receiver.track.kind,
      direction: transceiver.direction,
      currentDirection: transceiver.currentDirection,
    }))
    return {
      signalingState,
      iceGatheringState,
      iceConnectionState,
      connectionState,
      ...(Object.fromEntries(slots) as Pick<PeerStatus, (typeof SLOTS)[number]>),
      transceivers,
    }
  } catch {
    return null
  }
}

/** What a connection that has been closed says: Firefox throws when its descriptions are read. */
export function closedStatus(last: PeerStatus): PeerStatus {
  return { ...last, signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' }
}

/** The fields of `next` that differ from `last`. */
export function diffStatus(last: PeerStatus | null, next: PeerStatus): Partial<PeerStatus> {
  if (last === null) return next
  const changed = Object.entries(next).filter(([key, value]) => !isSame(value, last[key as keyof PeerStatus]))
  return Object.fromEntries(changed)
}

/** Descriptions are long and looked at after every event: their texts are compared, not made into JSON first. */
function isSame(one: PeerStatus[keyof PeerStatus], other: PeerStatus[keyof PeerStatus]): boolean {
  if (one === other) return true
  if (isDescription(one) && isDescription(other)) return one.type === other.type && one.sdp === other.sdp
  return JSON.stringify(one) === JSON.stringify(other)
}

function isDescription(value: PeerStatus[keyof PeerStatus]): value is Description {
  return typeof value === 'object' && value !== null && 'sdp' in value
}

function toDescription(slot: RTCSessionDescription | null): Description | null {
  if (slot === null || (slot.type !== 'offer' && slot.type !== 'answer')) return null
  return { type: slot.type, sdp: slot.sdp }
}
