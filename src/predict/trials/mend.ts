import { parseCandidate } from '../../ice/candidate'
import { lineOf } from '../readings'
import type { TrialWorld } from '../trial'
import { did, didNot, localOf, withPair, wordsOf } from '../trial'

/** The input is one line, whatever was pasted. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim()

/** Offers video, and gives the caller the callee's answer with one kind of line replaced. */
async function answerWith(world: TrialWorld, line: RegExp, typed: string) {
  return withPair(world, async (caller, callee) => {
    caller.addTransceiver('video')
    await caller.setLocalDescription()
    await callee.setRemoteDescription(localOf(caller))
    await callee.setLocalDescription()
    const sdp = localOf(callee).sdp.replace(line, () => typed)
    try {
      await caller.setRemoteDescription({ type: 'answer', sdp })
    } catch (error) {
      return { refused: wordsOf(error), direction: null }
    }
    return { refused: null, direction: caller.getTransceivers()[0]?.currentDirection ?? null }
  })
}

/** An answer must choose a role in a=setup (RFC 5763 §5); the caller accepts or refuses the line. */
export async function mendSetup(guess: string, world: TrialWorld) {
  const typed = oneLine(guess)
  const { refused } = await answerWith(world, /a=setup:\w+/g, typed)
  if (refused !== null) return didNot('refused', refused)
  if (!/^a=setup:(active|passive)$/.test(typed)) return didNot('other-line', typed)
  return did('signalingState = "stable"')
}

/** The direction that an answer agrees to, read from the caller's transceiver (RFC 9429 §5.3.1). */
export async function mendDirection(guess: string, world: TrialWorld) {
  const typed = oneLine(guess)
  const { refused, direction } = await answerWith(world, /a=recvonly/g, typed)
  if (refused !== null) return didNot('refused', refused)
  const seen = `currentDirection = "${String(direction)}"`
  if (typed !== 'a=sendrecv') return didNot(direction === 'sendrecv' ? 'no-line' : 'direction', seen)
  return direction === 'sendrecv' ? did(seen) : didNot('direction', seen)
}

/** A candidate line: the browser accepts or refuses it, and this app's parser looks for a port. */
export async function mendCandidate(guess: string, world: TrialWorld) {
  const candidate = oneLine(guess)
  return withPair(world, async (caller, callee) => {
    caller.addTransceiver('audio')
    const { sdp = '' } = await caller.createOffer()
    await callee.setRemoteDescription({ type: 'offer', sdp })
    try {
      await callee.addIceCandidate({ candidate, sdpMid: '0' })
    } catch (error) {
      return didNot('refused', wordsOf(error))
    }
    const seen = lineOf(callee.remoteDescription?.sdp ?? '', 'a=candidate:')
    if (seen === null) return didNot('nothing', 'a=candidate × 0')
    const port = parseCandidate(candidate)?.port ?? 0
    return port > 0 && port < 65_536 ? did(seen) : didNot('lenient', seen)
  })
}
