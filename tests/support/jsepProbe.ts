/* Brings a peer, over a real or a fake connection, into a signaling state and tries one operation there. The browser
   tests bundle this module and run it in the page. */
import type { PeerFact } from '../../machines/contracts'
import { createPeer } from '../../src/peer/createPeer'
import type { PeerOptions } from '../../src/peer/createPeer'
import type { PortFact } from '../../src/peer/portFacts'
import type { PeerOperation, WrittenDescription } from '../../src/peer/operations'
import type { PeerPort } from '../../src/peer/port'
import { readStatus } from '../../src/peer/status'

export const JSEP_STATES = [
  'nothing added',
  'stable',
  'stable after a call',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
] as const

export type JsepState = (typeof JSEP_STATES)[number]

/** The outcome of an operation, and the observable state of the connection after it. */
export interface JsepOutcome {
  /** The name of the error; null if the operation succeeded. */
  error: string | null
  message: string | null
  signalingState: string
  /** Types in pendingLocal, currentLocal, pendingRemote, currentRemote. */
  slots: string
  /** mid, direction and currentDirection of each. */
  transceivers: string
  /** Whether `negotiationneeded` fired. */
  isNeeded: boolean
}

export type JsepWorld = Pick<PeerOptions, 'connect' | 'openMedia'>

interface Probe {
  peer: PeerPort
  /** An offer from another end. */
  offer(): Promise<WrittenDescription>
  /** Another end's answer to the open local offer, or to a third end's offer if there is none. */
  answer(type: 'answer' | 'pranswer'): Promise<WrittenDescription>
  /** The open remote offer. */
  openOffer(): WrittenDescription | null
}

const LINE = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host'
const FIRST = 'transceiver-0'

/** Operations by their name in the table; one that needs another first names it. */
const OPERATIONS = {
  'createOffer()': () => ({ call: 'createOffer' }),
  'createOffer(iceRestart)': () => ({ call: 'createOffer', options: { iceRestart: true } }),
  'createAnswer()': () => ({ call: 'createAnswer' }),
  'setLocal()': () => ({ call: 'setLocalDescription' }),
  'setLocal(offer)': () => ({ call: 'setLocalDescription', description: { type: 'offer' } }),
  'setLocal(answer)': () => ({ call: 'setLocalDescription', description: { type: 'answer' } }),
  'setLocal(pranswer)': () => ({ call: 'setLocalDescription', description: { type: 'pranswer' } }),
  'setLocal(rollback)': () => ({ call: 'setLocalDescription', description: { type: 'rollback' } }),
  // An offer that is open already is set again: a second one from the same end would have other mids.
  'setRemote(offer)': async ({ offer, openOffer }) => ({
    call: 'setRemoteDescription',
    description: openOffer() ?? (await offer()),
  }),
  'setRemote(answer)': async ({ answer }) => ({
    call: 'setRemoteDescription',
    description: await answer('answer'),
  }),
  'setRemote(pranswer)': async ({ answer }) => ({
    call: 'setRemoteDescription',
    description: await answer('pranswer'),
  }),
  'setRemote(rollback)': () => ({ call: 'setRemoteDescription', description: { type: 'rollback', sdp: '' } }),
  'addIceCandidate(valid)': () => ({
    call: 'addIceCandidate',
    candidate: { candidate: LINE, sdpMid: '0', sdpMLineIndex: 0 },
  }),
  'addIceCandidate()': () => ({ call: 'addIceCandidate' }),
  'addIceCandidate(unknown mid)': () => ({
    call: 'addIceCandidate',
    candidate: { candidate: LINE, sdpMid: 'nowhere' },
  }),
  'addIceCandidate(no mid)': () => ({ call: 'addIceCandidate', candidate: { candidate: LINE } }),
  'addTrack(video)': () => ({ call: 'addTrack', track: { kind: 'video' } }),
  'addTrack(the same)': () => ({ call: 'addTrack', track: { kind: 'audio' } }),
  removeTrack: () => ({ call: 'removeTrack', transceiver: FIRST }),
  'addTransceiver(audio)': () => ({ call: 'addTransceiver', track: 'audio' }),
  'addTransceiver(recvonly)': () => ({ call: 'addTransceiver', track: 'video', direction: 'recvonly' }),
  'transceiver.stop': () => ({ call: 'transceiver.stop', transceiver: FIRST }),
  'direction(recvonly)': () => ({ call: 'transceiver.direction', transceiver: FIRST, direction: 'recvonly' }),
  'direction(sendrecv)': () => ({ call: 'transceiver.direction', transceiver: FIRST, direction: 'sendrecv' }),
  'setCodecPreferences(none)': () => ({
    call: 'transceiver.setCodecPreferences',
    transceiver: FIRST,
    codecs: [],
  }),
  'setCodecPreferences(unknown)': () => ({
    call: 'transceiver.setCodecPreferences',
    transceiver: FIRST,
    codecs: [{ mimeType: 'audio/nothing', clockRate: 8000 }],
  }),
  'replaceTrack(null)': () => ({ call: 'sender.replaceTrack', transceiver: FIRST, track: null }),
  'replaceTrack(video)': () => ({
    call: 'sender.replaceTrack',
    transceiver: FIRST,
    track: { kind: 'video' },
  }),
  'setParameters(inactive)': () => ({
    call: 'sender.setParameters',
    transceiver: FIRST,
    encodings: [{ active: false }],
  }),
  createDataChannel: () => ({ call: 'createDataChannel', label: 'chat' }),
  'channel.send': () => ({ call: 'channel.send', channel: 'channel-0', data: 'hello' }),
  'channel.close': () => ({ call: 'channel.close', channel: 'channel-0' }),
  'setConfiguration(relay)': () => ({
    call: 'setConfiguration',
    configuration: { iceTransportPolicy: 'relay' },
  }),
  'setConfiguration(other bundling)': () => ({
    call: 'setConfiguration',
    configuration: { bundlePolicy: 'max-bundle' },
  }),
  restartIce: () => ({ call: 'restartIce' }),
  close: () => ({ call: 'close' }),
} satisfies Record<string, (probe: Probe) => PeerOperation | Promise<PeerOperation>>

