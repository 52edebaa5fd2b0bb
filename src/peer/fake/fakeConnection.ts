import { impliedType } from '../../jsep/table'
import type { Side } from '../../jsep/table'
import type { FakeSection } from './fakeSdp'
import { readFakeSdp, writeFakeSdp } from './fakeSdp'
import type { Negotiation } from './jsep'
import { assertMayCreate, NOTHING_NEGOTIATED, setDescription } from './jsep'

export interface FakeOptions {
  config: RTCConfiguration
  id: number
  onChange(): void
  /** As in Firefox: the end of candidates is told, and ICE with nothing to check fails 5 s after the answer is set. */
  givesUp?: boolean
  /** addIceCandidate() refuses an address that nobody has. */
  refusesPlaceholder?: boolean
}

export interface FakeConnection {
  pc: RTCPeerConnection
  ufrag(): string
  remoteUfrag(): string
  isNegotiated(): boolean
  hasRemoteCandidate(): boolean
  becomeConnected(): void
  /** For tests of failure: what ICE would report (WebRTC §4.3.3). */
  setConnectionState(state: RTCPeerConnectionState): void
}

interface FakeTransceiver {
  mid: string | null
  direction: RTCRtpTransceiverDirection
  currentDirection: RTCRtpTransceiverDirection | null
  receiver: { track: MediaStreamTrack }
  sender: { track: MediaStreamTrack | null }
}

/** Milliseconds: media.peerconnection.ice.trickle_grace_period. */
const GRACE = 5_000
const NOWHERE = ' 0.0.0.0 '
const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host generation 0 ufrag '

