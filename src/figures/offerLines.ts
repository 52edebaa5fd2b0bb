import { MOST_LINES, readLines } from '../sdp/lines'

/** The lines of an offer that the note of step 3 explains, each with how it begins. */
const LINES = {
  origin: /^o=/,
  bundle: /^a=group:BUNDLE/,
  media: /^m=/,
  connection: /^c=/,
  ufrag: /^a=ice-ufrag:/,
  fingerprint: /^a=fingerprint:/,
  setup: /^a=setup:/,
  mid: /^a=mid:/,
  direction: /^a=(?:sendrecv|sendonly|recvonly|inactive)$/,
  codec: /^a=rtpmap:/,
} as const

export type OfferLine = keyof typeof LINES

/** Longer lines are cut: only their beginning is explained. */
export const MOST_CHARACTERS = 60

/** The first line of each kind, in the order in which the description has them. */
export function offerLines(sdp: string): { id: OfferLine; text: string }[] {
  const open = new Map(Object.entries(LINES) as [OfferLine, RegExp][])
  return readLines(sdp, MOST_LINES).flatMap(({ text }) => {
    for (const [id, pattern] of open) {
      if (!pattern.test(text)) continue
      open.delete(id)
      return [{ id, text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text }]
    }
    return []
  })
}
