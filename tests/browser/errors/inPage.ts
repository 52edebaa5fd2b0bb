/** The tools of a provocation; created inside the page by `installTools`. */
export interface Tools {
  /** A separate connection, closed when the provocations are over. */
  peer(config?: RTCConfiguration): RTCPeerConnection
  /** A connection with transceivers of these kinds; `data` is a channel. */
  withKinds(...kinds: readonly string[]): RTCPeerConnection
  /** An offer with these kinds, as another end would send it. */
  offerOf(...kinds: readonly string[]): Promise<RTCSessionDescriptionInit>
  /** Two ends, the second with the first one's offer set. */
  offered(...kinds: readonly string[]): Promise<Ends>
  /** Two ends after offer and answer, without candidates exchanged. */
  negotiated(...kinds: readonly string[]): Promise<Ends>
  /** Two connected ends. */
  connected(...kinds: readonly string[]): Promise<Ends>
  /** Waits until a condition holds. */
  until(holds: () => boolean): Promise<void>
  track(kind: 'audio' | 'video'): MediaStreamTrack
  close(): void
}

export interface Ends {
  caller: RTCPeerConnection
  callee: RTCPeerConnection
}

declare global {
  interface Window {
    tools: Tools
  }
}

/** Installs the tools in the page; runs there, so it may use nothing from outside. */
export function installTools(): void {
  const made: RTCPeerConnection[] = []

  function peer(config?: RTCConfiguration) {
    const pc = new RTCPeerConnection(config)
    made.push(pc)
    return pc
  }

  function withKinds(...kinds: readonly string[]) {
    const pc = peer()
    for (const kind of kinds) {
      if (kind === 'data') pc.createDataChannel('data')
      else pc.addTransceiver(kind)
    }
    return pc
  }

  async function offered(...kinds: readonly string[]) {
    const caller = withKinds(...kinds)
    const callee = peer()
    caller.addEventListener('icecandidate', ({ candidate }) => {
      keep(candidate, callee)
    })
    callee.addEventListener('icecandidate', ({ candidate }) => {
      keep(candidate, caller)
    })
    await caller.setLocalDescription(await caller.createOffer())
    await callee.setRemoteDescription(plain(caller.localDescription))
    return { caller, callee }
  }

  /** Candidates are kept until both ends have negotiated. */
  const kept: (readonly [RTCPeerConnection, RTCIceCandidate])[] = []
  function keep(candidate: RTCIceCandidate | null, to: RTCPeerConnection) {
    if (candidate) kept.push([to, candidate])
  }

  async function negotiated(...kinds: readonly string[]) {
    const ends = await offered(...kinds)
    await ends.callee.setLocalDescription(await ends.callee.createAnswer())
    await ends.caller.setRemoteDescription(plain(ends.callee.localDescription))
    return ends
  }

  async function connected(...kinds: readonly string[]) {
    const ends = await negotiated(...kinds)
    await until(() => {
      for (const [to, candidate] of kept.splice(0)) {
        if (to.signalingState !== 'closed') void to.addIceCandidate(candidate).catch(() => undefined)
      }
      return ends.caller.connectionState === 'connected' && ends.callee.connectionState === 'connected'
    })
    return ends
  }

  function plain(description: RTCSessionDescription | null): RTCSessionDescriptionInit {
    if (description === null) throw new Error('no description')
    return { type: description.type, sdp: description.sdp }
  }

  async function until(holds: () => boolean) {
    while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve))
  }

  function track(kind: 'audio' | 'video') {
    if (kind === 'audio') {
      const destination = new AudioContext().createMediaStreamDestination()
      return first(destination.stream)
    }
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')
    return first(canvas.captureStream(5))
  }

  function first(stream: MediaStream) {
    const [found] = stream.getTracks()
    if (!found) throw new Error('no track')
    return found
  }

  window.tools = {
    peer,
    withKinds,
    offerOf: (...kinds) => withKinds(...kinds).createOffer(),
    offered,
    negotiated,
    connected,
    until,
    track,
    close() {
      for (const pc of made.splice(0)) pc.close()
    },
  }
}
