import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { ShownTab } from '../evidence/evidenceTabs'
import type { EvidenceLink } from '../lessons/evidenceLink'

/** The evidence of a call without steps, on the bench or in a room: its tab is the learner's choice alone. */
export function useFreeEvidence(): {
  tab: Readonly<ShallowRef<ShownTab>>
  look: Readonly<ShallowRef<EvidenceLink | null>>
  choose: (tab: ShownTab) => void
  lookAt: (at: EvidenceLink) => void
} {
  const tab = shallowRef<ShownTab>('timeline')
  const look = shallowRef<EvidenceLink | null>(null)

  return {
    tab,
    look,
    choose(chosen) {
      look.value = null
      tab.value = chosen
    },
    lookAt(at) {
      look.value = at
      tab.value = at.tab
    },
  }
}
