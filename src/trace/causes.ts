const CREATED = 'new RTCPeerConnection()'

/**
 * The name of a cause of a change, as RTCStatsDump writes it, from the cause that the connection reported
 * (machines/contracts.ts, pc.changed): `signalingstatechange` becomes `onsignalingstatechange`, `addTrack()` becomes
 * `addTrack`, `new RTCPeerConnection()` becomes `create`. A cause that causeOf() could not restore stays as it is.
 */
export function nameOfCause(cause: string): string {
  const name = cause === CREATED ? 'create' : cause.endsWith('()') ? cause.slice(0, -2) : `on${cause}`
  return causeOf(name) === cause ? name : cause
}

/** The cause that the connection reported, from its name in a trace. */
export function causeOf(name: string): string {
  if (name === 'create') return CREATED
  if (name.endsWith('()')) return name
  return name.startsWith('on') ? name.slice(2) : `${name}()`
}
