import type { Candidate, PeerFact } from '../../machines/contracts'

export interface Observer {
  onFact(fact: PeerFact): void
  /** A state may have changed; `cause` is the event's name. */
  onChange(cause: string): void
  /** `isAnother`: the other end sends it beside its first stream. */
  onRemoteStream(stream: MediaStream, isAnother: boolean): void
}

const STATE_EVENTS = [
  'signalingstatechange',
  'icegatheringstatechange',
  'iceconnectionstatechange',
  'connectionstatechange',
] as const

/** Reports everything that an RTCPeerConnection reports by events (WebRTC §4.4.3). Returns a function that stops it. */
export function observeConnection(
  pc: RTCPeerConnection,
  { onFact, onChange, onRemoteStream }: Observer,
): () => void {
  const stops: (() => void)[] = []
  /** Tracks that were added without a stream; each event has one of them. */
  const loose: MediaStreamTrack[] = []
  let first: string | null = null

  function on<K extends keyof RTCPeerConnectionEventMap>(
    event: K,
    listener: (event: RTCPeerConnectionEventMap[K]) => void,
  ) {
    pc.addEventListener(event, listener)
    stops.push(() => {
      pc.removeEventListener(event, listener)
    })
  }

  for (const event of STATE_EVENTS) {
    on(event, () => {
      onChange(event)
    })
  }

  on('negotiationneeded', () => {
    onFact({ type: 'pc.negotiation-needed' })
  })

  on('icecandidate', ({ candidate }) => {
    // null: gathering is complete. '': the end of one section's candidates in Firefox, which null soon follows.
    if (candidate === null) onFact({ type: 'pc.end-of-candidates' })
    else if (candidate.candidate !== '')
      onFact({ type: 'pc.candidate', candidate: toCandidate(candidate), ...serverOf(candidate) })
    onChange('icecandidate')
  })

  on('icecandidateerror', ({ url, errorCode, errorText, address, port }) => {
    onFact({ type: 'pc.candidate-error', error: { url, errorCode, errorText, address, port } })
  })

  on('track', ({ track, streams }) => {
    const report = (type: 'pc.track' | 'pc.track-changed') => {
      onFact({ type, track: { id: track.id, kind: track.kind, muted: track.muted } })
    }
    const listener = () => {
      report('pc.track-changed')
    }
    onChange('track')
    report('pc.track')
    for (const event of ['mute', 'unmute'] as const) {
      track.addEventListener(event, listener)
      stops.push(() => {
        track.removeEventListener(event, listener)
      })
    }
    if (streams[0] === undefined) loose.push(track)
    const [stream = new MediaStream(loose)] = streams
    first ??= streams[0]?.id ?? null
    onRemoteStream(stream, streams[0] !== undefined && stream.id !== first)
  })

  return () => {
    for (const stop of stops.splice(0)) stop()
  }
}

/** As toJSON() returns it: the object itself cannot be posted to another page (HTML §2.7). */
function toCandidate(candidate: RTCIceCandidate): Candidate {
  const {
    candidate: line = '',
    sdpMid = null,
    sdpMLineIndex = null,
    usernameFragment = null,
  } = candidate.toJSON()
  return { candidate: line, sdpMid, sdpMLineIndex, usernameFragment }
}

/** TypeScript's DOM types and Firefox have no `url` yet; that of a host candidate is empty. */
function serverOf({ url }: RTCIceCandidate & { url?: string | null }): { url?: string } {
  return typeof url === 'string' && url !== '' ? { url } : {}
}
