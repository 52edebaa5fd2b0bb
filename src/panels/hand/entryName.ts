import type { LogEntry } from '../../../machines/log'
import { isStepId, STEPS, stepIndex } from '../../../machines/steps'

/** What an entry of the log is called in code type: the API's own name where it has one. */
export function entryName({ event }: LogEntry): string {
  switch (event.type) {
    case 'pc.changed':
      return event.cause
    case 'pc.candidate':
    case 'pc.end-of-candidates':
      return 'icecandidate'
    case 'pc.candidate-error':
      return 'icecandidateerror'
    case 'pc.negotiation-needed':
      return 'negotiationneeded'
    case 'pc.candidate-added':
    case 'pc.candidate-refused':
    case 'pc.placeholder-added':
    case 'pc.placeholder-refused':
      return 'addIceCandidate()'
    case 'pc.patience':
      return 'icecandidate'
    case 'pc.track':
      return 'track'
    case 'pc.track-changed':
      return event.track.muted ? 'mute' : 'unmute'
    case 'signal.traffic':
      return `${event.traffic.direction === 'out' ? '→' : '←'} ${event.traffic.message?.kind ?? '?'}`
    default:
      return machineName(event.type)
  }
}

/** `xstate.done.actor.create-offer` is `createOffer() ✓`; what has no call behind it keeps its name. */
function machineName(type: string): string {
  const [, outcome, actor = ''] = /^xstate\.(done|error)\.actor\.(.+)$/.exec(type) ?? []
  if (outcome === undefined) return type
  const name = isStepId(actor) ? (STEPS[stepIndex(actor)]?.api ?? actor) : actor
  return `${name} ${outcome === 'done' ? '✓' : '✗'}`
}
