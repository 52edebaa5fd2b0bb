/** Whether this browser can make a call at all: some are built or set up without WebRTC. */
export function hasWebRtc(): boolean {
  return 'RTCPeerConnection' in globalThis
}
