import { impliedType } from '../../jsep/table'
import type { Side } from '../../jsep/table'
import { createAssociation } from './association'
import { answerSections, offerSections, sectionsOf } from './descriptions'
import { closedRefusal, refusal } from './errors'
import { createChannelSet } from './fakeChannels'
import type { ChannelSet } from './fakeChannels'
import { assertHasPlace, assertHasSection, createFakeIce } from './fakeIce'
import { readFakeSdp, writeFakeSdp } from './fakeSdp'
import { createTransceiverSet } from './fakeTransceivers'
import { assertMayCreate, assertMayImply, INITIAL_JSEP_STATE, setDescription } from './jsep'
import type { JsepState } from './jsep'
import { createNeedFlag, isNegotiationNeeded } from './negotiationNeeded'
import { createOperationsChain } from './operationsChain'

export interface FakeOptions {
  config: RTCConfiguration
  id: number
  onChange(): void
  /**
   * As in Firefox: the end of candidates is reported, and ICE without a pair to check fails 5 s after the answer is
   * set.
   */
  givesUp?: boolean
  /** Whether addIceCandidate() refuses the placeholder's address. */
  refusesPlaceholder?: boolean
}

export interface FakeConnection {
  pc: RTCPeerConnection
  ufrag(): string
  remoteUfrag(): string
  isNegotiated(): boolean
  hasRemoteCandidate(): boolean
  becomeConnected(): void
  /** For tests of failure: sets the state that ICE would report (WebRTC §4.3.3). */
  setConnectionState(state: RTCPeerConnectionState): void
  /** The data channels, if a section for them was negotiated. */
  channels(): ChannelSet | null
  /** Whether this end sent the offer of the last negotiation. */
  isOfferer(): boolean
}

const NOWHERE = ' 0.0.0.0 '

