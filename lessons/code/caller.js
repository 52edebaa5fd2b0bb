export async function startCaller({ capture, signaling, selfView, remoteView, report }) {
  const stream = await capture({ audio: true, video: true })
  Object.assign(selfView, { srcObject: stream, muted: true, playsInline: true, autoplay: true })

  const pc = new RTCPeerConnection({ iceServers: [] })
  pc.onconnectionstatechange = pc.onsignalingstatechange = () => report(pc)
  pc.ontrack = ({ streams }) =>
    Object.assign(remoteView, { srcObject: streams[0], playsInline: true, autoplay: true })
  pc.onicecandidate = ({ candidate }) => signaling.postMessage({ candidate: candidate?.toJSON() })
  let called = false
  signaling.onmessage = async ({ data: { ready, description, candidate, bye } }) => {
    if (bye) return close()
    if (ready && !called) {
      called = true
      await pc.setLocalDescription()
      signaling.postMessage({ description: pc.localDescription.toJSON() })
    }
    if (description) await pc.setRemoteDescription(description)
    if (candidate) await pc.addIceCandidate(candidate)
  }
  for (const track of stream.getTracks()) pc.addTrack(track, stream)
  signaling.postMessage({ hello: true })

  function close() {
    pc.close()
    for (const track of stream.getTracks()) track.stop()
  }
  const hangUp = () => (signaling.postMessage({ bye: true }), close())
  return { pc, hangUp }
}
