import { linesOf } from '../act'
import { directionOf } from '../readings'
import type { TrialWorld } from '../trial'
import { did, didNot, localOf, withPair, wordsOf } from '../trial'
import type { CALLEE_LINES, CALLER_LINES } from './given'

type Line<Lines extends readonly string[]> = Lines[number]
type Actions<Lines extends readonly string[]> = Record<Line<Lines>, () => unknown>

/** A black video track, so that a line can add a track without a camera. */
function openPicture() {
  const canvas = document.createElement('canvas')
  // Firefox captures a canvas only if it has a context.
  canvas.getContext('2d')
  const stream = canvas.captureStream()
  const [track] = stream.getTracks()
  if (track === undefined) throw new Error('the canvas gives no track')
  return { stream, track }
}

async function runLines(lines: readonly string[], actions: Readonly<Record<string, () => unknown>>) {
  for (const line of lines) await actions[line]?.()
}

/** Runs a callee's lines in the learner's order against a caller that offers one video section. */
export function orderCallee(guess: string, world: TrialWorld) {
  return withPair(world, async (caller, pc) => {
    const { stream, track } = openPicture()
    let shown = 0
    let sent = null as RTCSessionDescription | null
    caller.addTransceiver('video')
    await caller.setLocalDescription()
    const offer = localOf(caller)
    const actions: Actions<typeof CALLEE_LINES> = {
      'pc.ontrack = show': () => (pc.ontrack = () => (shown += 1)),
      'await pc.setRemoteDescription(offer)': () => pc.setRemoteDescription(offer),
      'pc.addTrack(track, stream)': () => pc.addTrack(track, stream),
      'await pc.setLocalDescription()': () => pc.setLocalDescription(),
      'send(pc.localDescription)': () => (sent = pc.localDescription),
    }
    try {
      await runLines(linesOf(guess), actions)
    } catch (error) {
      return didNot('refused', wordsOf(error))
    } finally {
      track.stop()
    }
    if (sent?.type !== 'answer') {
      return didNot('no-answer', `pc.localDescription = ${sent === null ? 'null' : sent.type}`)
    }
    const direction = `a=${directionOf(sent.sdp) ?? '?'}`
    if (direction !== 'a=sendrecv') return didNot('one-way', direction)
    if (shown === 0) return didNot('unheard', `${direction}, track × 0`)
    return did(`${sent.type}, ${direction}, track × ${String(shown)}`)
  })
}

/** Runs a caller's lines in the learner's order against a callee that answers what it receives. */
export function orderCaller(guess: string, world: TrialWorld) {
  return withPair(world, async (pc, callee) => {
    const { stream, track } = openPicture()
    let offered = ''
    let answer = null as RTCSessionDescription | null
    async function send(description: RTCSessionDescription | null) {
      if (description === null) return
      offered = description.sdp
      await callee.setRemoteDescription(description)
      await callee.setLocalDescription()
      answer = callee.localDescription
    }
    const actions: Actions<typeof CALLER_LINES> = {
      'pc.addTrack(track, stream)': () => pc.addTrack(track, stream),
      'await pc.setLocalDescription()': () => pc.setLocalDescription(),
      'send(pc.localDescription)': () => send(pc.localDescription),
      // A description that has not arrived is null in a program too; the browser reports what it does with null.
      'await pc.setRemoteDescription(answer)': () =>
        pc.setRemoteDescription(answer as RTCSessionDescriptionInit),
    }
    try {
      await runLines(linesOf(guess), actions)
    } catch (error) {
      return didNot('refused', wordsOf(error))
    } finally {
      track.stop()
    }
    if (!/^m=/m.test(offered)) return didNot('empty', 'm= × 0')
    return did(`m= × 1, signalingState = "${pc.signalingState}"`)
  })
}
