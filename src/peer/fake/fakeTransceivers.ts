import { receives, sends, withSending } from './directions'
import { closedRefusal, refusal } from './errors'
import { endTrack } from './fakeMedia'
import { createFakeTransceiver } from './fakeTransceiver'
import type { FakeTransceiver, TransceiverOptions } from './fakeTransceiver'

export interface TransceiverSet {
  /** In the order in which they were added. */
  list(): readonly FakeTransceiver[]
  /** Adds one that a remote offer asks for (RFC 9429 §5.10). */
  addForOffer(kind: string): FakeTransceiver
  /** Stops and removes those for which `isOver` returns true. */
  remove(isOver: (transceiver: FakeTransceiver) => boolean): void
  /** The methods of RTCPeerConnection (WebRTC §5.1). */
  methods: Pick<
    RTCPeerConnection,
    'addTrack' | 'removeTrack' | 'addTransceiver' | 'getTransceivers' | 'getSenders' | 'getReceivers'
  >
}

/** The transceivers of one connection. */
export function createTransceiverSet(isClosed: () => boolean, onChange: () => void): TransceiverSet {
  let all: FakeTransceiver[] = []

  function add(options: Omit<TransceiverOptions, 'isClosed' | 'onChange'>) {
    const transceiver = createFakeTransceiver({ ...options, isClosed, onChange })
    all.push(transceiver)
    return transceiver
  }

  /** A sender that has no track, was never used, and has this kind (WebRTC §5.1, addTrack). */
  function reusable(kind: string) {
    return all.find(
      ({ pc, state }) =>
        pc.sender.track === null && pc.receiver.track.kind === kind && !state.isStopping && !state.hasSent,
    )
  }

  return {
    list: () => all,
    addForOffer: (kind) => add({ kind, direction: 'recvonly', track: null }),
    remove(isOver) {
      for (const one of all.filter(isOver)) {
        Object.assign(one.state, { isStopping: true, mid: null })
        endTrack(one.pc.receiver.track)
      }
      all = all.filter((one) => !isOver(one))
    },
    methods: {
      addTrack(track, ...streams) {
        if (isClosed()) throw closedRefusal('addTrack')
        if (all.some(({ pc }) => pc.sender.track === track))
          throw refusal('addTrack', 'A sender already exists for the track.', 'InvalidAccessError')
        const hasStream = streams.length > 0
        const transceiver = reusable(track.kind)
        if (transceiver === undefined) {
          const made = add({ kind: track.kind, direction: 'sendrecv', track, isByTrack: true, hasStream })
          onChange()
          return made.pc.sender
        }
        const { state, pc } = transceiver
        Object.assign(pc.sender, { track })
        Object.assign(state, { direction: withSending(state.direction, true), isByTrack: true, hasStream })
        onChange()
        return pc.sender
      },
      removeTrack(sender) {
        if (isClosed()) throw closedRefusal('removeTrack')
        const transceiver = all.find(({ pc }) => pc.sender === sender)
        if (transceiver === undefined)
          throw refusal(
            'removeTrack',
            'The sender was not created by this peer connection.',
            'InvalidAccessError',
          )
        if (sender.track === null || transceiver.state.isStopping) return
        Object.assign(sender, { track: null })
        transceiver.state.direction = withSending(transceiver.state.direction, false)
        onChange()
      },
      addTransceiver(trackOrKind, { direction = 'sendrecv', sendEncodings, streams = [] } = {}) {
        if (isClosed()) throw closedRefusal('addTransceiver')
        const isKind = typeof trackOrKind === 'string'
        const made = add({
          kind: isKind ? trackOrKind : trackOrKind.kind,
          direction,
          track: isKind ? null : trackOrKind,
          hasStream: streams.length > 0,
          ...(sendEncodings !== undefined && { encodings: sendEncodings }),
        })
        onChange()
        return made.pc
      },
      getTransceivers: () => all.map(({ pc }) => pc),
      getSenders: () => all.map(({ pc }) => pc.sender),
      getReceivers: () => all.map(({ pc }) => pc.receiver),
    },
  }
}

/** Sets the direction of the receiving side; returns whether a `track` event must fire (WebRTC §5.1.1). */
export function receive({ state, pc }: FakeTransceiver, direction: RTCRtpTransceiverDirection): boolean {
  const wasReceiving = state.isReceiving
  state.isReceiving = receives(direction)
  if (wasReceiving && !state.isReceiving) pc.receiver.track.dispatchEvent(new Event('mute'))
  return state.isReceiving && !wasReceiving
}

/** Sets the negotiated direction. */
export function agree({ state }: FakeTransceiver, direction: RTCRtpTransceiverDirection) {
  state.currentDirection = direction
  if (sends(direction)) state.hasSent = true
}
