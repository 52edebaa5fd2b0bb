import { shallowRef } from 'vue'
import type { EvidenceLink } from '../lessons/evidenceLink'

/** What was last asked of the evidence by a link in a note, until the lesson changes; a new object each time. */
export const evidenceLook = shallowRef<EvidenceLink | null>(null)
