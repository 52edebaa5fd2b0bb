import type { Candidate, CaptureSource, MediaSummary } from '../../machines/contracts'
import type { PortFact } from './portFacts'
import type { CaptureChoice } from './media'
import type { ChannelId, LocalTrack, MediaKind, PeerOperation, PeerResults } from './operations'

/** Streams for video elements: the only things of a peer that are not plain JSON. */
export interface PeerStreams {
  local: MediaStream | null
  remote: MediaStream | null
  /** What this end shares beside its camera, and what the other end does. */
  localScreen?: MediaStream | null
  remoteScreen?: MediaStream | null
}

/** One end's connection and devices behind plain JSON. No other part of the program uses an RTCPeerConnection. */
export interface PeerPort {
  /**
   * Executes one operation at once, so operations in a row are calls in a row (WebRTC §4.4.1.2). Rejects with the
   * browser's own exception, with an InvalidStateError before there is a connection, and with a NotFoundError if an id
   * or a captured track does not exist. An operation that is pending when the connection or the peer is closed never
   * settles (WebRTC §4.4.1.4), nor does one after close(), so callers must be cancellable.
   */
  run<O extends PeerOperation>(operation: O): Promise<PeerResults[O['call']]>
  /** Whether there is a connection, open or closed. */
  hasConnection(): boolean
  /**
   * getUserMedia(), the test pattern (Media Capture and Streams §10.3), or getDisplayMedia() (Screen Capture §5.1). A
   * capture with a name is kept beside others. Returns what the capture consists of then.
   */
  captureMedia(source: CaptureSource, name?: string, choice?: CaptureChoice): Promise<MediaSummary>
  /** Releases a capture, the first one if none is named: its tracks end. `kind`: only those of one kind. */
  releaseMedia(name?: string, kind?: MediaKind): void
  /** Every captured track. */
  captured(): LocalTrack[]
  /** addIceCandidate() with the placeholder; the outcome is reported as a fact. */
  addPlaceholder(candidate: Candidate): void
  /**
   * Sends bytes on a data channel once little enough waits in its buffer (WebRTC §6.2, bufferedAmount). Rejects if the
   * channel is not open, or closes while it waits.
   */
  sendBytes(channel: ChannelId, bytes: ArrayBuffer): Promise<void>
  /** getStats() (WebRTC §8); null before there is a connection. */
  getStats(): Promise<RTCStatsReport | null>
  /** Closes the connection and releases the devices. Idempotent. */
  close(): void
}

export interface PeerReports {
  onFact(fact: PortFact): void
  onStreams(streams: PeerStreams): void
  /** Takes the bytes that arrive on data channels; without it they are facts, of which only the size is kept. */
  onBytes?(channel: ChannelId, bytes: ArrayBuffer): void
}
