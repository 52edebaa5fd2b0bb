import type { TraceEvent } from '../../trace/traceEvent'
import { countOf, firstOf, readState } from '../readings'
import { stored, taught, watched } from '../question'
import type { Question } from '../question'

function trackKinds(output: unknown): string[] {
  const { tracks } = (output ?? {}) as { tracks?: { kind: string }[] }
  return Array.isArray(tracks) ? tracks.map(({ kind }) => kind) : []
}

function isLocalOfferSet(event: TraceEvent): boolean {
  return event.kind === 'state' && event.data.signalingState === 'have-local-offer'
}

/** Steps 1 and 2: media, and a connection without any negotiation. */
export const prepare: readonly Question[] = [
  watched('tracks-captured', 'capture-media', ['one', 'two', 'three'], ({ output }) => {
    const kinds = trackKinds(output)
    const option = (['one', 'two', 'three'] as const)[kinds.length - 1]
    return option === undefined ? null : { option, seen: `stream.getTracks(): ${kinds.join(', ')}` }
  }),
  watched('connection-yet', 'capture-media', ['none', 'stable', 'new'], ({ after: { caller } }) => {
    if (caller === null) return { option: 'none', seen: 'signalingState: –' }
    return readState(caller, 'signalingState', ['stable'])
  }),
  stored(
    'capture-needed',
    'capture-media',
    ['yes', 'no'],
    'no',
    taught('concept:media#direction', 'recvonly'),
  ),

  watched('negotiationneeded-count', 'add-tracks', ['once', 'twice', 'later'], ({ onward }) => {
    // The event is a separate task: when steps run fast, the next call begins before it fires.
    const set = firstOf(onward, 'caller', isLocalOfferSet)
    const before = set === -1 ? onward : onward.slice(0, set)
    const count = countOf(before, 'caller', 'event', 'onnegotiationneeded')
    if (count === 0 && set === -1) return null
    return { option: count < 2 ? 'once' : 'twice', seen: `negotiationneeded × ${String(count)}` }
  }),
  watched('mid-after-add', 'add-tracks', ['null', 'numbers'], ({ after: { caller } }) => {
    if (caller === null || caller.transceivers.length === 0) return null
    const mids = caller.transceivers.map(({ mid }) => JSON.stringify(mid))
    return { option: mids.includes('null') ? 'null' : 'numbers', seen: `mid: ${mids.join(', ')}` }
  }),
  stored(
    'no-tracks-call',
    'add-tracks',
    ['connected', 'failed', 'new'],
    'new',
    taught('concept:media#transceivers', 'media-section'),
  ),
  stored(
    'same-track-twice',
    'add-tracks',
    ['ignored', 'error', 'second'],
    'error',
    taught('step:add-tracks', 'InvalidAccessError'),
  ),
]
