import type { HandDescription, HandProblem, HandResult } from '../../broadcast-signaling/room/byHand'
import { ufragOf } from '../../broadcast-signaling/room/byHand'

/**
 * Why a description cannot be used here. own: it is what this page has made. expects-answer: an offer, but this page has
 * offered itself. no-offer: an answer, but this page has made no offer. other-offer: the answer to another offer.
 * too-old: the page that made it is most likely closed. no-candidates: nothing says where the other end is. no-channel:
 * it has no data channel.
 */
export type HandFault =
  | HandProblem
  | 'own'
  | 'expects-answer'
  | 'no-offer'
  | 'other-offer'
  | 'too-old'
  | 'no-candidates'
  | 'no-channel'

/** Milliseconds after which a description is too old: networks forget ports, and people close pages. */
export const OLD = 60 * 60_000

/** What is wrong with what was read, here and now; null: nothing. `own`: the offer of this page, if it has made one. */
export function faultOf(
  result: HandResult,
  { own, now }: { own: HandDescription | null; now: number },
): HandFault | null {
  if (!result.ok) return result.problem
  const { type, sdp } = result.description
  if (own !== null && ufragOf(sdp) === ufragOf(own.sdp)) return 'own'
  if (own === null && type === 'answer') return 'no-offer'
  if (own !== null && type === 'offer') return 'expects-answer'
  const { answers, made } = result
  if (own !== null && answers !== undefined && answers !== ufragOf(own.sdp)) return 'other-offer'
  if (made !== undefined && now - made > OLD) return 'too-old'
  if (!/^m=application /m.test(sdp)) return 'no-channel'
  return result.hasCandidates ? null : 'no-candidates'
}
