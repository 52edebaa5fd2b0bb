// Calls made directly with the browser's API, for comparison: the same media, the same thirteen actions, no app.

export const capture = () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })

function show(/** @type {MediaStream} */ stream) {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, autoplay: true, playsInline: true, width: 320, height: 240 })
  video.srcObject = stream
  document.body.append(video)
}

/** A connection that plays what it receives. */
export function connect() {
  const pc = new RTCPeerConnection()
  pc.addEventListener('track', ({ track, streams: [stream] }) => {
    if (track.kind === 'video' && stream) show(stream)
  })
  return pc
}

export async function addMedia(/** @type {RTCPeerConnection} */ pc, /** @type {MediaStream} */ stream) {
  show(stream)
  for (const track of stream.getTracks()) pc.addTrack(track, stream)
}

/** For both calls of one page: passes candidates on as soon as the other end can take them. */
function trickle(/** @type {RTCPeerConnection} */ from, /** @type {RTCPeerConnection} */ to) {
  /** @type {RTCIceCandidate[]} */
  const held = []
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate === null) return
    if (to.remoteDescription === null) held.push(candidate)
    else void to.addIceCandidate(candidate)
  })
  return () => {
    for (const candidate of held.splice(0)) void to.addIceCandidate(candidate)
  }
}

/** @type {RTCPeerConnection[]} */
let connections = []

/** The app's thirteen actions in the app's order, each awaited, in one page and without signaling. */
async function callInOrder() {
  const [a, b] = (connections = [connect(), connect()])
  if (!a || !b) return
  const flushA = trickle(a, b)
  const flushB = trickle(b, a)
  await addMedia(a, await capture())
  const offer = await a.createOffer()
  await a.setLocalDescription(offer)
  await b.setRemoteDescription(offer)
  flushA()
  await addMedia(b, await capture())
  const answer = await b.createAnswer()
  await b.setLocalDescription(answer)
  await a.setRemoteDescription(answer)
  flushB()
}

/** The fastest call of one page: both captures before the offer, and everything possible in parallel. */
async function callAtOnce() {
  const [a, b] = (connections = [connect(), connect()])
  if (!a || !b) return
  const flushA = trickle(a, b)
  const flushB = trickle(b, a)
  const [first, second] = await Promise.all([capture(), capture()])
  await addMedia(a, first)
  await addMedia(b, second)
  const offer = await a.createOffer()
  await Promise.all([a.setLocalDescription(offer), b.setRemoteDescription(offer)])
  flushA()
  const answer = await b.createAnswer()
  await Promise.all([b.setLocalDescription(answer), a.setRemoteDescription(answer)])
  flushB()
}

/** One end of a call over a BroadcastChannel; the other is in another tab. */
async function openEnd(/** @type {'caller' | 'callee'} */ end, /** @type {string} */ name) {
  const pc = connect()
  connections = [pc]
  const channel = new BroadcastChannel(name)
  /** @type {RTCIceCandidateInit[]} */
  const early = []
  pc.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) channel.postMessage({ candidate: candidate.toJSON() })
  })
  channel.addEventListener('message', async ({ data }) => {
    if (data.candidate) {
      if (pc.remoteDescription === null) early.push(data.candidate)
      else void pc.addIceCandidate(data.candidate)
      return
    }
    await pc.setRemoteDescription(data.description)
    for (const candidate of early.splice(0)) void pc.addIceCandidate(candidate)
    if (end === 'caller') return
    await addMedia(pc, await capture())
    const answer = await pc.createAnswer()
    await pc.setLocalDescription(answer)
    channel.postMessage({ description: answer })
  })
  if (end === 'callee') return
  await addMedia(pc, await capture())
  const offer = await pc.createOffer()
  await pc.setLocalDescription(offer)
  channel.postMessage({ description: offer })
}

/** Ends a call and releases its resources. */
export function release(/** @type {RTCPeerConnection[]} */ connections) {
  for (const pc of connections.splice(0)) pc.close()
  for (const video of document.querySelectorAll('video')) {
    const { srcObject } = video
    if (srcObject instanceof MediaStream) for (const track of srcObject.getTracks()) track.stop()
    video.srcObject = null
    video.remove()
  }
}

Object.assign(globalThis, { bare: { callInOrder, callAtOnce, openEnd, close: () => release(connections) } })
