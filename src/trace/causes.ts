const CREATED = 'new RTCPeerConnection()'

/**
 * The name of what changed a connection, as RTCStatsDump writes it, from what the connection reported
 * (machines/contracts.ts, pc.changed): `signalingstatechange` is `onsignalingstatechange`, `addTrack()` is `addTrack`,
 * `new RTCPeerConnection()` is `create`. What would not come back by causeOf() stays as it is.
 */
export function nameOfCause(cause: string): string {
  const name = cause === CREATED ? 'create' : cause.endsWith('()') ? cause.slice(0, -2) : `on${cause}`
  return causeOf(name) === cause ? name : cause
}

/** What the connection reported, from the name in a trace. */
export function causeOf(name: string): string {
  if (name === 'create') return CREATED
  if (name.endsWith('()')) return name
  return name.startsWith('on') ? name.slice(2) : `${name}()`
}
