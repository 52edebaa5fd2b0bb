/* Two connections in one page, for the calls that `npm run record:faults` records. */

/** What the script outside of the page does; each is a function of the page's global. */
export interface Outside {
  /** A candidate of an end as the wire shows it to the other; null: the wire does not carry it. */
  passCandidate(candidate: string, from: number): Promise<string | null>
  /** The share of packets that the wire loses from now on. */
  losePackets(share: number): Promise<void>
  /** Ends the process that runs the camera. */
  endCapture(): Promise<void>
}

export const outside = globalThis as unknown as Outside

/** Both ends, kept so that the browser's own dump still lists them. */
export interface Pair {
  readonly caller: RTCPeerConnection
  readonly callee: RTCPeerConnection
}

const kept: RTCPeerConnection[] = []

/** A connection that stays in the dump. */
export function open(configuration?: RTCConfiguration): RTCPeerConnection {
  const connection = new RTCPeerConnection(configuration)
  kept.push(connection)
  return connection
}

/** Two connections that hand their candidates to each other, over the lossy wire if asked. */
export function openPair({
  isWired = false,
  ...configuration
}: RTCConfiguration & { isWired?: boolean } = {}): Pair {
  const pair = { caller: open(configuration), callee: open(configuration) }
  const { caller, callee } = pair
  handOver(caller, callee, isWired ? 0 : null)
  handOver(callee, caller, isWired ? 1 : null)
  return pair
}

/** Gives each candidate of an end to the other one, once that has a remote description. */
function handOver(from: RTCPeerConnection, to: RTCPeerConnection, side: number | null): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate === null || candidate.candidate === '') return
    void (async () => {
      const text =
        side === null ? candidate.candidate : await outside.passCandidate(candidate.candidate, side)
      if (text === null) return
      await until(to, 'signalingstatechange', () => to.remoteDescription !== null)
      await to.addIceCandidate({ ...candidate.toJSON(), candidate: text })
    })()
  })
}

/** An offer and its answer. Descriptions go over before any candidate is in them. */
export async function negotiate({ caller, callee }: Pair): Promise<void> {
  const offer = await caller.createOffer()
  await caller.setLocalDescription(offer)
  await callee.setRemoteDescription(offer)
  const answer = await callee.createAnswer()
  await callee.setLocalDescription(answer)
  await caller.setRemoteDescription(answer)
}

/** Waits until something is true, which an event of the target tells. */
export async function until(target: EventTarget, event: string, isTrue: () => boolean): Promise<void> {
  if (isTrue()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isTrue()) return
      target.removeEventListener(event, look)
      resolve()
    }
    target.addEventListener(event, look)
  })
}

/** Waits until a connection has a state. */
export async function stateOf(connection: RTCPeerConnection, state: RTCPeerConnectionState): Promise<void> {
  await until(connection, 'connectionstatechange', () => connection.connectionState === state)
}

/** Waits until both ends of a pair have a state. */
export async function stateOfBoth({ caller, callee }: Pair, state: RTCPeerConnectionState): Promise<void> {
  await Promise.all([stateOf(caller, state), stateOf(callee, state)])
}

/** Lets a call go on, for faults that show only in statistics over time. */
export async function goOn(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}

/** Adds the tracks of a camera, a microphone or both to an end. */
export async function addMedia(
  connection: RTCPeerConnection,
  constraints: MediaStreamConstraints,
): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia(constraints)
  for (const track of stream.getTracks()) connection.addTrack(track, stream)
  return stream
}
