import type { Candidate, Description, PeerConfig, PeerStatus } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { toProblem } from '../../machines/facts'
import type { Media, openMedia } from './media'
import { observeConnection } from './observe'
import { watchPatience } from './patience'
import type { PatienceMemory, PatienceWatch } from './patience'
import type { PeerPort, PeerReports, PeerStreams } from './port'
import { closedStatus, diffStatus, readStatus } from './status'

export interface PeerOptions extends PeerReports {
  end: End
  /** Makes the connection: the browser's constructor, or a fake one in tests. */
  connect(config: RTCConfiguration): RTCPeerConnection
  openMedia: typeof openMedia
  patience: PatienceMemory
}

/**
 * One end's peer: holds the connection and the media, and tells what happens to them as facts. Once closed it
 * holds nothing and says nothing more, however late the browser answers what was asked before.
 */
export function createPeer({
  end,
  connect,
  openMedia,
  patience,
  onFact: hear,
  onStreams,
}: PeerOptions): PeerPort {
  let pc: RTCPeerConnection | null = null
  let media: Media | null = null
  let streams: PeerStreams = { local: null, remote: null }
  let last: PeerStatus | null = null
  let stopObserving: (() => void) | null = null
  let watch: PatienceWatch | null = null
  let isClosed = false
  // Candidates are added one after another, in the order they came (RFC 8838 §9).
  let adding: Promise<void> = Promise.resolve()

  const onFact: PeerReports['onFact'] = (fact) => {
    if (!isClosed) hear(fact)
  }

  function showStreams(change: Partial<PeerStreams>) {
    streams = { ...streams, ...change }
    onStreams(streams)
  }

  function reportStatus(cause: string, always = false) {
    if (pc === null) return
    const status = readStatus(pc) ?? (last === null ? null : closedStatus(last))
    if (status === null) return
    const changed = diffStatus(last, status)
    last = status
    if (always || Object.keys(changed).length > 0) onFact({ type: 'pc.changed', cause, status: changed })
  }

  function open({ iceServers, relayOnly }: PeerConfig): RTCPeerConnection {
    discard()
    pc = connect({ iceServers, iceTransportPolicy: relayOnly ? 'relay' : 'all' })
    reportStatus('new RTCPeerConnection()')
    stopObserving = observeConnection(pc, {
      onFact,
      onChange: (cause) => {
        reportStatus(cause, true)
      },
      onRemoteStream: (remote) => {
        showStreams({ remote })
      },
    })
    watch = watchPatience(pc, patience, onFact)
    return pc
  }

  function discard() {
    stopObserving?.()
    stopObserving = null
    watch?.stop()
    watch = null
    pc?.close()
    pc = null
    last = null
  }

  function connection(): RTCPeerConnection {
    if (pc === null) throw new DOMException('There is no connection yet.', 'InvalidStateError')
    return pc
  }

  async function capture(source: Parameters<PeerPort['captureMedia']>[0]) {
    // A capture that fails leaves none behind: the tracks of the one before have ended.
    if (media !== null) showStreams({ local: null })
    media?.close()
    media = null
    const opened = await openMedia({ source, end })
    if (isClosed) {
      opened.close()
      return opened.summary
    }
    media = opened
    media.onEnded((kind) => {
      onFact({ type: 'media.ended', kind })
    })
    showStreams({ local: media.stream })
    return media.summary
  }

  /** Adds each track once. What an attempt that failed has added goes first, or it would be sent as well. */
  function addCaptured(to: RTCPeerConnection) {
    if (media === null) return
    for (const sender of to.getSenders()) if (sender.track !== null) to.removeTrack(sender)
    for (const track of media.stream.getTracks()) to.addTrack(track, media.stream)
    reportStatus('addTrack()')
  }

  async function apply(cause: string, promise: Promise<void>) {
    await promise
    reportStatus(cause)
  }

  /** Looks at the connection again although a draft should change nothing: a prediction is judged by it. */
  async function draft(cause: string, promise: Promise<RTCSessionDescriptionInit>) {
    const description = toDescription(await promise)
    reportStatus(cause)
    return description
  }

  function localDescription(): Description {
    const { localDescription: local } = connection()
    if (local?.type !== 'offer' && local?.type !== 'answer') throw new Error('no local description')
    return { type: local.type, sdp: local.sdp }
  }

  return {
    captureMedia: capture,

    addTracks(config) {
      return settle(() => {
        addCaptured(open(config))
      })
    },

    async createOffer() {
      return draft('createOffer()', connection().createOffer())
    },

    async createAnswer() {
      return draft('createAnswer()', connection().createAnswer())
    },

    setLocalDescription(description) {
      return apply('setLocalDescription()', connection().setLocalDescription(description))
    },

    async setRemoteDescription(description, config) {
      const to = pc === null && config !== undefined ? open(config) : connection()
      await apply('setRemoteDescription()', to.setRemoteDescription(description))
    },

    async captureAndAdd(source) {
      const summary = await capture(source)
      if (!isClosed) addCaptured(connection())
      return summary
    },

    addCandidate(index, candidate) {
      adding = adding.then(async () => {
        try {
          await connection().addIceCandidate(toInit(candidate))
          reportStatus('addIceCandidate()')
          onFact({ type: 'pc.candidate-added', index })
        } catch (error) {
          onFact({ type: 'pc.candidate-refused', index, problem: toProblem(error) })
        }
      })
    },

    addPlaceholder(candidate) {
      adding = adding.then(async () => {
        await watch?.addPlaceholder(candidate)
        reportStatus('addIceCandidate()')
      })
    },

    async restartIce() {
      connection().restartIce()
      await apply('setLocalDescription()', connection().setLocalDescription())
      return localDescription()
    },

    async answerRestart(description) {
      await apply('setRemoteDescription()', connection().setRemoteDescription(description))
      await apply('setLocalDescription()', connection().setLocalDescription())
      return localDescription()
    },

    close() {
      if (isClosed) return
      stopObserving?.()
      watch?.stop()
      pc?.close()
      reportStatus('close()')
      isClosed = true
      // Chromium counts a closed connection until it is collected: nothing may keep it.
      pc = null
      watch = null
      media?.close()
      media = null
      showStreams({ local: null, remote: null })
    },

    async getStats() {
      return pc === null ? null : pc.getStats()
    },
  }
}

/** A synchronous call as a promise, so that what it throws becomes a rejection. */
function settle(run: () => void): Promise<void> {
  return new Promise((resolve) => {
    run()
    resolve()
  })
}

function toDescription({ type, sdp }: RTCSessionDescriptionInit): Description {
  if (type !== 'offer' && type !== 'answer') throw new Error(`unexpected description type ${type}`)
  return { type, sdp: sdp ?? '' }
}

/** An empty candidate means the end of candidates for all sections: addIceCandidate() without arguments. */
function toInit(candidate: Candidate): RTCIceCandidateInit | undefined {
  return candidate.candidate === '' ? undefined : candidate
}
