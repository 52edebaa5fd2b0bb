import { common, reversed } from './directions'
import type { FakeSection } from './fakeSdp'
import { readFakeSdp, sectionOf } from './fakeSdp'
import type { FakeTransceiver } from './fakeTransceiver'
import type { JsepState } from './jsep'

const APPLICATION = 'application'

interface Parts {
  negotiation: JsepState
  transceivers: readonly FakeTransceiver[]
  hasChannels: boolean
}

/** The sections of a description; none without a description. */
export function sectionsOf(description: RTCSessionDescriptionInit | null): readonly FakeSection[] {
  return readFakeSdp(description?.sdp ?? '').sections
}

/** The sections of an offer: those of the last description in the same order, then the new ones (RFC 9429 §5.2). */
export function offerSections({ negotiation, transceivers, hasChannels }: Parts): FakeSection[] {
  const { pendingLocal, currentLocal } = negotiation
  const sections = sectionsOf(pendingLocal ?? currentLocal).map((section): FakeSection => {
    if (section.kind === APPLICATION) return section
    const of = transceivers.find(({ state }) => state.mid === section.mid)
    return of === undefined
      ? { ...section, isRejected: true }
      : described(of, section.mid, of.state.direction)
  })
  for (const transceiver of transceivers) {
    const { state } = transceiver
    if (state.mid !== null || state.isStopping) continue
    state.offeredMid = freeMid(sections)
    sections.push(described(transceiver, state.offeredMid, state.direction))
  }
  if (hasChannels && !sections.some(({ kind }) => kind === APPLICATION))
    sections.push(sectionOf(APPLICATION, freeMid(sections)))
  return sections
}

/** The sections of an answer: those of the offer, with the directions that both ends want (RFC 9429 §5.3). */
export function answerSections({ negotiation, transceivers }: Parts): FakeSection[] {
  return sectionsOf(negotiation.pendingRemote).map((section): FakeSection => {
    if (section.kind === APPLICATION || section.isRejected) return section
    const of = transceivers.find(({ state }) => state.mid === section.mid)
    if (of === undefined) return { ...section, isRejected: true }
    return described(of, section.mid, common(of.state.direction, reversed(section.direction)))
  })
}

function described({ state, pc }: FakeTransceiver, mid: string, direction: RTCRtpTransceiverDirection) {
  const { hasStream, isStopping } = state
  return sectionOf(pc.receiver.track.kind, mid, { direction, hasStream, isRejected: isStopping })
}

function freeMid(sections: readonly FakeSection[]): string {
  let number = sections.length
  while (sections.some(({ mid }) => mid === String(number))) number += 1
  return String(number)
}
