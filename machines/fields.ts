import type { PeerStatus } from './contracts'

/** The four states of a connection (WebRTC §4.3), in the order in which they are shown. */
export const STATE_FIELDS = [
  'signalingState',
  'iceGatheringState',
  'iceConnectionState',
  'connectionState',
] as const satisfies readonly (keyof PeerStatus)[]

/** The four description slots of a connection (WebRTC §4.4.1.1), in the order in which they are shown. */
export const SLOT_FIELDS = [
  'pendingLocalDescription',
  'currentLocalDescription',
  'pendingRemoteDescription',
  'currentRemoteDescription',
] as const satisfies readonly (keyof PeerStatus)[]

/** Names one of the four slots. */
export type SlotField = (typeof SLOT_FIELDS)[number]
