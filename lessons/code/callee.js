export async function startCallee({ capture, signaling, selfView, remoteView, report }) {
  const stream = await capture({ audio: true, video: true })
  Object.assign(selfView, { srcObject: stream, muted: true, playsInline: true, autoplay: true })

  const pc = new RTCPeerConnection({ iceServers: [] })
  pc.onconnectionstatechange = pc.onsignalingstatechange = () => report(pc)
  pc.ontrack = ({ streams }) =>
    Object.assign(remoteView, { srcObject: streams[0], playsInline: true, autoplay: true })
  pc.onicecandidate = ({ candidate }) => signaling.postMessage({ candidate: candidate?.toJSON() })
  signaling.onmessage = async ({ data: { hello, description, candidate, bye } }) => {
    if (bye) return close()
    if (hello) signaling.postMessage({ ready: true })
    if (candidate) await pc.addIceCandidate(candidate)
    if (!description) return
    await pc.setRemoteDescription(description)
    for (const track of stream.getTracks()) pc.addTrack(track, stream)
    await pc.setLocalDescription()
    signaling.postMessage({ description: pc.localDescription.toJSON() })
  }
  signaling.postMessage({ ready: true })

  function close() {
    pc.close()
    for (const track of stream.getTracks()) track.stop()
  }
  const hangUp = () => (signaling.postMessage({ bye: true }), close())
  return { pc, hangUp }
}
