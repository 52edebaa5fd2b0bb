import type { Settings } from '../../../machines/contracts'
import type { EndView } from '../../../machines/progress'
import type { End } from '../../../machines/steps'

/** Ends whose media came from the other source before the learner changed the setting. */
export function endsCapturedOtherwise(ends: readonly EndView[], source: Settings['media']): End[] {
  return ends
    .filter(
      ({ context, tag }) => tag !== 'closed' && context.media !== null && context.media.source !== source,
    )
    .map(({ end }) => end)
}

/** Ends whose connection is made, so that it keeps the ICE servers it was made with. */
export function endsConnectedAlready(ends: readonly EndView[]): End[] {
  return ends.filter(({ context, tag }) => tag !== 'closed' && context.peer !== null).map(({ end }) => end)
}

/**
 * Whether candidates are still to follow a description that has crossed: whoever sent it has promised to
 * trickle, so the switch must not turn.
 */
export function isTrickling(ends: readonly EndView[]): boolean {
  return ends.some(({ context, tag }) => tag !== 'closed' && context.descriptionSent && !context.gathered)
}
