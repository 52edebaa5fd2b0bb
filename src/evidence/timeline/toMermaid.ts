import type { TracedConnection } from '../../trace/trace'
import { formatPause, isLost, itemLabel, messageDetail } from './itemWords'
import type { Section } from './sections'
import type { Lane, PromiseBar, TimelineItem } from './timelineItem'

/** The translated words in the text; everything else in it is API and log. */
export interface MermaidWords {
  name(connection: TracedConnection): string
  lanes: Record<Lane, string>
  wire: string
  /** Name of a section. */
  title(section: Section): string
}

/** Colours of connections in the light theme: Mermaid text cannot use tokens. */
const TINT = { caller: 'rgb(234, 240, 255)', callee: 'rgb(255, 241, 230)', none: 'rgb(243, 244, 246)' }
const PAUSE = 2_000

/** The call as a Mermaid sequence diagram, always with every section. */
export function toMermaid(
  sections: readonly Section[],
  promises: readonly PromiseBar[],
  connections: readonly TracedConnection[],
  hasServers: boolean,
  words: MermaidWords,
): string {
  const names = new Map(
    connections.map(({ id }, index) => [id, ['A', 'B'][index] ?? `P${String(index + 1)}`]),
  )
  // With two connections, the channel is between them.
  const right = connections.length === 2 ? connections.slice(1) : []
  const left = connections.slice(0, connections.length - right.length)
  const lines = ['sequenceDiagram', ...left.flatMap((each) => box(each, false))]
  lines.push(`  participant W as ${clean(words.wire)}`)
  if (hasServers) lines.push('  participant S as STUN/TURN')
  lines.push(...right.flatMap((each) => box(each, true)))
  const all = [...new Set([connections[0], connections.at(-1)])].flatMap((each) =>
    each === undefined ? [] : [participantOf(each, 'signaling')],
  )

  const starts = new Map(promises.map((promise) => [promise.from, promise]))
  const settles = new Map(promises.flatMap((promise) => (promise.to === null ? [] : [[promise.to, promise]])))
  let latest: number | null = null
  for (const section of sections) {
    const pause = latest === null ? 0 : section.at - latest
    if (pause >= PAUSE) lines.push(`  Note over ${all.join(',')}: +${formatPause(pause)}`)
    lines.push(
      `  Note over ${participantOf(section.connection, 'signaling')}: ${clean(words.title(section))}`,
    )
    for (const item of section.items) {
      lines.push(`  ${statement(item)}`)
      const started = starts.get(item.id)
      if (started !== undefined) lines.push(`  activate ${participantOf(started.connection, 'signaling')}`)
      const settled = settles.get(item.id)
      if (settled !== undefined) lines.push(`  deactivate ${participantOf(settled.connection, 'signaling')}`)
    }
    latest = section.until
  }
  // Activations that are still open are closed at the end, because Mermaid requires pairs.
  for (const { connection, to } of promises) {
    if (to === null) lines.push(`  deactivate ${participantOf(connection, 'signaling')}`)
  }
  return `${lines.join('\n')}\n`

  function participantOf({ id }: TracedConnection, lane: Lane): string {
    return `${names.get(id) ?? 'A'}${lane === 'ice' ? 'I' : ''}`
  }

  function box(connection: TracedConnection, isMirrored: boolean): string[] {
    const lanes = (['signaling', 'ice'] as const).map(
      (lane) => `  participant ${participantOf(connection, lane)} as ${clean(words.lanes[lane])}`,
    )
    return [
      `  box ${TINT[connection.role ?? 'none']} ${clean(words.name(connection))}`,
      ...(isMirrored ? lanes.reverse() : lanes),
      '  end',
    ]
  }

  function statement(item: TimelineItem): string {
    const { connection, to: receiver, lane, kind, path, server, detail } = item
    const own = participantOf(connection, lane)
    const label = itemLabel(item)
    if (path !== null) {
      const from = path === 'in' ? 'W' : own
      const to = path === 'out' || receiver === null ? 'W' : participantOf(receiver, lane)
      const arrow = kind === 'refused' || isLost(item) ? '-x' : '->>'
      return `${from}${arrow}${to}: ${clean(`${label} ${messageDetail(item)}`)}`
    }
    const text = clean(`${label} ${detail}`)
    if (server !== null && hasServers)
      return server === 'answers' ? `S-->>${own}: ${text}` : `${own}-xS: ${text}`
    if (kind === 'call') return `${own}->>${own}: ${text}`
    if (kind === 'done') return `${own}-->>${own}: ✓ ${text}`
    if (kind === 'failed') return `${own}--x${own}: ✗ ${text}`
    return `Note ${right.includes(connection) ? 'left' : 'right'} of ${own}: ${text}`
  }
}

/** Replaces the characters that Mermaid interprets by its entity codes. */
function clean(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[#;%<>{}"]/g, (sign) => `#${String(sign.charCodeAt(0))};`)
}
