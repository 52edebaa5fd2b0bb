import type { Traffic } from '../../../machines/contracts'
import { messageKey } from '../../projections/messageKey'
import { partnerOf } from '../../trace/trace'
import type { TracedConnection } from '../../trace/trace'
import type { ConnectionId, TraceEvent } from '../../trace/traceEvent'
import { formatSize } from '../../ui/format'
import type { ItemJournal } from './itemJournal'
import type { TimelineItem } from './timelineItem'

/** Milliseconds. A message that takes longer is drawn in two halves, because much may have happened in between. */
const AT_ONCE = 1_000

type Message = Extract<TraceEvent, { kind: 'message' }>

/** Joins what the sender, the receiver and the receiving machine reported of a message into one item. */
export function createMessages(items: ItemJournal, connections: readonly TracedConnection[]) {
  const onTheWay = new Map<string, number>()
  const lastTo = new Map<ConnectionId, number>()

  function add(event: Message, connection: TracedConnection, more: Partial<TimelineItem>): number {
    return items.add(event, connection, lineOf(event.data), { essential: isEssential(event.data), ...more })
  }

  function leave(event: Message, own: TracedConnection): number {
    const place = add(event, own, { path: 'out', to: partnerOf(connections, own.id) })
    onTheWay.set(messageKey(event.data), place)
    return place
  }

  function arrive(event: Message, own: TracedConnection): number {
    const half = { path: 'in', to: own } as const
    const sender = partnerOf(connections, own.id) ?? own
    if (event.data.outcome === 'refused') return add(event, sender, half)
    const key = messageKey(event.data)
    const place = onTheWay.get(key)
    onTheWay.delete(key)
    if (place === undefined) return add(event, sender, half)
    const sent = items.newest(place)
    const transit = event.at - sent.at
    if (transit > AT_ONCE) {
      items.change(place, { transit })
      return add(event, sent.connection, { ...half, transit })
    }
    items.attach(place, event)
    items.change(place, { transit, path: 'across', to: own, detail: lineOf(event.data).detail })
    return place
  }

  return {
    /** The position of the item that a signaling event belongs to; null if it is about no known message. */
    read(event: TraceEvent, own: TracedConnection): number | null {
      if (event.kind === 'message') {
        if (event.name === 'sent') return leave(event, own)
        const place = arrive(event, own)
        lastTo.set(own.id, place)
        return place
      }
      // The machine's event directly follows the report of the channel.
      const place = lastTo.get(own.id)
      const isCarried =
        event.kind === 'signal' &&
        place !== undefined &&
        event.name === items.newest(place).name.split(' ')[0]
      if (!isCarried) return null
      items.attach(place, event)
      return place
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
