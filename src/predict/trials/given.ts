/** The callee's lines, in an order that does not work; each does what it says. */
export const CALLEE_LINES = [
  'await pc.setRemoteDescription(offer)',
  'send(pc.localDescription)',
  'pc.addTrack(track, stream)',
  'await pc.setLocalDescription()',
  'pc.ontrack = show',
] as const

/** The caller's lines, in an order that does not work. */
export const CALLER_LINES = [
  'await pc.setLocalDescription()',
  'await pc.setRemoteDescription(answer)',
  'pc.addTrack(track, stream)',
  'send(pc.localDescription)',
] as const

/** The direction in each offer, and the direction that the answerer's transceiver wants. */
export const CASES = [
  { offered: 'sendrecv', wished: 'recvonly' },
  { offered: 'sendonly', wished: 'sendrecv' },
  { offered: 'recvonly', wished: 'sendrecv' },
] as const satisfies { offered: RTCRtpTransceiverDirection; wished: RTCRtpTransceiverDirection }[]
