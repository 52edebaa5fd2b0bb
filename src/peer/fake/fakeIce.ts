import { refusal } from './errors'

export interface IceOptions {
  id: number
  /** The policy at the time of gathering. */
  policy(): RTCIceTransportPolicy
  /**
   * As in Firefox: the end of candidates is reported, and ICE without a pair to check fails 5 s after the answer is
   * set.
   */
  givesUp: boolean
  isClosed(): boolean
  emit(type: string, fields?: object): void
}

/** Milliseconds: media.peerconnection.ice.trickle_grace_period. */
const GRACE = 5_000
const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host generation 0 ufrag '

/** Gathering and the states of ICE, without a network (WebRTC §4.3). */
export function createFakeIce({ id, policy, givesUp, isClosed, emit }: IceOptions) {
  let generation = 0
  let gathered = ''
  let gathering: RTCIceGatheringState = 'new'
  let connection: RTCPeerConnectionState = 'new'
  let candidates = 0

  function setConnectionState(state: RTCPeerConnectionState) {
    if (isClosed() || connection === state) return
    connection = state
    emit('iceconnectionstatechange')
    emit('connectionstatechange')
  }

  return {
    /** The user fragment of the next description. */
    ufrag: () => `f${String(id)}g${String(generation)}`,
    /** Gives the next description other credentials (RFC 8445 §2.4). */
    restart() {
      generation += 1
    },
    /** Candidates of the other end belong to a generation; this drops those of the previous one. */
    forgetRemote() {
      candidates = 0
    },
    addRemote() {
      candidates += 1
    },
    hasRemote: () => candidates > 0,
    /** Checks a pair that never gets a response. */
    checkInVain() {
      if (connection === 'new') setConnectionState('connecting')
    },
    giveUpLater() {
      if (!givesUp) return
      setTimeout(() => {
        if (connection === 'new') setConnectionState('failed')
      }, GRACE)
    },
    /** Gathers once for each user fragment; starts after setLocalDescription() has resolved, as browsers do. */
    gather(ufrag: string) {
      if (gathered === ufrag) return
      gathered = ufrag
      setTimeout(() => {
        if (isClosed()) return
        gathering = 'gathering'
        emit('icegatheringstatechange')
        if (policy() !== 'relay') emit('icecandidate', { candidate: fakeCandidate(ufrag) })
        gathering = 'complete'
        emit('icegatheringstatechange')
        if (givesUp) emit('icecandidate', { candidate: fakeCandidate(ufrag, '') })
        emit('icecandidate', { candidate: null })
      })
    },
    gatheringState: () => gathering,
    connectionState: (): RTCPeerConnectionState => (isClosed() ? 'closed' : connection),
    iceConnectionState(): RTCIceConnectionState {
      if (isClosed()) return 'closed'
      return connection === 'connecting' ? 'checking' : connection
    },
    setConnectionState,
  }
}

function fakeCandidate(ufrag: string, candidate = `${CANDIDATE}${ufrag}`) {
  const init = { candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: ufrag }
  return { ...init, toJSON: () => init }
}

/** Throws if addIceCandidate() would reject the argument before it looks at any state (WebRTC §4.4.2). */
export function assertHasPlace(candidate: RTCIceCandidateInit | null | undefined) {
  if (
    candidate?.candidate &&
    (candidate.sdpMid ?? null) === null &&
    (candidate.sdpMLineIndex ?? null) === null
  )
    throw refusal(
      'addIceCandidate',
      'Candidate missing values for both sdpMid and sdpMLineIndex',
      'TypeError',
    )
}

/** Throws if a candidate belongs to no section of the remote description (WebRTC §4.4.2). */
export function assertHasSection({ sdpMid, sdpMLineIndex }: RTCIceCandidateInit, mids: readonly string[]) {
  const index = sdpMLineIndex ?? -1
  const isKnown = sdpMid != null ? mids.includes(sdpMid) : index >= 0 && index < mids.length
  if (!isKnown) throw refusal('addIceCandidate', 'Error processing ICE candidate', 'OperationError')
}
