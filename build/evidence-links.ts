import { SLOT_FIELDS, STATE_FIELDS } from '../machines/fields'
import type { EvidenceTab } from '../machines/steps'
import { TABS } from '../src/evidence/evidenceTabs'
import { STATS_LINES } from '../src/evidence/stats/statsTable'
import { lineKind } from '../src/sdp/lineKind'

const EVENTS = [
  ...STATE_FIELDS.map((field) => `${field.toLowerCase()}change`),
  'icecandidate',
  'negotiationneeded',
  'track',
]

/** The parts of each tab that a link may name. They are the `data-part` of an element in the tab. */
const PARTS: Record<EvidenceTab, (part: string) => boolean> = {
  sdp: (part) => part === 'compare' || isLine(part),
  ice: (part) => ['candidates', 'pairs'].includes(part),
  wire: (part) => ['offer', 'answer', 'candidate', 'end-of-candidates', 'bye'].includes(part),
  timeline: (part) => EVENTS.includes(part),
  machine: () => false,
  slots: (part) => {
    const [role = '', field = ''] = part.split('.')
    return ['caller', 'callee'].includes(role) && (SLOT_FIELDS as readonly string[]).includes(field)
  },
  stats: (part) => STATS_LINES.some(({ name }) => name === part),
}

/** Whether a text is the beginning of an SDP line that the SDP tab explains. */
function isLine(part: string): boolean {
  const [, key, text] = /^([a-z])=(\S+)$/.exec(part) ?? []
  return key !== undefined && lineKind({ key, text: `${key}=${String(text)}` }) !== null
}

/** What is wrong with a link to the evidence; undefined if nothing is. Only the notes of steps stand beside evidence. */
export function evidenceProblem(
  { tab, part }: { tab: string; part: string | null },
  file: string,
): string | undefined {
  if (/(^|[/\\])(concepts|errors)[/\\]/.test(file)) return 'only the note of a step can lead to the evidence'
  const known = TABS.find((one) => one === tab)
  if (known === undefined) return `there is no evidence tab "${tab}"`
  return part === null || PARTS[known](part) ? undefined : `the ${tab} tab has no part "${part}"`
}
