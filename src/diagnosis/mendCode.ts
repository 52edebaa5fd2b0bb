import type { Fault } from './verdict'

const NEGOTIATE = `pc.onnegotiationneeded = async () => {
  await pc.setLocalDescription()
  signaling.send({ description: pc.localDescription })
}`

const SERVERS = `const iceServers = [
  { urls: 'stun:stun.example.org:3478' },
  {
    urls: ['turn:turn.example.org:3478', 'turns:turn.example.org:443?transport=tcp'],
    username,
    credential,
  },
]
const pc = new RTCPeerConnection({ iceServers })`

/**
 * Lines of the app that mend a fault, where code does: JavaScript with a `pc` and a `signaling` of the app. Absent: the
 * network, a server or a person has to change something.
 */
export const MEND_CODE: Readonly<Partial<Record<Fault, string>>> = {
  'no-path': SERVERS,
  'local-names-only': SERVERS,
  'udp-blocked': SERVERS,
  'wrong-state': `signaling.onmessage = async ({ data: { description } }) => {
  const isLate = description.type === 'answer' && pc.signalingState !== 'have-local-offer'
  if (!isLate) await pc.setRemoteDescription(description)
}

await pc.setLocalDescription()
signaling.send({ description: pc.localDescription })`,
  'early-candidate': `const waiting = []

async function onCandidate(candidate) {
  if (pc.remoteDescription === null) waiting.push(candidate)
  else await pc.addIceCandidate(candidate)
}

async function onDescription(description) {
  await pc.setRemoteDescription(description)
  for (const candidate of waiting.splice(0)) await pc.addIceCandidate(candidate)
}`,
  'media-refused': `async function capture() {
  const { mediaDevices } = navigator
  try {
    return await mediaDevices.getUserMedia({ audio: true, video: true })
  } catch {
    return await mediaDevices.getUserMedia({ audio: true })
  }
}`,
  'no-common-codec': `const { codecs } = RTCRtpReceiver.getCapabilities('video')
const isVp8 = ({ mimeType }) => mimeType === 'video/VP8'
transceiver.setCodecPreferences([...codecs.filter(isVp8), ...codecs.filter((one) => !isVp8(one))])`,
  'never-negotiated': NEGOTIATE,
  'turn-refused': `const response = await fetch('/turn-credentials', { cache: 'no-store' })
const iceServers = await response.json()
const pc = new RTCPeerConnection({ iceServers })`,
  'lost-without-restart': `pc.onconnectionstatechange = () => {
  if (pc.connectionState === 'failed') pc.restartIce()
}
${NEGOTIATE}`,
  'not-shown': `pc.ontrack = async ({ streams: [stream] }) => {
  video.srcObject = stream
  try {
    await video.play()
  } catch {
    playButton.hidden = false
  }
}`,
  'connections-leaked': `function hangUp() {
  pc?.close()
  pc = null
}`,
  'channel-never-opens': `const channel = pc.createDataChannel('chat')
channel.onopen = () => channel.send('hello')

await pc.setLocalDescription()
signaling.send({ description: pc.localDescription })`,
  'callee-added-nothing': `await pc.setRemoteDescription(offer)
const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })
for (const track of stream.getTracks()) pc.addTrack(track, stream)

await pc.setLocalDescription()
signaling.send({ description: pc.localDescription })`,
  'sdp-damaged': `socket.send(JSON.stringify(pc.localDescription))

socket.onmessage = ({ data }) => pc.setRemoteDescription(JSON.parse(data))`,
  'capture-died': `track.onended = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true })
  const [fresh] = stream.getVideoTracks()
  await sender.replaceTrack(fresh)
}`,
  'poor-quality': `const parameters = sender.getParameters()
const [encoding] = parameters.encodings
encoding.maxBitrate = 500_000
encoding.scaleResolutionDownBy = 2
await sender.setParameters(parameters)`,
  'no-candidates-exchanged': `pc.onicecandidate = ({ candidate }) => signaling.send({ candidate })

signaling.onmessage = async ({ data: { candidate } }) => {
  if (candidate !== undefined) await pc.addIceCandidate(candidate)
}`,
  'closed-early': `pc.onconnectionstatechange = () => {
  reconnecting.hidden = pc.connectionState !== 'disconnected'
  if (pc.connectionState === 'failed') pc.restartIce()
}`,
  'never-answered': `const timer = setTimeout(async () => {
  await pc.setLocalDescription({ type: 'rollback' })
  showNoAnswer()
}, 30_000)

async function onAnswer(answer) {
  clearTimeout(timer)
  await pc.setRemoteDescription(answer)
}`,
  'nothing-to-negotiate': `pc.addTransceiver('video', { direction: 'recvonly' })

await pc.setLocalDescription()
signaling.send({ description: pc.localDescription })`,
}
