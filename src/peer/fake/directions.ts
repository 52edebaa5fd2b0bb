type Direction = RTCRtpTransceiverDirection

const NAMES = ['inactive', 'recvonly', 'sendonly', 'sendrecv'] as const

function named(sends: boolean, receives: boolean): Direction {
  return NAMES[(sends ? 2 : 0) + (receives ? 1 : 0)] ?? 'inactive'
}

/** Whether a direction includes sending. */
export function sends(direction: Direction | null): boolean {
  return direction === 'sendrecv' || direction === 'sendonly'
}

/** Whether a direction includes receiving. */
export function receives(direction: Direction | null): boolean {
  return direction === 'sendrecv' || direction === 'recvonly'
}

/** The direction as the other end sees it. */
export function reversed(direction: Direction): Direction {
  return named(receives(direction), sends(direction))
}

/** The direction that two directions have in common (RFC 9429 §5.3.1). */
export function common(one: Direction, other: Direction): Direction {
  return named(sends(one) && sends(other), receives(one) && receives(other))
}

/** The direction after its sender has got a track or has lost it (WebRTC §5.1). */
export function withSending(direction: Direction, isSending: boolean): Direction {
  return named(isSending, receives(direction))
}
