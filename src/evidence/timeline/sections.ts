import type { TracedConnection } from '../../trace/trace'
import type { Timeline } from './readTimeline'
import type { TimelineItem } from './timelineItem'

/** The id of a step; or `before`, `connected`, `restart`, `hang-up`; `bench` or `trace` for what has no steps. */
export type SectionId = string

/** The items from one action of the learner up to the next: the section that folds and unfolds. */
export interface Section {
  key: string
  id: SectionId
  /** The connection where it began. */
  connection: TracedConnection
  /** Number of the step, from 1. */
  number: number | null
  at: number
  /** The time of its last item. */
  until: number
  items: readonly TimelineItem[]
}

/**
 * Divides a call into its steps; what the connection does after the last call is a section of its own. `first`: the
 * section before any step.
 */
export function toSections({ items, promises, lastStep }: Timeline, first: SectionId = 'before'): Section[] {
  const cuts: { id: SectionId; items: [TimelineItem, ...TimelineItem[]] }[] = []
  let lastCall: string | null | undefined
  let isAfterwards = false
  for (const item of items) {
    const started = startedBy(item)
    const open = cuts.at(-1)
    if (started !== null) {
      cuts.push({ id: started, items: [item] })
      lastCall = started === lastStep ? promises.find(({ from }) => from === item.id)?.to : undefined
    } else if (open === undefined) cuts.push({ id: first, items: [item] })
    else if (isAfterwards) cuts.push({ id: 'connected', items: [item] })
    else open.items.push(item)
    isAfterwards = item.kind === 'done' && item.id === lastCall
  }
  return cuts.map(({ id, items: own }) => toSection(id, own))
}

function startedBy({ kind, step, name }: TimelineItem): SectionId | null {
  if (kind !== 'call' && kind !== 'observe') return null
  if (step !== null) return step.id
  return name === 'close()' ? 'hang-up' : 'restart'
}

function toSection(id: SectionId, items: readonly [TimelineItem, ...TimelineItem[]]): Section {
  const [first] = items
  return {
    key: first.id,
    id,
    connection: first.connection,
    number: first.step?.number ?? null,
    at: first.at,
    until: items.reduce((latest, { at }) => Math.max(latest, at), first.at),
    items: groupAlike(items),
  }
}

/** Candidates and refusals come in large numbers: consecutive ones of one connection become one item with members. */
function groupAlike(items: readonly TimelineItem[]): TimelineItem[] {
  const groups: TimelineItem[][] = []
  const open = new Map<string, Map<string, TimelineItem[]>>()
  for (const item of items) {
    const { id } = item.connection
    const key = swarmKey(item)
    const group = key === null ? undefined : open.get(id)?.get(key)
    if (group !== undefined) {
      group.push(item)
      continue
    }
    const fresh = [item]
    groups.push(fresh)
    // Any other item of this connection ends its groups, because what follows happened after it.
    if (key === null) open.delete(id)
    else open.set(id, new Map(open.get(id)).set(key, fresh))
  }
  return groups.map(toGroup)
}

function swarmKey({ kind, name, detail, path, server }: TimelineItem): string | null {
  const swarms =
    (name === 'icecandidate' && detail !== 'null') ||
    (name === 'candidate' && kind === 'message') ||
    (name === 'addIceCandidate()' && kind === 'done') ||
    kind === 'refused'
  return swarms ? [kind, name, path, server].join(' ') : null
}

function toGroup(group: readonly TimelineItem[]): TimelineItem {
  const [first, ...rest] = group as [TimelineItem, ...TimelineItem[]]
  if (rest.length === 0) return first
  const details = [...new Set(group.map(({ detail }) => detail))]
  return {
    ...first,
    detail: first.kind === 'message' ? '' : details.slice(0, 3).join(' '),
    events: group.flatMap(({ events }) => events),
    members: group,
  }
}
