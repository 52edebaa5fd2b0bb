import type { Traffic } from '../../../machines/contracts'
import { messageKey } from '../../projections/messageKey'
import { partnerOf } from '../../trace/trace'
import type { TracedConnection } from '../../trace/trace'
import type { ConnectionId, TraceEvent } from '../../trace/traceEvent'
import { formatSize } from '../../ui/format'
import { newItem } from './timelineItem'
import type { TimelineItem } from './timelineItem'

/** Milliseconds. A message that takes longer is drawn in two halves, because much may have happened in between. */
const AT_ONCE = 1_000

type Message = Extract<TraceEvent, { kind: 'message' }>

/** Joins what the sender, the receiver and the receiving machine reported of a message into one item. */
export function createMessages(items: TimelineItem[], connections: readonly TracedConnection[]) {
  const onTheWay = new Map<string, TimelineItem>()
  const lastTo = new Map<ConnectionId, TimelineItem>()

  function add(event: Message, connection: TracedConnection, more: Partial<TimelineItem>): TimelineItem {
    const line = { ...lineOf(event.data), essential: isEssential(event.data) }
    const item = Object.assign(newItem(event, connection, line), more)
    items.push(item)
    return item
  }

  function leave(event: Message, own: TracedConnection): TimelineItem {
    const item = add(event, own, { path: 'out', to: partnerOf(connections, own.id) })
    onTheWay.set(messageKey(event.data), item)
    return item
  }

  function arrive(event: Message, own: TracedConnection): TimelineItem {
    const half = { path: 'in', to: own } as const
    const sender = partnerOf(connections, own.id) ?? own
    if (event.data.outcome === 'refused') return add(event, sender, half)
    const key = messageKey(event.data)
    const sent = onTheWay.get(key)
    onTheWay.delete(key)
    if (sent === undefined) return add(event, sender, half)
    const transit = event.at - sent.at
    sent.transit = transit
    if (transit > AT_ONCE) return add(event, sent.connection, { ...half, transit })
    sent.events.push(event)
    return Object.assign(sent, { path: 'across', to: own, detail: lineOf(event.data).detail })
  }

  return {
    /** The item that a signaling event belongs to; null if it is about no known message. */
    read(event: TraceEvent, own: TracedConnection): TimelineItem | null {
      if (event.kind === 'message') {
        if (event.name === 'sent') return leave(event, own)
        const item = arrive(event, own)
        lastTo.set(own.id, item)
        return item
      }
      // The machine's event directly follows the report of the channel.
      const carrier = lastTo.get(own.id)
      const isCarried = event.kind === 'signal' && event.name === carrier?.name.split(' ')[0]
      if (carrier === undefined || !isCarried) return null
      carrier.events.push(event)
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
