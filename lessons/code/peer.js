export async function startPeer({ polite, capture, signaling, selfView, remoteView, report }) {
  const send = (message) => signaling.postMessage(JSON.parse(JSON.stringify(message)))
  const stream = await capture({ audio: true, video: true })
  Object.assign(selfView, { srcObject: stream, muted: true, playsInline: true, autoplay: true })

  const pc = new RTCPeerConnection({ iceServers: [] })
  let makingOffer = false
  let ignoreOffer = false
  let isSettingRemoteAnswerPending = false

  pc.onconnectionstatechange = pc.onsignalingstatechange = () => report(pc)
  pc.ontrack = ({ streams }) =>
    Object.assign(remoteView, { srcObject: streams[0], playsInline: true, autoplay: true })
  pc.onicecandidate = ({ candidate }) => send({ candidate })
  pc.onnegotiationneeded = async () => {
    try {
      makingOffer = true
      await pc.setLocalDescription()
      send({ description: pc.localDescription })
    } catch (err) {
      report(pc, err)
    } finally {
      makingOffer = false
    }
  }
  signaling.onmessage = ({ data }) => hear(data).catch((err) => report(pc, err))
  async function hear({ hello, description, candidate, bye }) {
    if (bye) return close()
    if (hello && pc.getSenders().length === 0) {
      send({ hello })
      for (const track of stream.getTracks()) pc.addTrack(track, stream)
    }
    if (description) {
      const readyForOffer = !makingOffer && (pc.signalingState === 'stable' || isSettingRemoteAnswerPending)
      const offerCollision = description.type === 'offer' && !readyForOffer
      ignoreOffer = !polite && offerCollision
      if (ignoreOffer) return
      isSettingRemoteAnswerPending = description.type === 'answer'
      await pc.setRemoteDescription(description) // rolls back as needed
      isSettingRemoteAnswerPending = false
      if (description.type === 'offer') {
        await pc.setLocalDescription()
        send({ description: pc.localDescription })
      }
    }
    if (candidate) {
      try {
        await pc.addIceCandidate(candidate)
      } catch (err) {
        if (!ignoreOffer) throw err // those of an offer that was ignored
      }
    }
  }
  send({ hello: true })

  function close() {
    signaling.onmessage = null
    pc.close()
    for (const track of stream.getTracks()) track.stop()
  }
  return { pc, hangUp: () => (send({ bye: true }), close()) }
}
