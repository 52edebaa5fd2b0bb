import { linesOf } from '../act'
import { directionOf } from '../readings'
import type { TrialWorld } from '../trial'
import { did, didNot, withPair } from '../trial'
import { CASES } from './given'

/** Lets the browser answer each offer, and compares the directions with the learner's (RFC 9429 §5.3.1). */
export async function agreeDirections(guess: string, world: TrialWorld) {
  const answered: string[] = []
  for (const { offered, wished } of CASES) {
    answered.push(
      await withPair(world, async (caller, callee) => {
        caller.addTransceiver('video', { direction: offered })
        const offer = await caller.createOffer()
        await callee.setRemoteDescription(offer)
        const [transceiver] = callee.getTransceivers()
        if (transceiver !== undefined) transceiver.direction = wished
        const { sdp = '' } = await callee.createAnswer()
        return directionOf(sdp) ?? '?'
      }),
    )
  }
  const seen = answered.map((direction) => `a=${direction}`).join(', ')
  const isRight = linesOf(guess).every((line, at) => line === answered[at])
  return isRight ? did(seen) : didNot('directions', seen)
}
