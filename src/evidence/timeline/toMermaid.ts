import type { End } from '../../../machines/steps'
import { formatPause, isLost, itemLabel, messageDetail } from './itemWords'
import type { Section } from './sections'
import type { Lane, PromiseBar, TimelineItem } from './timelineItem'

/** The words a reader meets in the text; everything else in it is API and log. */
export interface MermaidWords {
  ends: Record<End, string>
  lanes: Record<Lane, string>
  wire: string
  /** Name of a section. */
  title(section: Section): string
}

const OTHER = { caller: 'callee', callee: 'caller' } as const
const PARTICIPANT: Record<End, Record<Lane, string>> = {
  caller: { signaling: 'A', ice: 'AI' },
  callee: { signaling: 'B', ice: 'BI' },
}
/** Tints of the two ends in the light theme: a text has no tokens. */
const TINT: Record<End, string> = { caller: 'rgb(234, 240, 255)', callee: 'rgb(255, 241, 230)' }
const PAUSE = 2_000

/** The call as a Mermaid sequence diagram, every part of it whatever is folded on the screen. */
export function toMermaid(
  sections: readonly Section[],
  promises: readonly PromiseBar[],
  hasServers: boolean,
  words: MermaidWords,
): string {
  const lines = ['sequenceDiagram', ...box('caller'), `  participant W as ${clean(words.wire)}`]
  if (hasServers) lines.push('  participant S as STUN/TURN')
  lines.push(...box('callee'))

  const starts = new Map(promises.map((promise) => [promise.from, promise]))
  const settles = new Map(promises.flatMap((promise) => (promise.to === null ? [] : [[promise.to, promise]])))
  let latest: number | null = null
  for (const section of sections) {
    const pause = latest === null ? 0 : section.at - latest
    if (pause >= PAUSE) lines.push(`  Note over A,B: +${formatPause(pause)}`)
    lines.push(`  Note over ${PARTICIPANT[section.end].signaling}: ${clean(words.title(section))}`)
    for (const item of section.items) {
      lines.push(`  ${statement(item, hasServers)}`)
      const started = starts.get(item.id)
      if (started !== undefined) lines.push(`  activate ${PARTICIPANT[started.end].signaling}`)
      const settled = settles.get(item.id)
      if (settled !== undefined) lines.push(`  deactivate ${PARTICIPANT[settled.end].signaling}`)
    }
    latest = section.until
  }
  // What still runs is closed at the end: a parser wants pairs.
  for (const { end, to } of promises) {
    if (to === null) lines.push(`  deactivate ${PARTICIPANT[end].signaling}`)
  }
  return `${lines.join('\n')}\n`

  function box(end: End): string[] {
    const { signaling, ice } = PARTICIPANT[end]
    return [
      `  box ${TINT[end]} ${clean(words.ends[end])}`,
      ...(end === 'caller'
        ? [participant(signaling, words.lanes.signaling), participant(ice, words.lanes.ice)]
        : [participant(ice, words.lanes.ice), participant(signaling, words.lanes.signaling)]),
      '  end',
    ]
  }
}

function participant(id: string, name: string): string {
  return `  participant ${id} as ${clean(name)}`
}

function statement(item: TimelineItem, hasServers: boolean): string {
  const { end, lane, kind, path, server, detail } = item
  const own = PARTICIPANT[end][lane]
  const label = itemLabel(item)
  if (path !== null) {
    const from = path === 'in' ? 'W' : own
    const to = path === 'out' ? 'W' : PARTICIPANT[OTHER[end]][lane]
    const arrow = kind === 'refused' || isLost(item) ? '-x' : '->>'
    return `${from}${arrow}${to}: ${clean(`${label} ${messageDetail(item)}`)}`
  }
  const text = clean(`${label} ${detail}`)
  if (server !== null && hasServers)
    return server === 'answers' ? `S-->>${own}: ${text}` : `${own}-xS: ${text}`
  if (kind === 'call') return `${own}->>${own}: ${text}`
  if (kind === 'done') return `${own}-->>${own}: ✓ ${text}`
  if (kind === 'failed') return `${own}--x${own}: ✗ ${text}`
  return `Note ${end === 'caller' ? 'right' : 'left'} of ${own}: ${text}`
}

/** Text without the characters that mean something to Mermaid, as its own entity codes. */
function clean(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[#;%<>{}"]/g, (sign) => `#${String(sign.charCodeAt(0))};`)
}