/** An RTCPeerConnection for tests without a browser: the JSEP table, the order of events, no network. */
export function createFakeConnection(options: FakeOptions): FakeConnection {
  const { id, onChange, givesUp = false, refusesPlaceholder = false } = options
  const target = new EventTarget()
  let config = options.config
  let negotiation: JsepState = INITIAL_JSEP_STATE
  let isClosed = false
  let version = 0
  /** Whether the next offer restarts ICE; `needed` if restartIce() asked for it. */
  let restart: 'none' | 'wanted' | 'needed' = 'none'

  const closed = () => isClosed
  const emit = (type: string, fields: object = {}) => {
    if (isClosed) return
    const event = Object.assign(new Event(type), fields)
    target.dispatchEvent(event)
    ;(fake as unknown as Record<string, ((event: Event) => void) | undefined>)[`on${type}`]?.(event)
  }

  const chain = createOperationsChain(closed, () => {
    need.onChainEmpty()
  })
  const set = createTransceiverSet(closed, () => {
    need.update()
  })
  const association = createAssociation(set)
  const channels = createChannelSet(closed, emit, () => {
    need.update()
    onChange()
  })
  const ice = createFakeIce({
    id,
    policy: () => config.iceTransportPolicy ?? 'all',
    givesUp,
    isClosed: closed,
    emit,
  })
  const need = createNeedFlag({
    isNeeded: () => isNegotiationNeeded({ ...parts(), isRestartDue: restart === 'needed' }),
    isStable: () => !isClosed && negotiation.signalingState === 'stable',
    isChainEmpty: chain.isEmpty,
    fire: () => {
      emit('negotiationneeded')
    },
  })

  const parts = () => ({ negotiation, transceivers: set.list(), hasChannels: channels.hasAny() })
  const ufragOf = (description: RTCSessionDescriptionInit | null) => readFakeSdp(description?.sdp ?? '').ufrag
  const local = () => negotiation.pendingLocal ?? negotiation.currentLocal
  const remote = () => negotiation.pendingRemote ?? negotiation.currentRemote

  function create(type: 'offer' | 'answer', iceRestart = false): RTCSessionDescriptionInit {
    assertMayCreate(type, negotiation)
    const isAnswerToRestart =
      type === 'answer' &&
      negotiation.currentRemote !== null &&
      ufragOf(negotiation.currentRemote) !== ufragOf(negotiation.pendingRemote) &&
      ufragOf(negotiation.currentLocal) === ice.ufrag()
    if (isAnswerToRestart || (type === 'offer' && (iceRestart || restart !== 'none'))) ice.restart()
    if (type === 'offer') restart = 'none'
    version += 1
    const sections = type === 'offer' ? offerSections(parts()) : answerSections(parts())
    return {
      type,
      sdp: writeFakeSdp(ice.ufrag(), version, type === 'offer' ? 'actpass' : 'active', sections),
    }
  }

  function apply(side: Side, description: RTCSessionDescriptionInit) {
    const { type } = description
    const before = negotiation.signalingState
    const knownRemote = ufragOf(remote())
    const next = setDescription(negotiation, side, description)
    if (side === 'remote' && type === 'offer' && before === 'have-local-offer') {
      // Two transitions, each with its own event (RFC 9429 §5.6).
      negotiation = setDescription(negotiation, 'local', { type: 'rollback' })
      association.rollBack()
      emit('signalingstatechange')
    }
    const { signalingState } = negotiation
    negotiation = next
    if (type === 'rollback') association.rollBack()
    const news = type === 'rollback' ? [] : association.apply(side, description)
    if (side === 'remote' && ufragOf(remote()) !== knownRemote) ice.forgetRemote()
    if (negotiation.signalingState !== signalingState) emit('signalingstatechange')
    for (const track of news) emit('track', track)
    if (negotiation.signalingState === 'stable') need.clear()
    if (side === 'local' && type !== 'rollback' && sectionsOf(local()).length > 0) {
      const ufrag = ufragOf(local())
      queueMicrotask(() => {
        ice.gather(ufrag)
      })
      if (type === 'answer') ice.giveUpLater()
    }
    onChange()
  }

  function setLocal(description?: RTCSessionDescriptionInit) {
    const type = description?.type ?? impliedType(negotiation.signalingState)
    if (type === 'rollback' || description?.sdp) {
      apply('local', description ?? { type })
      return
    }
    assertMayImply(type, negotiation)
    // The state is checked before the text is created, as when setting it (WebRTC §4.4.1.4).
    setDescription(negotiation, 'local', { type })
    const { sdp = '' } = create(type === 'offer' ? 'offer' : 'answer')
    apply('local', { type, sdp })
  }

  function addCandidate(candidate?: RTCIceCandidateInit | null) {
    if (remote() === null) throw refusal('addIceCandidate', 'The remote description was null')
    if (candidate?.candidate?.includes(NOWHERE)) {
      if (refusesPlaceholder) throw refusal('addIceCandidate', 'Invalid address', 'OperationError')
      // Only on the side that has both descriptions.
      if (negotiation.currentRemote !== null) ice.checkInVain()
      return
    }
    if (candidate?.candidate) {
      assertHasSection(
        candidate,
        sectionsOf(remote()).map(({ mid }) => mid),
      )
      ice.addRemote()
    }
    onChange()
  }

  const fake = {
    ...set.methods,
    createDataChannel: channels.createDataChannel,
    get signalingState() {
      return isClosed ? 'closed' : negotiation.signalingState
    },
    get iceGatheringState() {
      return ice.gatheringState()
    },
    get connectionState() {
      return ice.connectionState()
    },
    get iceConnectionState() {
      return ice.iceConnectionState()
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
      return local()
    },
    get remoteDescription() {
      return remote()
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: target.dispatchEvent.bind(target),
    getStats: () => Promise.resolve(new Map()),
    createOffer: (offer?: RTCOfferOptions) =>
      chain.run('createOffer', () => create('offer', offer?.iceRestart)),
    createAnswer: () => chain.run('createAnswer', () => create('answer')),
    setLocalDescription: (description?: RTCSessionDescriptionInit) =>
      chain.run('setLocalDescription', () => {
        setLocal(description)
      }),
    setRemoteDescription: (description: RTCSessionDescriptionInit) =>
      chain.run('setRemoteDescription', () => {
        apply('remote', description)
      }),
    async addIceCandidate(candidate?: RTCIceCandidateInit | null) {
      assertHasPlace(candidate)
      await chain.run('addIceCandidate', () => {
        addCandidate(candidate)
      })
    },
    getConfiguration: () => config,
    setConfiguration(next: RTCConfiguration) {
      if (isClosed) throw closedRefusal('setConfiguration')
      const bundling = ({ bundlePolicy = 'balanced' }: RTCConfiguration) => bundlePolicy
      if (bundling(next) !== bundling(config))
        throw refusal(
          'setConfiguration',
          "Attempted to modify the PeerConnection's configuration in an unsupported way.",
          'InvalidModificationError',
        )
      if (negotiation.currentLocal !== null && restart === 'none') restart = 'wanted'
      config = next
    },
    restartIce() {
      // Without credentials there are none to replace (WebRTC §4.4.2, restartIce).
      if (isClosed || negotiation.currentLocal === null) return
      restart = 'needed'
      need.update()
    },
    close() {
      if (isClosed) return
      isClosed = true
      channels.close()
    },
  }

  return {
    pc: fake as unknown as RTCPeerConnection,
    ufrag: () => ufragOf(local()),
    remoteUfrag: () => ufragOf(remote()),
    isNegotiated: () =>
      !isClosed && negotiation.signalingState === 'stable' && negotiation.currentRemote !== null,
    hasRemoteCandidate: ice.hasRemote,
    setConnectionState: ice.setConnectionState,
    becomeConnected() {
      if (ice.connectionState() === 'connected') return
      ice.setConnectionState('connecting')
      ice.setConnectionState('connected')
      for (const { pc } of set.list()) pc.receiver.track.dispatchEvent(new Event('unmute'))
    },
    channels: () =>
      sectionsOf(negotiation.currentLocal).some(({ kind }) => kind === 'application') ? channels : null,
    isOfferer: () => negotiation.currentLocal?.type === 'offer',
  }
}