/** An RTCPeerConnection for tests without a browser: the JSEP table, the order of events, no network. */
export function createFakeConnection({
  config,
  id,
  onChange,
  givesUp = false,
  refusesPlaceholder = false,
}: FakeOptions): FakeConnection {
  const target = new EventTarget()
  let negotiation: Negotiation = NOTHING_NEGOTIATED
  let isClosed = false
  let version = 0
  let generation = 0
  let gathering: RTCIceGatheringState = 'new'
  let connection: RTCPeerConnectionState = 'new'
  let gathered = -1
  let candidates = 0
  let isNeedQueued = false
  const transceivers: FakeTransceiver[] = []
  // WebRTC §4.4.1.2: methods run one after another, in the order they were called.
  let chain: Promise<unknown> = Promise.resolve()

  const ufrag = () => `f${String(id)}g${String(generation)}`
  const emit = (type: string, fields: object = {}) => {
    if (!isClosed) target.dispatchEvent(Object.assign(new Event(type), fields))
  }

  function enqueue<T>(work: () => T): Promise<T> {
    if (isClosed) return Promise.reject(closedError())
    const result = chain.then(() => (isClosed ? never<T>() : work()))
    chain = result.catch(() => undefined)
    return result
  }

  function create(type: 'offer' | 'answer'): RTCSessionDescriptionInit {
    assertMayCreate(type, negotiation)
    version += 1
    const sections = transceivers.map(({ receiver, direction, mid }, index): FakeSection => ({
      kind: receiver.track.kind,
      mid: mid ?? String(index),
      direction,
    }))
    return { type, sdp: writeFakeSdp(ufrag(), version, type === 'offer' ? 'actpass' : 'active', sections) }
  }

  function apply(side: Side, description: RTCSessionDescriptionInit) {
    const before = negotiation.signalingState
    negotiation = setDescription(negotiation, side, description)
    const isRollback = side === 'remote' && description.type === 'offer' && before === 'have-local-offer'
    if (isRollback) emit('signalingstatechange')
    const fresh = description.type === 'rollback' ? [] : associate(side, description)
    if (negotiation.signalingState !== before) emit('signalingstatechange')
    for (const { receiver } of fresh) emit('track', { track: receiver.track, streams: [fakeStream()] })
    if (side === 'local' && description.type !== 'rollback') queueMicrotask(gather)
    if (side === 'local' && description.type === 'answer' && givesUp) setTimeout(giveUp, GRACE)
    onChange()
  }

  /** Ties sections to transceivers; gives those whose remote track is new (RFC 9429 §5.10). */
  function associate(side: Side, { type, sdp = '' }: RTCSessionDescriptionInit): FakeTransceiver[] {
    const fresh: FakeTransceiver[] = []
    readFakeSdp(sdp).sections.forEach(({ kind, mid, direction }, index) => {
      let transceiver = transceivers[index]
      if (transceiver === undefined) {
        transceiver = fakeTransceiver(kind, 'recvonly', null)
        transceivers.push(transceiver)
      }
      transceiver.mid = mid
      if (side === 'remote' && direction.startsWith('send') && transceiver.receiver.track.label === '') {
        Object.assign(transceiver.receiver.track, { label: 'remote' })
        fresh.push(transceiver)
      }
      if (type === 'answer') transceiver.currentDirection = transceiver.direction
    })
    return fresh
  }

  function giveUp() {
    if (connection === 'new') setConnectionState('failed')
  }

  /** Starts after setLocalDescription() has resolved, as browsers do. */
  function gather() {
    if (gathered === generation || transceivers.length === 0) return
    gathered = generation
    setTimeout(() => {
      if (isClosed) return
      gathering = 'gathering'
      emit('icegatheringstatechange')
      if (config.iceTransportPolicy !== 'relay') emit('icecandidate', { candidate: fakeCandidate(ufrag()) })
      gathering = 'complete'
      emit('icegatheringstatechange')
      if (givesUp) emit('icecandidate', { candidate: fakeCandidate(ufrag(), '') })
      emit('icecandidate', { candidate: null })
    })
  }

  const remoteUfrag = () => {
    const remote = negotiation.pendingRemote ?? negotiation.currentRemote
    return remote === null ? '' : readFakeSdp(remote.sdp ?? '').ufrag
  }

  const fake = {
    get signalingState() {
      return isClosed ? 'closed' : negotiation.signalingState
    },
    get iceGatheringState() {
      return gathering
    },
    get connectionState() {
      return isClosed ? 'closed' : connection
    },
    get iceConnectionState() {
      if (isClosed) return 'closed'
      return connection === 'connecting' ? 'checking' : connection
    },
    get pendingLocalDescription() {
      return negotiation.pendingLocal
    },
    get currentLocalDescription() {
      return negotiation.currentLocal
    },
    get pendingRemoteDescription() {
      return negotiation.pendingRemote
    },
    get currentRemoteDescription() {
      return negotiation.currentRemote
    },
    get localDescription() {
      return negotiation.pendingLocal ?? negotiation.currentLocal
    },
    get remoteDescription() {
      return negotiation.pendingRemote ?? negotiation.currentRemote
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    getTransceivers: () => transceivers,
    getStats: () => Promise.resolve(new Map()),
    getSenders: () => transceivers.map(({ sender }) => sender),
    removeTrack(sender: FakeTransceiver['sender']) {
      if (isClosed) throw closedError()
      const transceiver = transceivers.find((one) => one.sender === sender)
      if (transceiver === undefined) throw new DOMException('not a sender of this', 'InvalidAccessError')
      sender.track = null
      transceiver.direction = transceiver.direction === 'sendrecv' ? 'recvonly' : 'inactive'
    },
    addTrack(track: MediaStreamTrack) {
      if (isClosed) throw closedError()
      if (transceivers.some(({ sender }) => sender.track === track))
        throw new DOMException('the track has a sender', 'InvalidAccessError')
      const reusable = transceivers.find(
        ({ receiver, sender }) => sender.track === null && receiver.track.kind === track.kind,
      )
      const transceiver = reusable ?? fakeTransceiver(track.kind, 'sendrecv', track)
      if (reusable === undefined) transceivers.push(transceiver)
      else Object.assign(reusable, { direction: 'sendrecv' }).sender.track = track
      const { sender } = transceiver
      if (negotiation.signalingState !== 'stable' || isNeedQueued) return sender
      // WebRTC §4.7.3: a flag, and one task that looks at it.
      isNeedQueued = true
      queueMicrotask(() => {
        isNeedQueued = false
        emit('negotiationneeded')
      })
      return sender
    },
    createOffer: () => enqueue(() => create('offer')),
    createAnswer: () => enqueue(() => create('answer')),
    setLocalDescription: (description?: RTCSessionDescriptionInit) =>
      enqueue(() => {
        const type = description?.type ?? impliedType(negotiation.signalingState)
        if (type === 'rollback' || description?.sdp) apply('local', description ?? { type })
        else {
          // The state is checked before the text is made, as setting it would (WebRTC §4.4.1.4).
          setDescription(negotiation, 'local', { type })
          const { sdp = '' } = create(type === 'offer' ? 'offer' : 'answer')
          apply('local', { type, sdp })
        }
      }),
    setRemoteDescription: (description: RTCSessionDescriptionInit) =>
      enqueue(() => {
        apply('remote', description)
      }),
    addIceCandidate: (candidate?: RTCIceCandidateInit | null) =>
      enqueue(() => {
        if (fake.remoteDescription === null) {
          throw new DOMException('The remote description was null', 'InvalidStateError')
        }
        if (candidate?.candidate?.includes(NOWHERE)) {
          if (refusesPlaceholder) throw new DOMException('Invalid address', 'OperationError')
          // A pair to check, on the side that has both descriptions; nothing ever answers it.
          if (negotiation.currentRemote !== null && connection === 'new') setConnectionState('connecting')
          return
        }
        if (candidate?.candidate) candidates += 1
        onChange()
      }),
    restartIce() {
      generation += 1
      candidates = 0
    },
    close() {
      isClosed = true
      for (const transceiver of transceivers) transceiver.currentDirection = 'stopped'
    },
  }

  function setConnectionState(state: RTCPeerConnectionState) {
    if (isClosed || connection === state) return
    connection = state
    emit('iceconnectionstatechange')
    emit('connectionstatechange')
  }

  return {
    pc: fake as unknown as RTCPeerConnection,
    ufrag: () => ((negotiation.currentLocal ?? negotiation.pendingLocal) ? ufrag() : ''),
    remoteUfrag,
    isNegotiated: () =>
      !isClosed && negotiation.signalingState === 'stable' && negotiation.currentRemote !== null,
    hasRemoteCandidate: () => candidates > 0,
    setConnectionState,
    becomeConnected() {
      setConnectionState('connecting')
      setConnectionState('connected')
      for (const { receiver } of transceivers) receiver.track.dispatchEvent(new Event('unmute'))
    },
  }
}

function fakeTransceiver(
  kind: string,
  direction: RTCRtpTransceiverDirection,
  track: MediaStreamTrack | null,
): FakeTransceiver {
  return {
    mid: null,
    direction,
    currentDirection: null,
    receiver: { track: fakeTrack(kind) },
    sender: { track },
  }
}

/** A track that a test can read and listen to, and that says nothing by itself. */
export function fakeTrack(kind: string): MediaStreamTrack {
  const fields = {
    kind,
    id: `${kind}-${Math.random().toString(36).slice(2)}`,
    label: '',
    muted: true,
    stop: () => undefined,
  }
  return Object.assign(new EventTarget(), fields) as unknown as MediaStreamTrack
}

function fakeStream(): MediaStream {
  return { getTracks: () => [] } as unknown as MediaStream
}

function fakeCandidate(ufrag: string, candidate = `${CANDIDATE}${ufrag}`) {
  const init = { candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: ufrag }
  return { ...init, toJSON: () => init }
}

function closedError(): DOMException {
  return new DOMException("The RTCPeerConnection's signalingState is 'closed'.", 'InvalidStateError')
}

/** What a call is worth that is under way when the connection closes (WebRTC §4.4.1.4). */
function never<T>(): Promise<T> {
  return new Promise(() => undefined)
}
