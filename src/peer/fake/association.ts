import type { Side } from '../../jsep/table'
import { sectionsOf } from './descriptions'
import { reversed } from './directions'
import type { FakeSection } from './fakeSdp'
import type { FakeTransceiver } from './fakeTransceiver'
import { agree, receive } from './fakeTransceivers'
import type { TransceiverSet } from './fakeTransceivers'
import { fakeStream } from './fakeMedia'

/** The content of a `track` event. */
export interface TrackNews {
  track: MediaStreamTrack
  streams: MediaStream[]
  receiver: RTCRtpReceiver
  transceiver: RTCRtpTransceiver
}

export interface Association {
  /** Associates the sections of a description with transceivers; returns the new tracks (WebRTC §4.4.1.4). */
  apply(side: Side, description: RTCSessionDescriptionInit): TrackNews[]
  /** Removes the associations that the open offer has made (RFC 9429 §4.1.10.2). */
  rollBack(): void
}

/** Which transceiver belongs to which section. */
export function createAssociation(set: TransceiverSet): Association {
  /** Transceivers associated since the last stable state, and those that a remote offer created. */
  let tied: FakeTransceiver[] = []
  let made: FakeTransceiver[] = []

  const ofMid = (mid: string) => set.list().find(({ state }) => state.mid === mid)

  function tie(transceiver: FakeTransceiver, mid: string) {
    if (transceiver.state.mid === null) tied.push(transceiver)
    transceiver.state.mid = mid
    return transceiver
  }

  function ofOffered({ kind, mid, isRejected }: FakeSection): FakeTransceiver | undefined {
    const known = ofMid(mid)
    if (known !== undefined || isRejected) return known
    const waiting = set
      .list()
      .find(
        ({ state, pc }) =>
          state.isByTrack && state.mid === null && !state.isStopping && pc.receiver.track.kind === kind,
      )
    if (waiting !== undefined) return tie(waiting, mid)
    const fresh = set.addForOffer(kind)
    made.push(fresh)
    return tie(fresh, mid)
  }

  function ofLocal({ mid }: FakeSection): FakeTransceiver | undefined {
    const known = ofMid(mid)
    if (known !== undefined) return known
    const offered = set.list().find(({ state }) => state.mid === null && state.offeredMid === mid)
    return offered === undefined ? undefined : tie(offered, mid)
  }

  return {
    apply(side, description) {
      const isOffer = description.type === 'offer'
      const news: TrackNews[] = []
      const over = new Set<FakeTransceiver>()
      for (const section of sectionsOf(description)) {
        if (section.kind === 'application') continue
        const transceiver = side === 'remote' && isOffer ? ofOffered(section) : ofLocal(section)
        if (transceiver === undefined) continue
        const direction = side === 'remote' ? reversed(section.direction) : section.direction
        if (section.isRejected) {
          if (!isOffer) over.add(transceiver)
          else if (side === 'remote') transceiver.state.isStopping = true
          continue
        }
        if (!isOffer) agree(transceiver, direction)
        if (side === 'remote' && receive(transceiver, direction)) {
          const { pc } = transceiver
          const streams = section.hasStream ? [fakeStream()] : []
          news.push({ track: pc.receiver.track, streams, receiver: pc.receiver, transceiver: pc })
        }
      }
      if (description.type === 'answer') {
        set.remove((transceiver) => over.has(transceiver))
        ;[tied, made] = [[], []]
      }
      return news
    },
    rollBack() {
      for (const { state } of tied) Object.assign(state, { mid: null, isReceiving: false })
      // A transceiver that a program has given a track meanwhile stays.
      set.remove((transceiver) => made.includes(transceiver) && !transceiver.state.isByTrack)
      ;[tied, made] = [[], []]
    },
  }
}
