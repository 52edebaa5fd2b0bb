import type { EvidenceTab } from '../../../machines/steps'
import type { DumpName } from '../../diagnosis/dump'

/** The tabs of the evidence that a dump has something for: its signaling was not recorded, and its machine is not ours. */
export const DUMP_TABS: readonly EvidenceTab[] = ['timeline', 'sdp', 'ice', 'slots', 'stats']

/** The tab that shows best what a row proves. A refusal is seen beside what happened before it. */
export function proofTab(name: DumpName): EvidenceTab {
  if (/ice-?candidate/i.test(name)) return 'ice'
  if (name.endsWith('OnFailure')) return 'timeline'
  return /^(?:create|set)(?:Offer|Answer|LocalDescription|RemoteDescription)/.test(name) ? 'sdp' : 'timeline'
}
