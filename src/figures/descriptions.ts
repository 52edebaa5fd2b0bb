import type { CallView } from '../session/callView'
import { MOST_LINES, readLines, toSections } from '../sdp/lines'
import type { SdpSection } from '../sdp/lines'
import { ROLES } from '../trace/trace'
import { EXAMPLE_ANSWER, EXAMPLE_OFFER } from './example'
import { factsOf } from './factsOf'

/** The descriptions that a figure draws; the answer is null while the learner's call has none. */
export interface Descriptions {
  offer: string
  answer: string | null
  isLive: boolean
}

/** Offer and answer of the learner's call; both from the example if nothing was drafted. */
export function descriptionsOf(view: Pick<CallView, 'connections'> | null): Descriptions {
  const [offer, answer] = ROLES.map((role) => {
    const { peer, draft } = factsOf(view, role) ?? {}
    const own = peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? draft
    return own?.sdp ?? null
  })
  if (!offer) return { offer: EXAMPLE_OFFER, answer: EXAMPLE_ANSWER, isLive: false }
  return { offer, answer: answer ?? null, isLive: true }
}

/** The facts about one media section in the outline of a description. */
export interface SectionFacts {
  media: string
  mid: string | null
  direction: string | null
  /** The codec of the first payload type, which is the preferred one (RFC 8866 §5.14). */
  codec: string | null
  lines: number
}

/** The first value of `a=<name>:` in a text or a part of it. */
export function attribute(text: string, name: string): string | null {
  const line = readLines(text, MOST_LINES).find((one) => one.text.startsWith(`a=${name}:`))
  return line?.text.slice(name.length + 3) ?? null
}

/** The lines of a description in its outline: origin and bundle, then each media section. */
export function skeletonOf(sdp: string) {
  const [session, ...media] = toSections(readLines(sdp, MOST_LINES))
  const text = session?.lines.map((line) => line.text) ?? []
  return {
    session: text.filter((line) => /^(?:o=|a=group:)/.test(line)),
    sections: media.map(sectionFacts),
    bundled: (attribute(sdp, 'group') ?? '').split(' ').slice(1),
  }
}

function sectionFacts({ media, mid, lines }: SdpSection): SectionFacts {
  const text = lines.map((line) => line.text)
  const payload = text[0]?.split(' ')[3] ?? ''
  const map = text.find((line) => line.startsWith(`a=rtpmap:${payload} `))
  const direction = text.find((line) => /^a=(?:sendrecv|sendonly|recvonly|inactive)$/.test(line))
  return {
    media: media ?? '',
    mid,
    direction: direction?.slice(2) ?? null,
    codec: map?.split(' ')[1] ?? (payload || null),
    lines: lines.length,
  }
}
