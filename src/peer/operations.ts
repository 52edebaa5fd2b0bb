import type { Candidate } from '../../machines/contracts'
import type { NegotiationOperation, SessionDescription } from '../jsep/negotiationOperations'

/* All operations of an RTCPeerConnection and its parts, as plain JSON. An operation has the name of its method; for a
   transceiver, sender or channel with that as a prefix. Objects of the browser are named by ids that the port assigns:
   `transceiver-0`, `channel-0`, in the order in which they appear on a connection. */

/** Names a transceiver with its one sender and one receiver (WebRTC §5.4). */
export type TransceiverId = string

export type ChannelId = string

export type MediaKind = 'audio' | 'video'

/** A captured track, named by its kind and, unless it is of the first capture, by the name of its capture. */
export interface LocalTrack {
  kind: MediaKind
  media?: string
}

/** `RTCConfiguration` (WebRTC §4.2.1) without certificates, which are not plain JSON. */
export type PeerConfiguration = Omit<RTCConfiguration, 'certificates'>

/** A description from the browser: its text is always present. */
export type WrittenDescription = Required<SessionDescription>

type ConnectionOperation =
  /** new RTCPeerConnection(); closes the previous one (WebRTC §4.4.1.1). */
  | { call: 'create'; configuration: PeerConfiguration }
  | { call: 'setConfiguration'; configuration: PeerConfiguration }
  /**
   * An empty `candidate` ends the candidates of one section; without `candidate`, those of all sections (WebRTC
   * §4.4.2).
   */
  | { call: 'addIceCandidate'; candidate?: Partial<Candidate> }
  | { call: 'restartIce' }
  | { call: 'getTransceivers' }
  /** Closes the connection only; the browser itself refuses later operations. */
  | { call: 'close' }

type TrackOperation =
  /** `isStreamless`: without the stream of its capture, so that the other end learns of none (WebRTC §5.1). */
  | { call: 'addTrack'; track: LocalTrack; isStreamless?: boolean }
  | { call: 'removeTrack'; transceiver: TransceiverId }
  /** With a captured track, or with only a kind. */
  | {
      call: 'addTransceiver'
      track: LocalTrack | MediaKind
      direction?: RTCRtpTransceiverDirection
      sendEncodings?: RTCRtpEncodingParameters[]
    }
  | { call: 'transceiver.stop'; transceiver: TransceiverId }
  | { call: 'transceiver.direction'; transceiver: TransceiverId; direction: RTCRtpTransceiverDirection }
  /** An empty list restores the browser's own order (WebRTC §5.4.1). */
  | { call: 'transceiver.setCodecPreferences'; transceiver: TransceiverId; codecs: RTCRtpCodec[] }
  | { call: 'sender.replaceTrack'; transceiver: TransceiverId; track: LocalTrack | null }
  /** getParameters(), then setParameters() with these fields of each encoding changed (WebRTC §5.2). */
  | { call: 'sender.setParameters'; transceiver: TransceiverId; encodings: RTCRtpEncodingParameters[] }

type ChannelOperation =
  | { call: 'createDataChannel'; label: string; options?: RTCDataChannelInit }
  | { call: 'channel.send'; channel: ChannelId; data: string }
  | { call: 'channel.close'; channel: ChannelId }

export type PeerOperation = NegotiationOperation | ConnectionOperation | TrackOperation | ChannelOperation

export type CallName = PeerOperation['call']

export type OperationOf<Name extends CallName> = Extract<PeerOperation, { call: Name }>

/** The result of `getTransceivers` for each transceiver. */
export interface TransceiverResult {
  id: TransceiverId
  mid: string | null
  kind: MediaKind
  direction: RTCRtpTransceiverDirection
  currentDirection: RTCRtpTransceiverDirection | null
  /** Whether its sender has a track. */
  isSending: boolean
}

/** The result of each operation, as plain JSON. */
export interface PeerResults {
  create: undefined
  createOffer: WrittenDescription
  createAnswer: WrittenDescription
  /** The current local description; null if a rollback leaves none. */
  setLocalDescription: WrittenDescription | null
  setRemoteDescription: undefined
  setConfiguration: undefined
  addIceCandidate: undefined
  restartIce: undefined
  getTransceivers: TransceiverResult[]
  close: undefined
  addTrack: { transceiver: TransceiverId }
  removeTrack: undefined
  addTransceiver: { transceiver: TransceiverId }
  'transceiver.stop': undefined
  'transceiver.direction': undefined
  'transceiver.setCodecPreferences': undefined
  'sender.replaceTrack': undefined
  'sender.setParameters': undefined
  createDataChannel: { channel: ChannelId }
  'channel.send': undefined
  'channel.close': undefined
}

/** The functions that execute operations, by name: each throws, or rejects with, the browser's own exception. */
export type Calls<Name extends CallName> = {
  [N in Name]: (operation: OperationOf<N>) => PeerResults[N] | Promise<PeerResults[N]>
}

/** The operation as a status report names it: `setLocalDescription()`. */
export function causeOf({ call }: PeerOperation): string {
  return call === 'create' ? 'new RTCPeerConnection()' : `${call}()`
}