export type JsepOperation = keyof typeof OPERATIONS

export const JSEP_OPERATIONS = Object.keys(OPERATIONS) as readonly JsepOperation[]

const unknownPatience = { read: () => 'unknown' as const, keep: () => undefined }

/** Tries one cell of the table. `unreachable` if the browser cannot get into the state. */
export async function probeJsep(
  { connect, openMedia }: JsepWorld,
  state: JsepState,
  name: JsepOperation,
): Promise<JsepOutcome | 'unreachable'> {
  const connections: RTCPeerConnection[] = []
  const ends: PeerPort[] = []
  let needed = 0

  async function open(onFact: (fact: PortFact) => void = () => undefined) {
    const peer = createPeer({
      end: 'caller',
      connect: (config) => {
        const pc = connect(config)
        connections.push(pc)
        return pc
      },
      openMedia,
      patience: unknownPatience,
      onFact,
      onStreams: () => undefined,
    })
    ends.push(peer)
    await peer.run({ call: 'create', configuration: {} })
    return peer
  }

  const peer = await open((fact) => {
    if (fact.type === ('pc.negotiation-needed' satisfies PeerFact['type'])) needed += 1
  })
  const [pc] = connections
  if (pc === undefined) throw new Error('no connection')
  await peer.captureMedia('test-pattern')
  if (state !== 'nothing added') await peer.run({ call: 'addTrack', track: { kind: 'audio' } })
  if (name.startsWith('channel.')) await peer.run({ call: 'createDataChannel', label: 'chat' })

  async function openOther() {
    const other = await open()
    await other.run({ call: 'addTransceiver', track: 'audio' })
    return other
  }
  let other: PeerPort | null = null
  const offered = async () => (other ??= await openOther()).run({ call: 'createOffer' })
  const openOffer = (side: 'pendingLocalDescription' | 'pendingRemoteDescription') => {
    const description = readStatus(pc)?.[side]
    return description?.type === 'offer' ? description : null
  }
  const probe: Probe = {
    peer,
    offer: offered,
    openOffer: () => openOffer('pendingRemoteDescription'),
    async answer(type) {
      const description = openOffer('pendingLocalDescription') ?? (await offered())
      const answerer = await openOther()
      await answerer.run({ call: 'setRemoteDescription', description })
      return { ...(await answerer.run({ call: 'createAnswer' })), type }
    },
  }

  try {
    try {
      await reach(state, probe)
    } catch {
      return 'unreachable'
    }
    if (pc.signalingState !== signalingStateOf(state)) return 'unreachable'
    await settle(pc)
    needed = 0

    let error: { name: string; message: string } | null = null
    const operation = await (OPERATIONS[name] as (probe: Probe) => PeerOperation | Promise<PeerOperation>)(
      probe,
    )
    try {
      await peer.run(operation)
    } catch (caught) {
      error = caught as DOMException
    }
    await settle(pc)
    return { error: error?.name ?? null, message: error?.message ?? null, ...seen(pc), isNeeded: needed > 0 }
  } finally {
    for (const end of ends) end.close()
  }
}

function signalingStateOf(state: JsepState): string {
  return state === 'nothing added' || state === 'stable after a call' ? 'stable' : state
}

async function reach(state: JsepState, { peer, offer, answer }: Probe) {
  if (state === 'have-local-offer' || state === 'have-remote-pranswer' || state === 'stable after a call')
    await peer.run({ call: 'setLocalDescription' })
  if (state === 'have-remote-offer' || state === 'have-local-pranswer')
    await peer.run({ call: 'setRemoteDescription', description: await offer() })
  if (state === 'have-local-pranswer') {
    const { sdp } = await peer.run({ call: 'createAnswer' })
    await peer.run({ call: 'setLocalDescription', description: { type: 'pranswer', sdp } })
  }
  if (state === 'have-remote-pranswer')
    await peer.run({ call: 'setRemoteDescription', description: await answer('pranswer') })
  if (state === 'stable after a call')
    await peer.run({ call: 'setRemoteDescription', description: await answer('answer') })
  if (state === 'closed') await peer.run({ call: 'close' })
}

function seen(pc: RTCPeerConnection) {
  const { signalingState } = pc
  const status = readStatus(pc)
  if (signalingState === 'closed' || status === null)
    return { signalingState, slots: 'closed', transceivers: 'closed' }
  const slots = [
    status.pendingLocalDescription,
    status.currentLocalDescription,
    status.pendingRemoteDescription,
    status.currentRemoteDescription,
  ]
  return {
    signalingState,
    slots: slots.map((slot) => slot?.type ?? '–').join(' '),
    transceivers: status.transceivers
      .map(({ mid, direction, currentDirection }) => `${mid ?? '–'} ${direction} ${currentDirection ?? '–'}`)
      .join(', '),
  }
}

/** Waits until the connection has reported everything about completed operations. */
async function settle(pc: RTCPeerConnection) {
  // A round trip through the browser's own threads ends after what was queued before.
  await pc.getStats().catch(() => undefined)
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}
