import type { PeerStatus } from '../../machines/contracts'
import { SLOT_FIELDS } from '../../machines/fields'
import type { SlotField } from '../../machines/fields'
import type { Names } from './names'

/** What a description slot can hold (WebRTC §4.4.1.1): never a rollback, but possibly a provisional answer. */
export interface SlotDescription {
  type: Exclude<RTCSdpType, 'rollback'>
  sdp: string
}

/** The live state of one RTCPeerConnection, including provisional answers, which the steps of a call never set. */
export type ConnectionStatus = Omit<PeerStatus, SlotField> & Record<SlotField, SlotDescription | null>

type Value = ConnectionStatus[keyof ConnectionStatus]

/** Reads everything a panel shows of a connection; `ids` names its transceivers. null if the browser throws. */
export function readStatus(pc: RTCPeerConnection, ids?: Names<RTCRtpTransceiver>): ConnectionStatus | null {
  try {
    const { signalingState, iceGatheringState, iceConnectionState, connectionState } = pc
    const slots = SLOT_FIELDS.map((slot) => [slot, toDescription(pc[slot])])
    const transceivers = pc.getTransceivers().map((transceiver) => ({
      ...(ids && { id: ids.nameOf(transceiver) }),
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
      ...(Object.fromEntries(slots) as Pick<ConnectionStatus, SlotField>),
      transceivers,
    }
  } catch {
    return null
  }
}

/** The status of a closed connection: Firefox throws when its descriptions are read. */
export function closedStatus(last: ConnectionStatus): ConnectionStatus {
  return { ...last, signalingState: 'closed', iceConnectionState: 'closed', connectionState: 'closed' }
}

/** The fields of `next` that differ from `last`. */
export function diffStatus(last: ConnectionStatus | null, next: ConnectionStatus): Partial<ConnectionStatus> {
  if (last === null) return next
  const changed = Object.entries(next).filter(
    ([key, value]) => !isSame(value, last[key as keyof ConnectionStatus]),
  )
  return Object.fromEntries(changed)
}

/** Descriptions are long and compared after every event, so their texts are compared directly, not as JSON. */
function isSame(one: Value, other: Value): boolean {
  if (one === other) return true
  if (isDescription(one) && isDescription(other)) return one.type === other.type && one.sdp === other.sdp
  return JSON.stringify(one) === JSON.stringify(other)
}

function isDescription(value: Value): value is SlotDescription {
  return typeof value === 'object' && value !== null && 'sdp' in value
}

function toDescription(slot: RTCSessionDescription | null): SlotDescription | null {
  if (slot === null || slot.type === 'rollback') return null
  return { type: slot.type, sdp: slot.sdp }
}
