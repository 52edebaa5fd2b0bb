import { refusal } from './errors'
import { fakeTrack } from './fakeMedia'

type Direction = RTCRtpTransceiverDirection

/** Slots of a transceiver that a program cannot set (WebRTC §5.4). */
export interface TransceiverState {
  mid: string | null
  direction: Direction
  currentDirection: Direction | null
  isStopping: boolean
  /** Whether addTrack() created its sender, so that a remote offer may use it (RFC 9429 §5.10). */
  isByTrack: boolean
  /** Whether its sender has been used: addTrack() does not use it again (WebRTC §5.1). */
  hasSent: boolean
  /** Whether the other end was asked to send. */
  isReceiving: boolean
  /** Whether its sender's track was added with a stream. */
  hasStream: boolean
  /** The mid in the last created offer. */
  offeredMid: string | null
}

export interface FakeTransceiver {
  state: TransceiverState
  pc: RTCRtpTransceiver
}

export interface TransceiverOptions {
  kind: string
  direction: Direction
  track: MediaStreamTrack | null
  isByTrack?: boolean
  hasStream?: boolean
  encodings?: RTCRtpEncodingParameters[]
  isClosed(): boolean
  /** Called after a change that may need a negotiation. */
  onChange(): void
}

/**
 * The codecs that a browser can be asked to prefer; retransmission and redundancy alone do not count (WebRTC §5.4.1).
 */
const CODECS: Record<string, readonly string[]> = {
  audio: ['opus', 'g722', 'pcmu', 'pcma'],
  video: ['vp8', 'vp9', 'h264', 'h265', 'av1'],
}
const EXTRAS = ['rtx', 'red', 'ulpfec', 'flexfec-03', 'cn', 'telephone-event']

/** One transceiver with its sender and receiver (WebRTC §5.2–§5.4). */
export function createFakeTransceiver(options: TransceiverOptions): FakeTransceiver {
  const { kind, direction, isByTrack = false, hasStream = true, isClosed, onChange } = options
  const state: TransceiverState = {
    mid: null,
    direction,
    currentDirection: null,
    isStopping: false,
    isByTrack,
    hasSent: false,
    isReceiving: false,
    hasStream,
    offeredMid: null,
  }
  let encodings = options.encodings ?? [{ active: true }]

  const sender = {
    track: options.track,
    replaceTrack(track: MediaStreamTrack | null) {
      const refuse = (text: string, name?: string) =>
        Promise.reject(refusal('replaceTrack', text, name, 'RTCRtpSender'))
      if (track !== null && track.kind !== kind)
        return refuse('Track kind does not match Sender kind', 'TypeError')
      if (isClosed()) return refuse('The peer connection is closed.')
      sender.track = track
      return Promise.resolve()
    },
    getParameters: () => ({ transactionId: '1', encodings: encodings.map((encoding) => ({ ...encoding })) }),
    setParameters(parameters: { encodings: RTCRtpEncodingParameters[] }) {
      if (isClosed() || state.isStopping) {
        const text = 'setParameters cannot be called on a stopped sender.'
        return Promise.reject(refusal('setParameters', text, 'InvalidStateError', 'RTCRtpSender'))
      }
      encodings = parameters.encodings
      return Promise.resolve()
    },
  }

  const transceiver = {
    get mid() {
      return isClosed() ? null : state.mid
    },
    get direction() {
      return isClosed() || state.isStopping ? 'stopped' : state.direction
    },
    set direction(next: Direction) {
      if (isClosed() || state.isStopping) {
        const reason = isClosed() ? 'The peer connection is closed.' : 'The transceiver is stopped.'
        throw new DOMException(
          `Failed to set the 'direction' property on 'RTCRtpTransceiver': ${reason}`,
          'InvalidStateError',
        )
      }
      if (next === state.direction) return
      state.direction = next
      onChange()
    },
    get currentDirection() {
      return isClosed() ? 'stopped' : state.currentDirection
    },
    sender,
    receiver: { track: fakeTrack(kind) },
    stop() {
      if (isClosed())
        throw refusal('stop', 'The peer connection is closed.', 'InvalidStateError', 'RTCRtpTransceiver')
      if (state.isStopping) return
      state.isStopping = true
      onChange()
    },
    setCodecPreferences(codecs: RTCRtpCodec[]) {
      const names = codecs.map(({ mimeType }) => mimeType.toLowerCase().split('/'))
      const isKnown = names.every(
        ([type, name = '']) => type === kind && [...(CODECS[kind] ?? []), ...EXTRAS].includes(name),
      )
      const hasCodec = names.some(([, name = '']) => CODECS[kind]?.includes(name))
      if (codecs.length === 0 || (isKnown && hasCodec)) return
      const text = isKnown
        ? 'Invalid codec preferences: codec list must have a non RTX, RED, FEC or Comfort Noise entry.'
        : 'Invalid codec preferences: Missing codec from codec capabilities.'
      throw refusal('setCodecPreferences', text, 'InvalidModificationError', 'RTCRtpTransceiver')
    },
  }
  return { state, pc: transceiver as unknown as RTCRtpTransceiver }
}
