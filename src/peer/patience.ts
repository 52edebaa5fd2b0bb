import type { Candidate, Patience } from '../../machines/contracts'
import { toProblem } from '../../machines/facts'
import type { PeerReports } from './port'

/** What earlier connections of this browser have shown; stored for later ones. */
export interface PatienceMemory {
  read(): Patience
  keep(patience: Exclude<Patience, 'unknown'>): void
}

export interface PatienceWatch {
  /** addIceCandidate() with the placeholder; the outcome is reported as a fact. */
  addPlaceholder(candidate: Candidate): Promise<void>
  /** Something of the other end has come: from now on a failure says nothing about the placeholder. */
  noteArrival(): void
  /** Stops watching. */
  stop(): void
}

/**
 * Learns from the events of a connection whether its ICE agent waits for an answer. An agent that reports the end of
 * candidates of a generation (an `icecandidate` with an empty text, WebRTC §4.8.2) fails once nothing is left to check;
 * an agent that never reports it waits. The browser's name does not matter.
 */
export function watchPatience(
  pc: RTCPeerConnection,
  memory: PatienceMemory,
  onFact: PeerReports['onFact'],
): PatienceWatch {
  const listening = new AbortController()
  const { signal } = listening
  let known = memory.read()
  let endsGenerations = false
  let hasOwn = false
  let isAdded = false
  let isHeld = false
  if (known !== 'unknown') onFact({ type: 'pc.patience', patience: known })

  function learn(patience: Exclude<Patience, 'unknown'>) {
    if (patience === known) return
    known = patience
    memory.keep(patience)
    onFact({ type: 'pc.patience', patience })
  }

  pc.addEventListener(
    'icecandidate',
    ({ candidate }) => {
      if (candidate?.candidate === '') endsGenerations = true
      else if (candidate !== null) hasOwn = true
      // One such event does not prove that a placeholder failed.
      if (endsGenerations && known !== 'not-held') learn('gives-up')
      else if (candidate === null && !endsGenerations) learn('waits')
    },
    { signal },
  )

  pc.addEventListener(
    'iceconnectionstatechange',
    () => {
      // Without a candidate of this end there is no pair, so the placeholder holds nothing.
      if (pc.iceConnectionState === 'failed' && isHeld && hasOwn) learn('not-held')
      if (pc.iceConnectionState !== 'connected' || !isAdded) return
      learn('gives-up')
      isAdded = isHeld = false
    },
    { signal },
  )

  return {
    async addPlaceholder(candidate) {
      try {
        await pc.addIceCandidate(candidate)
        isAdded = isHeld = true
        onFact({ type: 'pc.placeholder-added', candidate })
      } catch (error) {
        onFact({ type: 'pc.placeholder-refused', candidate, problem: toProblem(error) })
        learn('not-held')
      }
    },
    noteArrival() {
      isHeld = false
    },
    stop() {
      listening.abort()
    },
  }
}
