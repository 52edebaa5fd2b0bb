/** The browser's own connection; tests put a fake one in its place. */
export function connect(config: RTCConfiguration): RTCPeerConnection {
  return new RTCPeerConnection(config)
}
