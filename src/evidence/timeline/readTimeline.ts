import type { PeerStatus } from '../../../machines/contracts'
import { kindOf } from '../../../machines/events'
import type { LogEntry } from '../../../machines/log'
import { settled } from '../../../machines/machineEvents'
import { STEPS, stepIndex } from '../../../machines/steps'
import type { End, StepId } from '../../../machines/steps'
import { isObserving, readRuns } from '../../projections/runs'
import type { Run } from '../../projections/runs'
import { fromLog } from '../../trace/fromLog'
import { formatDuration } from '../../ui/format'
import { entryLines, problemText } from './entryLines'
import { createMessages } from './messageItems'
import { newItem } from './timelineItem'
import type { EntryLine, PromiseBar, TimelineItem } from './timelineItem'

export interface Timeline {
  /** Everything that happened, oldest first. */
  items: readonly TimelineItem[]
  promises: readonly PromiseBar[]
}

/** What an ICE restart runs besides the steps, and what starts each: the learner, or an arrived description. */
const REPAIR_STARTS = ['ice.restart', 'signal.description'] as const
const REPAIRS: Record<string, { name: string; start: (typeof REPAIR_STARTS)[number] }> = {
  'restart-ice': { name: 'restartIce()', start: 'ice.restart' },
  'answer-restart': { name: 'setRemoteDescription() + setLocalDescription()', start: 'signal.description' },
  'finish-restart': { name: 'setRemoteDescription()', start: 'signal.description' },
}

interface RepairStart {
  entry: LogEntry
  item: TimelineItem | undefined
}

/** The log as things that happened. Every entry is in at least one item, whatever it says. */
export function readTimeline(entries: readonly LogEntry[]): Timeline {
  const items: TimelineItem[] = []
  const promises: PromiseBar[] = []
  const runs = runsByEntry(entries)
  const messages = createMessages(items)
  const statuses: Record<End, Partial<PeerStatus>> = { caller: {}, callee: {} }
  const last: Partial<Record<End, TimelineItem>> = {}
  const starts = new Map<string, RepairStart>()

  for (const entry of entries) {
    const { end, event } = entry
    const item = readMessage(entry) ?? readRun(entry) ?? readRepair(entry)
    const added = item === null ? readLines(entry) : [item]
    if (event.type === 'pc.changed') statuses[end] = { ...statuses[end], ...event.status }
    for (const one of added) last[end] = one
    if (isRepairStart(event.type)) starts.set(`${end} ${event.type}`, { entry, item: added[0] })
  }
  return { items, promises }

  function add(entry: LogEntry, line: EntryLine, more: Partial<TimelineItem> = {}): TimelineItem {
    const item = Object.assign(newItem(entry, line), more)
    items.push(item)
    return item
  }

  function readMessage(entry: LogEntry): TimelineItem | null {
    return kindOf(entry.event)?.cause === 'wire' ? messages.read(entry) : null
  }

  function readRun(entry: LogEntry): TimelineItem | null {
    const run = runs.get(entry.seq)
    if (run === undefined) return null
    const { name, step } = stepOf(run)
    if (entry.seq === run.start.seq) {
      const kind = isObserving(run.step) ? 'observe' : 'call'
      const item = add(entry, call(name, kind), { step, essential: true })
      if (kind === 'call')
        promises.push({ end: entry.end, from: item.id, to: null, outcome: 'running', took: null })
      return item
    }
    return settle(entry, name, run.start)
  }

  function readRepair(entry: LogEntry): TimelineItem | null {
    const { end, event } = entry
    if (event.type === 'call.hang-up') return add(entry, call('close()'), { essential: true })
    if (event.type === 'ice.restart') {
      const item = add(entry, call('restartIce()'), { essential: true })
      promises.push({ end, from: item.id, to: null, outcome: 'running', took: null })
      return item
    }
    const { actor } = settled(event) ?? { actor: '' }
    const repair = Object.hasOwn(REPAIRS, actor) ? REPAIRS[actor] : undefined
    if (repair === undefined) return null
    const start = starts.get(`${end} ${repair.start}`)
    if (start?.item !== undefined && repair.start !== 'ice.restart')
      promises.push({ end, from: start.item.id, to: null, outcome: 'running', took: null })
    return settle(entry, repair.name, start?.entry ?? entry)
  }

  function settle(entry: LogEntry, name: string, start: Pick<LogEntry, 'at'>): TimelineItem {
    const { outcome = 'failed', error } = settled(entry.event) ?? {}
    const took = entry.at - start.at
    const detail = outcome === 'done' ? formatDuration(took) : problemText(error)
    const item = add(entry, { ...call(name, outcome), detail }, { essential: outcome === 'failed' })
    const open = promises.findLast(({ end, to }) => end === entry.end && to === null)
    if (open !== undefined) Object.assign(open, { to: item.id, outcome, took })
    return item
  }

  function readLines(entry: LogEntry): TimelineItem[] {
    const lines = entryLines(entry, statuses[entry.end])
    if (lines.length > 0) {
      return lines.map((line, index) => add(entry, line, { id: `${String(entry.seq)}.${String(index)}` }))
    }
    // Says nothing new: it belongs to what this end said before, as its text that grew by a candidate does.
    const before = last[entry.end]
    if (before !== undefined) {
      before.entries.push(entry)
      return []
    }
    return [add(entry, { ...call(entry.event.type, 'note') })]
  }
}

function isRepairStart(type: string): boolean {
  return REPAIR_STARTS.some((start) => start === type)
}

function runsByEntry(entries: readonly LogEntry[]): Map<number, Run> {
  const runs = new Map<number, Run>()
  const events = fromLog(entries)
  for (const run of readRuns({ events, whole: events })) {
    runs.set(run.start.seq, run)
    if (run.settle !== null) runs.set(run.settle.seq, run)
  }
  return runs
}

function stepOf({ step: id }: Run) {
  const index = stepIndex(id as StepId)
  return { name: (STEPS[index] ?? STEPS[0]).api, step: { id: id as StepId, number: index + 1 } }
}

function call(name: string, kind: TimelineItem['kind'] = 'call'): EntryLine {
  return { lane: 'signaling', kind, name, detail: '', server: null }
}
