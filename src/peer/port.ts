import type {
  Candidate,
  Description,
  MediaSummary,
  PeerConfig,
  PeerFact,
  Settings,
} from '../../machines/contracts'

/** Streams for video elements: the only things of a peer that are not plain JSON. */
export interface PeerStreams {
  local: MediaStream | null
  remote: MediaStream | null
}

/**
 * One end's connection and devices behind plain JSON. Nothing else in the program touches an RTCPeerConnection.
 * Every method rejects with the browser's own exception; one that is pending when `close()` is called never
 * settles (WebRTC §4.4.1.4), so callers must be ready to be cancelled.
 */
export interface PeerPort {
  /** getUserMedia(), or the test pattern (Media Capture and Streams §10.3). */
  captureMedia(source: Settings['media']): Promise<MediaSummary>
  /** new RTCPeerConnection(), and addTrack() for each captured track (WebRTC §5.1). */
  addTracks(config: PeerConfig): Promise<void>
  createOffer(): Promise<Description>
  createAnswer(): Promise<Description>
  setLocalDescription(description: Description): Promise<void>
  /** Makes the connection first where there is none: the callee's is made by the offer it receives. */
  setRemoteDescription(description: Description, config?: PeerConfig): Promise<void>
  /** Captures and adds the tracks to the connection that setRemoteDescription() made. */
  captureAndAdd(source: Settings['media']): Promise<MediaSummary>
  /** addIceCandidate(); the outcome comes back as a fact. */
  addCandidate(index: number, candidate: Candidate): void
  /** addIceCandidate() with a candidate of this app's own; the outcome comes back as a fact. */
  addPlaceholder(candidate: Candidate): void
  /** restartIce() and setLocalDescription(): the new offer (WebRTC §4.4.2, restartIce). */
  restartIce(): Promise<Description>
  /** setRemoteDescription() and setLocalDescription(): the answer to an ICE restart. */
  answerRestart(description: Description): Promise<Description>
  /** Closes the connection and releases the devices. Idempotent. */
  close(): void
  /** WebRTC §8; null before there is a connection. */
  getStats(): Promise<RTCStatsReport | null>
}

export interface PeerReports {
  onFact(fact: PeerFact): void
  onStreams(streams: PeerStreams): void
}
