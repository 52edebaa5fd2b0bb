/** The lines of the callee, in an order that does not work; each does what it says. */
export const CALLEE_LINES = [
  'await pc.setRemoteDescription(offer)',
  'send(pc.localDescription)',
  'pc.addTrack(track, stream)',
  'await pc.setLocalDescription()',
  'pc.ontrack = show',
] as const

/** The lines of the caller, in an order that does not work. */
export const CALLER_LINES = [
  'await pc.setLocalDescription()',
  'await pc.setRemoteDescription(answer)',
  'pc.addTrack(track, stream)',
  'send(pc.localDescription)',
] as const

/** What an offer says, and what the answerer's transceiver wishes. */
export const CASES = [
  { offered: 'sendrecv', wished: 'recvonly' },
  { offered: 'sendonly', wished: 'sendrecv' },
  { offered: 'recvonly', wished: 'sendrecv' },
] as const satisfies { offered: RTCRtpTransceiverDirection; wished: RTCRtpTransceiverDirection }[]
