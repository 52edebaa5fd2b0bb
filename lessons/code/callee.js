export async function startCallee({ capture, signaling, selfView, remoteView, report }) {
  const stream = await capture({ audio: true, video: true })
  Object.assign(selfView, { srcObject: stream, muted: true, playsInline: true, autoplay: true })

  const pc = new RTCPeerConnection({ iceServers: [] })
  pc.onconnectionstatechange = pc.onsignalingstatechange = () => report(pc)
  pc.ontrack = ({ streams }) =>
    Object.assign(remoteView, { srcObject: streams[0], playsInline: true, autoplay: true })
  pc.onicecandidate = ({ candidate }) => signaling.postMessage({ candidate: candidate?.toJSON() })
  signaling.onmessage = ({ data }) => hear(data).catch((err) => report(pc, err))
  async function hear({ hello, description, candidate, bye }) {
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
    signaling.onmessage = null
    pc.close()
    for (const track of stream.getTracks()) track.stop()
  }
  return { pc, hangUp: () => (signaling.postMessage({ bye: true }), close()) }
}
