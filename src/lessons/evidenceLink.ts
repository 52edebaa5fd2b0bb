import type { EvidenceTab } from '../../machines/steps'

/** What a link in a note shows of the evidence: a tab, and perhaps a line or another part of it. */
export interface EvidenceLink {
  readonly tab: EvidenceTab
  readonly part: string | null
}

/** Reads what the build wrote into a link: `sdp#a=setup`. The build has checked that the tab and the part exist. */
export function readEvidenceLink(text: string): EvidenceLink {
  const [tab = '', ...rest] = text.split('#')
  return { tab: tab as EvidenceTab, part: rest.length === 0 ? null : rest.join('#') }
}
