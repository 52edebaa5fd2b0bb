/** The codecs that this browser can receive, in its own order (WebRTC §5.3.1); none where it cannot say. */
export function codecsOf(kind: string): RTCRtpCodec[] {
  if (typeof RTCRtpReceiver === 'undefined') return []
  return RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []
}
