import type { Names as Ids } from '../names'
import type { Calls, LocalTrack, MediaKind } from '../operations'

type Names =
  | 'addTrack'
  | 'removeTrack'
  | 'addTransceiver'
  | 'getTransceivers'
  | 'transceiver.stop'
  | 'transceiver.direction'
  | 'transceiver.setCodecPreferences'
  | 'sender.replaceTrack'
  | 'sender.setParameters'

/** A captured track and the stream it was captured in. */
export interface Captured {
  track: MediaStreamTrack
  stream: MediaStream
}

export interface TrackCallsOptions {
  pc(): RTCPeerConnection
  ids(): Ids<RTCRtpTransceiver>
  /** Finds a captured track. Throws if there is none. */
  captured(track: LocalTrack): Captured
}

/** Tracks, transceivers and senders (WebRTC §5). */
export function trackCalls({ pc, ids, captured }: TrackCallsOptions): Calls<Names> {
  /** Names every transceiver in the order of the connection's own list. */
  function all() {
    return pc()
      .getTransceivers()
      .map((transceiver) => ({ id: ids().nameOf(transceiver), transceiver }))
  }

  function find(id: string): RTCRtpTransceiver {
    all()
    return ids().find(id)
  }

  return {
    addTrack({ track, isStreamless = false }) {
      const of = captured(track)
      const sender = pc().addTrack(of.track, ...(isStreamless ? [] : [of.stream]))
      const added = all().find(({ transceiver }) => transceiver.sender === sender)
      if (added === undefined) throw new DOMException('The new sender has no transceiver.', 'NotFoundError')
      return { transceiver: added.id }
    },
    removeTrack({ transceiver }) {
      pc().removeTrack(find(transceiver).sender)
      return undefined
    },
    addTransceiver({ track, direction, sendEncodings }) {
      const of = typeof track === 'string' ? null : captured(track)
      const made = pc().addTransceiver(of === null ? (track as MediaKind) : of.track, {
        ...(direction !== undefined && { direction }),
        ...(sendEncodings !== undefined && { sendEncodings }),
        ...(of !== null && { streams: [of.stream] }),
      })
      all()
      return { transceiver: ids().nameOf(made) }
    },
    getTransceivers() {
      return all().map(({ id, transceiver: { mid, direction, currentDirection, sender, receiver } }) => ({
        id,
        mid,
        kind: receiver.track.kind as MediaKind,
        direction,
        currentDirection,
        isSending: sender.track !== null,
      }))
    },
    'transceiver.stop'({ transceiver }) {
      find(transceiver).stop()
      return undefined
    },
    'transceiver.direction'({ transceiver, direction }) {
      find(transceiver).direction = direction
      return undefined
    },
    'transceiver.setCodecPreferences'({ transceiver, codecs }) {
      find(transceiver).setCodecPreferences(codecs)
      return undefined
    },
    async 'sender.replaceTrack'({ transceiver, track }) {
      await find(transceiver).sender.replaceTrack(track === null ? null : captured(track).track)
      return undefined
    },
    async 'sender.setParameters'({ transceiver, encodings }) {
      const { sender } = find(transceiver)
      const parameters = sender.getParameters()
      parameters.encodings = parameters.encodings.map((encoding, index) => ({
        ...encoding,
        ...encodings[index],
      }))
      await sender.setParameters(parameters)
      return undefined
    },
  }
}
