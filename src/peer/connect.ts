/** The browser's own connection; tests replace it with a fake. */
export function connect(config: RTCConfiguration): RTCPeerConnection {
  return new RTCPeerConnection(config)
}
