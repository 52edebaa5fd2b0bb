import type { Description, PeerStatus } from '../../machines/contracts'
import type { Applied } from './applied'

/** What a new connection reports (WebRTC §4.4.1.1). */
export const FIRST_STATUS: PeerStatus = {
  signalingState: 'stable',
  iceGatheringState: 'new',
  iceConnectionState: 'new',
  connectionState: 'new',
  pendingLocalDescription: null,
  currentLocalDescription: null,
  pendingRemoteDescription: null,
  currentRemoteDescription: null,
  transceivers: [],
}

type Slots = Omit<PeerStatus, 'iceGatheringState' | 'iceConnectionState' | 'connectionState' | 'transceivers'>

/** The four slots and the signaling state after a description was set (WebRTC §4.4.1.5). */
export function slotsAfter(
  before: Partial<PeerStatus>,
  { side, type, sdp }: Pick<Applied, 'side' | 'type' | 'sdp'>,
): Slots {
  const {
    pendingLocalDescription: local = null,
    pendingRemoteDescription: remote = null,
    currentLocalDescription = null,
    currentRemoteDescription = null,
  } = before
  const current = { currentLocalDescription, currentRemoteDescription }
  const none = { pendingLocalDescription: null, pendingRemoteDescription: null }
  if (type === 'rollback') return { ...current, ...none, signalingState: 'stable' }
  const set: Description = { type, sdp }
  const isLocal = side === 'local'
  if (type === 'answer')
    return {
      ...none,
      currentLocalDescription: isLocal ? set : local,
      currentRemoteDescription: isLocal ? remote : set,
      signalingState: 'stable',
    }
  // An offer takes back one of the other side (RFC 9429 §4.1.10.2); a provisional answer leaves it.
  const kept = type === 'offer' ? { local: null, remote: null } : { local, remote }
  return {
    ...current,
    pendingLocalDescription: isLocal ? set : kept.local,
    pendingRemoteDescription: isLocal ? kept.remote : set,
    signalingState: `have-${side}-${type}`,
  }
}
