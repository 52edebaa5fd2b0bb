import type { CallView } from '../session/callView'
import { MOST_LINES, readLines } from '../sdp/lines'
import { outlineOf } from '../sdp/outline'
import { factsOf } from './factsOf'

/** Directions that both ends can choose; `inactive` is left out, because it leaves nothing to negotiate. */
export const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** The direction in the answer: media flows one way only if one end sends and the other receives (RFC 9429 §5.3.1). */
export function agree(offered: Direction, wanted: Direction): Direction | 'inactive' {
  const sends = wanted !== 'recvonly' && offered !== 'sendonly'
  const receives = wanted !== 'sendonly' && offered !== 'recvonly'
  if (sends && receives) return 'sendrecv'
  if (sends) return 'sendonly'
  return receives ? 'recvonly' : 'inactive'
}

/** One media section: the direction in the offer and the direction that the callee's transceiver wants. */
export interface OfferedSection {
  kind: string
  offered: string
  wanted: string
}

/** The sections of the learner's call at the callee; empty until it has set the offer. */
export function offeredSections(view: Pick<CallView, 'connections'> | null): OfferedSection[] {
  const peer = factsOf(view, 'callee')?.peer
  const offer = peer?.pendingRemoteDescription ?? peer?.currentRemoteDescription
  if (!peer || !offer) return []
  const { sections } = outlineOf(readLines(offer.sdp, MOST_LINES))
  return peer.transceivers.flatMap(({ mid, kind, direction }) => {
    const section = sections.find((one) => one.mid === mid)
    return section ? [{ kind, offered: section.direction, wanted: direction }] : []
  })
}
