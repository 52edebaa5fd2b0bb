import type { TrialWorld } from '../trial'
import { did, didNot, wordsOf } from '../trial'

/** The ways to send a candidate, by the code of the option. */
const SENDERS = {
  object: ({ candidate }: RTCPeerConnectionIceEvent) => candidate,
  // The mistake: the last event has no candidate.
  text: ({ candidate }: RTCPeerConnectionIceEvent) => (candidate as RTCIceCandidate).candidate,
  json: ({ candidate }: RTCPeerConnectionIceEvent) => candidate?.toJSON(),
} as const

export type Sender = keyof typeof SENDERS

/** Gathers for one section and posts each event's candidate on a BroadcastChannel; null if none was gathered. */
export async function sendCandidates(sender: Sender, { connect }: TrialWorld) {
  const pc = connect({})
  const channel = new BroadcastChannel(`handshake-trial-${crypto.randomUUID()}`)
  const events: { isLast: boolean; error: string | null }[] = []
  try {
    pc.addTransceiver('audio')
    const isOver = new Promise<void>((resolve) => {
      pc.onicecandidate = (event) => {
        const isLast = event.candidate === null
        try {
          channel.postMessage(SENDERS[sender](event))
          events.push({ isLast, error: null })
        } catch (error) {
          events.push({ isLast, error: wordsOf(error) })
        }
        if (isLast) resolve()
      }
    })
    await pc.setLocalDescription()
    await isOver
  } finally {
    pc.close()
    channel.close()
  }
  const count = events.filter(({ isLast }) => !isLast).length
  if (count === 0) return null
  const error = events.find((event) => event.error !== null)?.error
  const seen = `onicecandidate × ${String(events.length)}`
  return error ? didNot(sender, error) : did(seen)
}
