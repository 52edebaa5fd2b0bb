import type { Traffic } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'
import { formatSize } from '../../ui/format'
import { messageKey } from '../../projections/messageKey'
import { newItem } from './timelineItem'
import type { TimelineItem } from './timelineItem'

const OTHER = { caller: 'callee', callee: 'caller' } as const
/** Milliseconds. What takes longer to cross is drawn in two halves: much may have happened meanwhile. */
const AT_ONCE = 1_000

/** Joins what sender, receiver and receiving machine each logged of a message into one item. */
export function createMessages(items: TimelineItem[]) {
  const onTheWay = new Map<string, TimelineItem>()
  const lastTo: Partial<Record<End, TimelineItem>> = {}

  function add(entry: LogEntry, traffic: Traffic, more: Partial<TimelineItem>): TimelineItem {
    const item = Object.assign(newItem(entry, lineOf(traffic)), { essential: isEssential(traffic) }, more)
    items.push(item)
    return item
  }

  function leave(entry: LogEntry, traffic: Traffic): TimelineItem {
    const item = add(entry, traffic, { path: 'out' })
    onTheWay.set(messageKey(traffic), item)
    return item
  }

  function arrive(entry: LogEntry, traffic: Traffic): TimelineItem {
    const sender = OTHER[entry.end]
    if (traffic.outcome === 'refused') return add(entry, traffic, { path: 'in', end: sender })
    const key = messageKey(traffic)
    const sent = onTheWay.get(key)
    onTheWay.delete(key)
    if (sent === undefined) return add(entry, traffic, { path: 'in', end: sender })
    const transit = entry.at - sent.at
    sent.transit = transit
    if (transit > AT_ONCE) return add(entry, traffic, { path: 'in', end: sender, transit })
    sent.entries.push(entry)
    return Object.assign(sent, { path: 'across', detail: lineOf(traffic).detail })
  }

  return {
    /** The item that a signaling entry belongs to; null when it is not about a message seen before. */
    read(entry: LogEntry): TimelineItem | null {
      const { end, event } = entry
      if (event.type === 'signal.traffic') {
        const { traffic } = event
        if (traffic.direction === 'out') return leave(entry, traffic)
        return (lastTo[end] = arrive(entry, traffic))
      }
      // The machine is told right after the wire has noted it.
      const carrier = lastTo[end]
      if (carrier === undefined || event.type !== `signal.${carrier.name.split(' ')[0] ?? ''}`) return null
      carrier.entries.push(entry)
      return carrier
    },
  }
}

function lineOf({ outcome, message, size, reason, detail }: Traffic) {
  const refused = outcome === 'refused'
  const odd = outcome === 'duplicate' || outcome === 'out-of-order' ? outcome : ''
  const kind: TimelineItem['kind'] = refused ? 'refused' : 'message'
  return {
    lane: isIce(message) ? ('ice' as const) : ('signaling' as const),
    kind,
    name: [message?.kind ?? '?', descriptionType(message)].join(' ').trim(),
    detail: refused ? [reason, detail].join(' ').trim() : odd || formatSize(size),
    server: null,
  }
}

function descriptionType(message: Traffic['message']): string {
  return message?.kind === 'description' ? (message['description'] as { type: string }).type : ''
}

function isIce(message: Traffic['message']): boolean {
  return message?.kind === 'candidate' || message?.kind === 'end-of-candidates'
}

function isEssential({ outcome, message }: Traffic): boolean {
  return outcome === 'refused' || message?.kind === 'description' || message?.kind === 'bye'
}
