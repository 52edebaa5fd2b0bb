import type { End, StepId } from '../../../machines/steps'
import type { Timeline } from './readTimeline'
import type { TimelineItem } from './timelineItem'

export type SectionId = StepId | 'before' | 'connected' | 'restart' | 'hang-up'

/** What happened from one action of the learner until the next: the part that folds and unfolds. */
export interface Section {
  key: string
  id: SectionId
  end: End
  /** Number of the step, from 1. */
  number: number | null
  at: number
  /** When its last item happened. */
  until: number
  items: readonly TimelineItem[]
}

/** Cuts a call into its steps; what the connection does by itself after the last call is a part of its own. */
export function toSections({ items, promises }: Timeline): Section[] {
  const cuts: { id: SectionId; items: TimelineItem[] }[] = []
  let lastCall: string | null | undefined
  let isAfterwards = false
  for (const item of items) {
    const started = startedBy(item)
    if (started !== null) {
      cuts.push({ id: started, items: [] })
      lastCall =
        started === 'set-remote-answer' ? promises.find(({ from }) => from === item.id)?.to : undefined
    } else if (cuts.length === 0) cuts.push({ id: 'before', items: [] })
    else if (isAfterwards) cuts.push({ id: 'connected', items: [] })
    cuts.at(-1)?.items.push(item)
    isAfterwards = item.kind === 'done' && item.id === lastCall
  }
  return cuts.map(({ id, items: own }) => toSection(id, own))
}

function startedBy({ kind, step, name }: TimelineItem): SectionId | null {
  if (kind !== 'call' && kind !== 'observe') return null
  if (step !== null) return step.id
  return name === 'close()' ? 'hang-up' : 'restart'
}

function toSection(id: SectionId, items: readonly TimelineItem[]): Section {
  const [first] = items
  return {
    key: first?.id ?? id,
    id,
    end: first?.end ?? 'caller',
    number: first?.step?.number ?? null,
    at: first?.at ?? 0,
    until: Math.max(...items.map(({ at }) => at)),
    items: groupAlike(items),
  }
}

/** Candidates come in swarms, and so does what is refused: those of one end that follow each other become one item with members. */
function groupAlike(items: readonly TimelineItem[]): TimelineItem[] {
  const groups: TimelineItem[][] = []
  const open = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const key = swarmKey(item)
    const group = key === null ? undefined : open.get(key)
    if (group !== undefined) {
      group.push(item)
      continue
    }
    // Anything else of this end ends its swarms: what follows happened after it.
    if (key === null) for (const other of open.keys()) if (other.startsWith(item.end)) open.delete(other)
    const fresh = [item]
    groups.push(fresh)
    if (key !== null) open.set(key, fresh)
  }
  return groups.map(toGroup)
}

function swarmKey({ end, kind, name, detail, path, server }: TimelineItem): string | null {
  const swarms =
    (name === 'icecandidate' && detail !== 'null') ||
    (name === 'candidate' && kind === 'message') ||
    (name === 'addIceCandidate()' && kind === 'done') ||
    kind === 'refused'
  return swarms ? [end, kind, name, path, server].join(' ') : null
}

function toGroup(group: readonly TimelineItem[]): TimelineItem {
  const [first, ...rest] = group as [TimelineItem, ...TimelineItem[]]
  if (rest.length === 0) return first
  const details = [...new Set(group.map(({ detail }) => detail))]
  return {
    ...first,
    detail: first.kind === 'message' ? '' : details.slice(0, 3).join(' '),
    entries: group.flatMap(({ entries }) => entries),
    members: group,
  }
}
