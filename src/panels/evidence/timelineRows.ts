import { STEPS, stepIndex } from '../../../machines/steps'
import type { CandidateError, PeerStatus, Traffic } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'
import { isObserving, readRuns } from '../../call/runs'
import type { Run } from '../../call/runs'
import { parseCandidate } from '../../ice/candidate'
import { formatDuration } from './format'
import { firstStates, statusChanges } from './statusChanges'

export type RowKind =
  'call' | 'done' | 'failed' | 'event' | 'change' | 'sent' | 'arrived' | 'refused' | 'timer'

/** One line of the timeline: one entry of the log, or several alike in a row. */
export interface TimelineRow {
  key: string
  at: number
  end: End
  kind: RowKind
  /** A name from the API or the wire. */
  name: string
  detail: string
  count: number
  /** Number of the step that a call belongs to. */
  step: number | null
}

type Line = Pick<TimelineRow, 'kind' | 'name'> & Partial<Pick<TimelineRow, 'detail' | 'step'>>

const REPAIRS: Record<string, string> = {
  'restart-ice': 'restartIce()',
  'answer-restart': 'setRemoteDescription() + setLocalDescription()',
  'finish-restart': 'setRemoteDescription()',
}

/** The log as a learner reads it, oldest first. Neighbours of one end that say the same become one row. */
export function timelineRows(entries: readonly LogEntry[]): TimelineRow[] {
  const runs = new Map<number, Run>()
  for (const run of readRuns(entries)) {
    runs.set(run.start.seq, run)
    if (run.settle !== null) runs.set(run.settle.seq, run)
  }
  const rows: TimelineRow[] = []
  const last: Partial<Record<End, TimelineRow>> = {}
  const statuses: Record<End, Partial<PeerStatus>> = { caller: {}, callee: {} }
  for (const entry of entries) {
    const { seq, at, end, event } = entry
    const run = runs.get(seq)
    const lines = run === undefined ? readEntry(entry, statuses[end]) : [runLine(run, entry)]
    if (event.type === 'pc.changed') statuses[end] = { ...statuses[end], ...event.status }
    lines.forEach((line, index) => {
      const before = last[end]
      if (before !== undefined && isAlike(before, line)) {
        before.count++
        return
      }
      const row = {
        key: `${String(seq)}.${String(index)}`,
        at,
        end,
        count: 1,
        detail: '',
        step: null,
        ...line,
      }
      rows.push(row)
      last[end] = row
    })
  }
  return rows
}

function isAlike(before: TimelineRow, { kind, name, detail = '' }: Line): boolean {
  return before.kind === kind && before.name === name && before.detail === detail && kind !== 'call'
}

function runLine({ step, start, settle }: Run, entry: LogEntry): Line {
  const number = stepIndex(step) + 1
  const { api } = STEPS[stepIndex(step)] ?? STEPS[0]
  if (entry === start) return { kind: isObserving(step) ? 'event' : 'call', name: api, step: number }
  const duration = formatDuration((settle ?? start).at - start.at)
  return settledLine(entry.event, api, duration)
}

function settledLine(event: LogEntry['event'], name: string, detail = ''): Line {
  return event.type.startsWith('xstate.done')
    ? { kind: 'done', name, detail }
    : { kind: 'failed', name, detail: 'error' in event ? problemText(event.error) : '' }
}

function problemText(error: unknown): string {
  const { name = 'Error', message = '' } = (error ?? {}) as { name?: string; message?: string }
  return `${name}: ${message}`
}

function readEntry({ event }: LogEntry, status: Partial<PeerStatus>): Line[] {
  switch (event.type) {
    case 'ice.restart':
      return [{ kind: 'call', name: 'restartIce()' }]
    case 'call.hang-up':
      return [{ kind: 'call', name: 'close()' }]
    case 'pc.changed':
      return changeLines(status, event.status)
    case 'pc.negotiation-needed':
      return [{ kind: 'event', name: 'negotiationneeded' }]
    case 'pc.candidate':
      return [
        {
          kind: 'event',
          name: 'icecandidate',
          detail: parseCandidate(event.candidate.candidate)?.type ?? '',
        },
      ]
    case 'pc.end-of-candidates':
      return [{ kind: 'event', name: 'icecandidate', detail: 'null' }]
    case 'pc.candidate-error':
      return [{ kind: 'failed', name: 'icecandidateerror', detail: candidateErrorText(event.error) }]
    case 'pc.candidate-added':
      return [{ kind: 'done', name: 'addIceCandidate()' }]
    case 'pc.candidate-refused':
      return [{ kind: 'failed', name: 'addIceCandidate()', detail: problemText(event.problem) }]
    case 'pc.track':
      return [{ kind: 'event', name: 'track', detail: event.track.kind }]
    case 'pc.track-changed':
      return [{ kind: 'event', name: event.track.muted ? 'mute' : 'unmute', detail: event.track.kind }]
    case 'media.ended':
      return [{ kind: 'event', name: 'ended', detail: event.kind }]
    case 'signal.traffic':
      return [trafficLine(event.traffic)]
    default:
      return machineLines(event)
  }
}

function changeLines(before: Partial<PeerStatus>, after: Partial<PeerStatus>): Line[] {
  if (Object.keys(before).length === 0) {
    return [{ kind: 'change', name: 'new RTCPeerConnection()', detail: firstStates(after) }]
  }
  return statusChanges(before, after).map((change) => ({ kind: 'change', ...change }))
}

/** What the machines add of their own: delays that ran out, and the actors of an ICE restart. */
function machineLines(event: LogEntry['event']): Line[] {
  const [, origin, name = ''] = /^xstate\.(after|done\.actor|error\.actor)\.([^.]+)/.exec(event.type) ?? []
  if (origin === 'after') return [{ kind: 'timer', name: `after ${name}` }]
  const repair = Object.hasOwn(REPAIRS, name) ? REPAIRS[name] : undefined
  return repair === undefined ? [] : [settledLine(event, repair)]
}

function candidateErrorText({ errorCode, errorText, url }: CandidateError): string {
  return `${String(errorCode)} ${errorText} ${url}`.trim()
}

function trafficLine({ direction, outcome, message, reason, detail }: Traffic): Line {
  if (outcome === 'refused')
    return { kind: 'refused', name: message?.kind ?? '?', detail: [reason, detail].join(' ').trim() }
  const odd = outcome === 'duplicate' || outcome === 'out-of-order' ? outcome : ''
  return { kind: direction === 'out' ? 'sent' : 'arrived', name: message?.kind ?? '?', detail: odd }
}
