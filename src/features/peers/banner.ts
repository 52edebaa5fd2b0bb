import type { CallView } from '../../call/callView'
import { settled } from '../../../machines/machineEvents'
import type { EndView } from '../../../machines/progress'

export type BannerKind =
  | 'hurry'
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

/** What the call as a whole is doing that no single step says; null when the steps say it all. */
export function deriveBanner(view: CallView): BannerKind | null {
  const { caller, callee, turn } = view
  switch (turn.phase) {
    case 'steps':
      if (isUnconfirmed(view)) return 'unconfirmed'
      return gaveUpBeforeAnswer(view) ? 'grace' : derivePatience(view)
    case 'connecting':
      if (isUnconfirmed(view)) return 'unconfirmed'
      return caller.repairing || callee.repairing ? 'repairing' : 'connecting'
    case 'connected':
      if (caller.oneWay || callee.oneWay) return 'one-way'
      return [caller, callee].every(isReceiving) ? 'connected' : 'first-packets'
    case 'interrupted':
      return 'interrupted'
    case 'failed':
      if (gaveUpBeforeAnswer(view)) return 'failed-grace'
      return [caller, callee].some(hasFailed) ? 'failed' : 'stalled'
    case 'closed':
      if (hasLeft(view)) return 'closed-left'
      return caller.context.closedBy === 'other' ? 'closed-other' : 'closed-self'
  }
}

/**
 * What a learner who reads on between steps 10 and 13 must know: that ICE is kept waiting, that it is not, or, before
 * step 10, that it is not sure to be. Only a running call can be told to hurry.
 */
function derivePatience({ live, turn, caller, callee }: CallView): 'hurry' | 'held' | 'not-held' | null {
  const { placeholder, patience } = callee.context
  if (placeholder !== null) return placeholder.problem === null ? 'held' : 'not-held'
  // Both ends are the same browser: what one has shown is true of the other.
  const known = patience === 'unknown' ? caller.context.patience : patience
  const isUnsure = known === 'unknown' || known === 'not-held'
  return live && turn.step === 'set-local-answer' && isUnsure ? 'hurry' : null
}

/** Whether an end has asked in vain what of its messages has arrived. */
function isUnconfirmed({ caller, callee }: CallView): boolean {
  return caller.unconfirmed || callee.unconfirmed
}

/**
 * Whether the callee's ICE failed while the answer had not been applied: Firefox waits 5 s for candidates it
 * can use (media.peerconnection.ice.trickle_grace_period), and an answer that comes later does not revive it.
 */
function gaveUpBeforeAnswer({ entries, callee }: CallView): boolean {
  if (callee.context.peer?.iceConnectionState !== 'failed') return false
  const failed = entries.findIndex(
    ({ end, event }) =>
      end === 'callee' && event.type === 'pc.changed' && event.status.iceConnectionState === 'failed',
  )
  const applied = entries.findIndex(({ event }) => {
    const end = settled(event)
    return end?.actor === 'set-remote-answer' && end.outcome === 'done'
  })
  return failed >= 0 && (applied < 0 || failed < applied)
}

/** Whether the call ended because its page was left; the browser kept that page and has brought it back. */
function hasLeft({ entries }: CallView): boolean {
  return entries.some(({ event }) => event.type === 'call.hang-up' && event.reason === 'left')
}

function isReceiving({ context: { tracks } }: EndView): boolean {
  return tracks.every(({ muted }) => !muted)
}

function hasFailed({ context: { peer, problem } }: EndView): boolean {
  return problem !== null || peer?.connectionState === 'failed' || peer?.iceConnectionState === 'failed'
}
