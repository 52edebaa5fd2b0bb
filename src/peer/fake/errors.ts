/** Exceptions of the fake, with the names from WebRTC and the texts of Chromium. */

type Owner = 'RTCPeerConnection' | 'RTCRtpSender' | 'RTCRtpTransceiver' | 'RTCDataChannel'

/** The exception that a method throws, or rejects with. */
export function refusal(
  method: string,
  text: string,
  name = 'InvalidStateError',
  owner: Owner = 'RTCPeerConnection',
): DOMException | TypeError {
  const message = `Failed to execute '${method}' on '${owner}': ${text}`
  return name === 'TypeError' ? new TypeError(message) : new DOMException(message, name)
}

/** The exception of most methods on a closed connection. */
export function closedRefusal(method: string): DOMException | TypeError {
  return refusal(method, "The RTCPeerConnection's signalingState is 'closed'.")
}
