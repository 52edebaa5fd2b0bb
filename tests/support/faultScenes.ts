import { addMedia, goOn, negotiate, open, openPair, outside, stateOf, stateOfBoth, until } from './faultCall'
import type { Pair } from './faultCall'

/* Calls that go wrong, each in its own way. `npm run record:faults` plays them in Chromium and stores the dumps. */

/** What a scene gets from the script: the addresses of TURN or STUN servers. */
export interface Setting {
  readonly urls: string[]
}

const SMALL = { width: 160, height: 120 }

async function connectData(pair: Pair): Promise<void> {
  pair.caller.createDataChannel('chat')
  await negotiate(pair)
  await stateOfBoth(pair, 'connected')
}

/** An answer with other DTLS roles than it may have (RFC 8842 §5.3). */
async function answerActpass(): Promise<void> {
  const { caller, callee } = openPair()
  caller.createDataChannel('chat')
  await caller.setLocalDescription()
  await callee.setRemoteDescription(caller.localDescription!)
  const { sdp = '' } = await callee.createAnswer()
  await callee.setLocalDescription()
  const altered = sdp.replace(/a=setup:\w+/g, 'a=setup:actpass')
  await caller.setRemoteDescription({ type: 'answer', sdp: altered }).catch(() => undefined)
}

/** The camera's process ends while the call goes on. */
async function loseCamera(): Promise<void> {
  const pair = openPair()
  const stream = await addMedia(pair.caller, { video: SMALL })
  await negotiate(pair)
  await stateOfBoth(pair, 'connected')
  await goOn(3)
  const [track] = stream.getTracks()
  await outside.endCapture()
  if (track) await until(track, 'ended', () => track.readyState === 'ended' || track.muted)
  await goOn(14)
}

/** An encoded transform of the sender that lets no key frame through (WebRTC Encoded Transform §3). */
const DROP_KEY_FRAMES = `onrtctransform = ({ transformer: { readable, writable } }) => {
  const isDelta = ({ type }) => type !== 'key'
  readable
    .pipeThrough(new TransformStream({ transform: (frame, out) => isDelta(frame) && out.enqueue(frame) }))
    .pipeTo(writable)
}`

async function dropKeyFrames(): Promise<void> {
  const pair = openPair()
  await addMedia(pair.caller, { video: SMALL })
  const worker = new Worker(URL.createObjectURL(new Blob([DROP_KEY_FRAMES])))
  const [sender] = pair.caller.getSenders()
  if (sender) sender.transform = new RTCRtpScriptTransform(worker)
  await negotiate(pair)
  await stateOfBoth(pair, 'connected')
  await goOn(9)
}

async function losePath(after: (pair: Pair) => Promise<void>): Promise<void> {
  const pair = openPair({ isWired: true })
  await connectData(pair)
  await goOn(1)
  await outside.losePackets(1)
  await after(pair)
}

export const FAULT_SCENES: Readonly<Record<string, (setting: Setting) => Promise<void>>> = {
  async 'turn-refused'({ urls }) {
    const iceServers = [{ urls, username: 'learner', credential: 'wrong' }]
    const pair = openPair({ iceServers, iceTransportPolicy: 'relay' })
    pair.caller.createDataChannel('chat')
    await negotiate(pair)
    await Promise.all(
      [pair.caller, pair.callee].map((end) =>
        until(end, 'icegatheringstatechange', () => end.iceGatheringState === 'complete'),
      ),
    )
  },
  async 'udp-blocked'({ urls }) {
    await outside.losePackets(1)
    const pair = openPair({ iceServers: [{ urls }], isWired: true })
    pair.caller.createDataChannel('chat')
    await negotiate(pair)
    await stateOfBoth(pair, 'failed')
  },
  async 'connections-leaked'() {
    for (let call = 0; call < 12; call += 1) {
      const connection = open()
      connection.createDataChannel('chat')
      await connection.setLocalDescription()
    }
    await goOn(33)
    await connectData(openPair())
    await goOn(2)
  },
  async 'insecure-page'() {
    const { caller, callee } = openPair()
    const devices = navigator.mediaDevices as MediaDevices | undefined
    const stream = await devices?.getUserMedia({ video: true })
    for (const track of stream?.getTracks() ?? []) caller.addTrack(track)
    await negotiate({ caller, callee })
  },
  'dtls-roles': answerActpass,
  'lost-without-restart': () => losePath((pair) => stateOfBoth(pair, 'failed')),
  'closed-early': () =>
    losePath(async ({ caller }) => {
      await stateOf(caller, 'disconnected')
      caller.close()
    }),
  'capture-died': loseCamera,
  'no-key-frame': dropKeyFrames,
  async 'poor-quality'() {
    const pair = openPair({ isWired: true })
    await addMedia(pair.caller, { audio: true })
    await negotiate(pair)
    await stateOfBoth(pair, 'connected')
    await outside.losePackets(0.2)
    await goOn(16)
  },
}
