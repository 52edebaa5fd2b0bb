import type { CallView } from '../../session/callView'
import { withRole } from '../../trace/trace'
import type { ConnectionView } from '../../trace/trace'

export type BannerKind =
  | 'ice-deadline'
  | 'held'
  | 'not-held'
  | 'grace'
  | 'unconfirmed'
  | 'connecting'
  | 'repairing'
  | 'first-packets'
  | 'connected'
  | 'one-way'
  | 'interrupted'
  | 'failed'
  | 'failed-grace'
  | 'stalled'
  | 'closed-self'
  | 'closed-left'
  | 'closed-other'

/** The state of the call as a whole that no single step shows; null if the steps show everything. */
export function deriveBanner(view: CallView): BannerKind | null {
  const { connections } = view
  switch (view.turn.phase) {
    case 'steps':
      if (isUnconfirmed(view)) return 'unconfirmed'
      return gaveUpBeforeAnswer(view) ? 'grace' : derivePatience(view)
    case 'connecting':
      if (isUnconfirmed(view)) return 'unconfirmed'
      return connections.some(({ end }) => end?.repairing) ? 'repairing' : 'connecting'
    case 'connected':
      if (connections.some(({ end }) => end?.oneWay)) return 'one-way'
      return connections.every(isReceiving) ? 'connected' : 'first-packets'
    case 'interrupted':
      return 'interrupted'
    case 'failed':
      if (gaveUpBeforeAnswer(view)) return 'failed-grace'
      return connections.some(hasFailed) ? 'failed' : 'stalled'
    case 'closed':
      if (hasLeft(view)) return 'closed-left'
      return withRole(connections, 'caller')?.end?.context.closedBy === 'other'
        ? 'closed-other'
        : 'closed-self'
  }
}

/**
 * What a learner who reads for long between steps 10 and 13 must know: that the placeholder keeps ICE waiting, that it
 * does not, or, before step 10, that this is not certain. Only a running call has this deadline.
 */
function derivePatience({ live, turn, connections }: CallView): 'ice-deadline' | 'held' | 'not-held' | null {
  const [caller, callee] = [withRole(connections, 'caller')?.facts, withRole(connections, 'callee')?.facts]
  if (callee?.placeholder) return callee.placeholder.problem === null ? 'held' : 'not-held'
  // Both ends are the same browser, so what one has shown is true of the other.
  const known = [callee, caller].find((facts) => facts && facts.patience !== 'unknown')?.patience
  const isUnsure = known === undefined || known === 'not-held'
  return live && turn.step === 'set-local-answer' && isUnsure ? 'ice-deadline' : null
}

/** Whether an end asked several times for confirmation and got none. */
function isUnconfirmed({ connections }: CallView): boolean {
  return connections.some(({ end }) => end?.unconfirmed)
}

/**
 * Whether the callee's ICE failed before the answer was applied. Firefox waits 5 s for usable candidates
 * (media.peerconnection.ice.trickle_grace_period), and an answer that comes later does not revive it.
 */
function gaveUpBeforeAnswer({ trace: { events }, connections }: CallView): boolean {
  const callee = withRole(connections, 'callee')
  if (callee?.facts.peer?.iceConnectionState !== 'failed') return false
  const failed = events.findIndex(
    (event) =>
      event.conn === callee.id && event.kind === 'state' && event.data.iceConnectionState === 'failed',
  )
  const applied = events.findIndex(
    (event) => event.kind === 'resolved' && 'step' in event && event.step === 'set-remote-answer',
  )
  return failed >= 0 && (applied < 0 || failed < applied)
}

/** Whether the call ended because its page was left, and the browser then restored that page. */
function hasLeft({ trace }: CallView): boolean {
  return trace.events.some(
    (event) => event.kind === 'intent' && event.name === 'call.hang-up' && event.data.reason === 'left',
  )
}

function isReceiving({ facts: { tracks } }: ConnectionView): boolean {
  return tracks.every(({ muted }) => !muted)
}

function hasFailed({ end, facts: { peer } }: ConnectionView): boolean {
  const hasProblem = end !== null && end.context.problem !== null
  return hasProblem || peer?.connectionState === 'failed' || peer?.iceConnectionState === 'failed'
}
