import type { Candidate } from '../../machines/contracts'
import type { NegotiationOperation, SessionDescription } from '../jsep/negotiationOperations'

/*
 * Everything an RTCPeerConnection and what belongs to it can be asked, as plain JSON. An operation is named by its
 * method; one of a transceiver, sender or channel has that as a prefix. Objects of the browser are named by ids that
 * the port gives: `transceiver-0`, `channel-0`, in the order in which they appear on a connection.
 */

/** Names a transceiver, and with it its one sender and one receiver (WebRTC §5.4). */
export type TransceiverId = string

export type ChannelId = string

export type MediaKind = 'audio' | 'video'

/** A captured track: by its kind, and by the name under which it was captured where that is not the first capture. */
export interface LocalTrack {
  kind: MediaKind
  media?: string
}

/** `RTCConfiguration` (WebRTC §4.2.1) without certificates, which are no plain JSON. */
export type PeerConfiguration = Omit<RTCConfiguration, 'certificates'>

/** A description that the browser has written: its text is there, however short. */
export type WrittenDescription = Required<SessionDescription>

type ConnectionOperation =
  /** new RTCPeerConnection(); the one before is closed (WebRTC §4.4.1.1). */
  | { call: 'create'; configuration: PeerConfiguration }
  | { call: 'setConfiguration'; configuration: PeerConfiguration }
  /** An empty `candidate` is the end of one section's candidates; none at all, that of all sections (WebRTC §4.4.2). */
  | { call: 'addIceCandidate'; candidate?: Partial<Candidate> }
  | { call: 'restartIce' }
  | { call: 'getTransceivers' }
  /** Closes the connection alone; what is asked of it afterwards is refused by the browser itself. */
  | { call: 'close' }

type TrackOperation =
  /** `isStreamless`: without the stream it was captured in, so that the other end is told of none (WebRTC §5.1). */
  | { call: 'addTrack'; track: LocalTrack; isStreamless?: boolean }
  | { call: 'removeTrack'; transceiver: TransceiverId }
  /** With a captured track, or with a kind alone. */
  | {
      call: 'addTransceiver'
      track: LocalTrack | MediaKind
      direction?: RTCRtpTransceiverDirection
      sendEncodings?: RTCRtpEncodingParameters[]
    }
  | { call: 'transceiver.stop'; transceiver: TransceiverId }
  | { call: 'transceiver.direction'; transceiver: TransceiverId; direction: RTCRtpTransceiverDirection }
  /** An empty list takes the browser's own order again (WebRTC §5.4.1). */
  | { call: 'transceiver.setCodecPreferences'; transceiver: TransceiverId; codecs: RTCRtpCodec[] }
  | { call: 'sender.replaceTrack'; transceiver: TransceiverId; track: LocalTrack | null }
  /** getParameters() and setParameters() with these fields of each encoding changed (WebRTC §5.2). */
  | { call: 'sender.setParameters'; transceiver: TransceiverId; encodings: RTCRtpEncodingParameters[] }

type ChannelOperation =
  | { call: 'createDataChannel'; label: string; options?: RTCDataChannelInit }
  | { call: 'channel.send'; channel: ChannelId; data: string }
  | { call: 'channel.close'; channel: ChannelId }

export type PeerOperation = NegotiationOperation | ConnectionOperation | TrackOperation | ChannelOperation

export type CallName = PeerOperation['call']

export type OperationOf<Name extends CallName> = Extract<PeerOperation, { call: Name }>

/** What `getTransceivers` tells of each. */
export interface TransceiverResult {
  id: TransceiverId
  mid: string | null
  kind: MediaKind
  direction: RTCRtpTransceiverDirection
  currentDirection: RTCRtpTransceiverDirection | null
  /** Whether its sender has a track. */
  isSending: boolean
}

/** What each operation gives, as plain JSON. */
export interface PeerResults {
  create: undefined
  createOffer: WrittenDescription
  createAnswer: WrittenDescription
  /** The local description as it stands now; null where a rollback leaves none. */
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

/** What carries operations out, by their names: each throws, or rejects with, the browser's own exception. */
export type Calls<Name extends CallName> = {
  [N in Name]: (operation: OperationOf<N>) => PeerResults[N] | Promise<PeerResults[N]>
}

/** The call as a status report names it: `setLocalDescription()`. */
export function causeOf({ call }: PeerOperation): string {
  return call === 'create' ? 'new RTCPeerConnection()' : `${call}()`
}
