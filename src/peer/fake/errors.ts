/** Exceptions of the fake, with the names of WebRTC and the texts of Chromium. */

type Owner = 'RTCPeerConnection' | 'RTCRtpSender' | 'RTCRtpTransceiver' | 'RTCDataChannel'

/** What a method throws, or rejects with. */
export function refusal(
  method: string,
  text: string,
  name = 'InvalidStateError',
  owner: Owner = 'RTCPeerConnection',
): DOMException | TypeError {
  const message = `Failed to execute '${method}' on '${owner}': ${text}`
  return name === 'TypeError' ? new TypeError(message) : new DOMException(message, name)
}

/** What most methods say of a closed connection. */
export function closedRefusal(method: string): DOMException | TypeError {
  return refusal(method, "The RTCPeerConnection's signalingState is 'closed'.")
}
