import type { Candidate, CandidateError, Problem } from '../../machines/contracts'
import { outlineOf } from '../sdp/outline'
import type { SdpOutline } from '../sdp/outline'
import { readLines } from '../sdp/lines'
import { appliedOf, isLine, isWireOnly, roundsOf, stateAfter } from './applied'
import type { Applied, LineOf, Round } from './applied'
import type { Dump, DumpConfiguration, DumpConnection, DumpCoverage, DumpLine, DumpReport } from './dump'
import { pathsOf } from './paths'
import type { Path } from './paths'

/** A value that a state took. */
export interface Change {
  readonly value: string
  readonly seq: number
  readonly at: number | null
}

/** A candidate of the other end that was added, and its outcome. */
export interface Added {
  readonly candidate: Candidate
  readonly seq: number
  readonly at: number | null
  readonly problem: Problem | null
}

/** What one connection of a dump went through. Everything is read from its lines and reports. */
export interface History {
  /** Index of the dump among those that were brought. */
  readonly dump: number
  readonly id: string
  readonly connection: DumpConnection
  readonly covers: ReadonlySet<DumpCoverage>
  readonly lines: readonly DumpLine[]
  readonly reports: readonly DumpReport[]
  readonly configuration: DumpConfiguration | null
  readonly applied: readonly Applied[]
  readonly rounds: readonly Round[]
  readonly signaling: readonly Change[]
  readonly gathering: readonly Change[]
  readonly ice: readonly Change[]
  readonly connectionStates: readonly Change[]
  /** The signaling state at the end; `closed` after `close()`. */
  readonly lastSignaling: string
  readonly gathered: readonly (Candidate & { seq: number; at: number | null; url?: string })[]
  readonly added: readonly Added[]
  readonly candidateErrors: readonly (CandidateError & { seq: number; at: number | null })[]
  readonly close: LineOf<'close'> | null
  /** Addresses of this end and of the other, from candidates, descriptions and statistics. */
  readonly local: readonly Path[]
  readonly remote: readonly Path[]
  readonly startedAt: number | null
  /** When the dump was saved: as it says, else the time of its last line or sample. */
  readonly savedAt: number | null
}

/** When a dump was saved: as it says, else the last time that it mentions. */
export function savedAt(dump: Dump): number | null {
  let last: number | null = dump.savedAt ?? null
  for (const { at } of dump.lines) if (isTime(at) && (last === null || at > last)) last = at
  for (const { times } of dump.reports) {
    const at = times.at(-1)
    if (isTime(at) && (last === null || at > last)) last = at
  }
  return last
}

/** The histories of all connections of a dump, in its order. */
export function historiesOf(dump: Dump, index: number): History[] {
  const saved = savedAt(dump)
  const byConnection = groupBy(dump.lines, ({ conn }) => conn)
  const reports = groupBy(dump.reports, ({ conn }) => conn)
  return dump.connections.map((connection) =>
    historyOf(
      dump,
      index,
      connection,
      byConnection.get(connection.id) ?? [],
      reports.get(connection.id) ?? [],
      saved,
    ),
  )
}

/** The lines of a dump that belong to no connection, as the history of one without an id. */
export function orphanOf(dump: Dump, index: number): History {
  const connection = { id: '', page: null, configuration: null, role: null }
  const lines = dump.lines.filter(({ conn }) => conn === null)
  return historyOf(dump, index, connection, lines, [], savedAt(dump))
}

function historyOf(
  dump: Dump,
  index: number,
  connection: DumpConnection,
  lines: readonly DumpLine[],
  reports: readonly DumpReport[],
  saved: number | null,
): History {
  const applied = appliedOf(lines)
  const close = lines.find((line) => isLine(line, 'close')) ?? null
  const isWire = isWireOnly(lines)
  const gathered = isWire ? crossed(lines, 'sent') : gatheredOf(lines)
  const added = isWire
    ? crossed(lines, 'received').map(({ seq, at, ...candidate }) => ({ candidate, seq, at, problem: null }))
    : addedOf(lines)
  const signaling = changes(lines, 'onsignalingstatechange')
  return {
    dump: index,
    id: connection.id,
    connection,
    covers: new Set(dump.covers),
    lines,
    reports,
    configuration: configurationOf(connection, lines),
    applied,
    rounds: roundsOf(applied),
    signaling,
    gathering: changes(lines, 'onicegatheringstatechange'),
    ice: changes(lines, 'oniceconnectionstatechange'),
    connectionStates: changes(lines, 'onconnectionstatechange'),
    lastSignaling: close ? 'closed' : (signaling.at(-1)?.value ?? stateAfter(applied)),
    gathered,
    added,
    candidateErrors: lines.flatMap((line) =>
      isLine(line, 'onicecandidateerror') ? [{ ...line.value, seq: line.seq, at: line.at }] : [],
    ),
    close,
    local: pathsOf('local', gathered, applied, reports),
    remote: pathsOf(
      'remote',
      added.map(({ candidate, seq }) => ({ ...candidate, seq })),
      applied,
      reports,
    ),
    startedAt: lines.find(({ at }) => isTime(at))?.at ?? null,
    savedAt: saved,
  }
}

/** The outline of a description; descriptions repeat, so outlines are remembered. */
export function readOutline(sdp: string): SdpOutline {
  const known = outlines.get(sdp)
  if (known) return known
  const outline = outlineOf(readLines(sdp, MOST_SDP_LINES))
  if (outlines.size >= MOST_OUTLINES) outlines.clear()
  outlines.set(sdp, outline)
  return outline
}

const outlines = new Map<string, SdpOutline>()
const MOST_OUTLINES = 500
/** A conference of a hundred people has some thousand lines. */
const MOST_SDP_LINES = 20_000

/** The last description that was set on a side, of a type or of any. */
export function lastApplied(
  { applied }: History,
  side: Applied['side'],
  type?: Applied['type'],
): Applied | null {
  return (
    applied.findLast(
      (one) =>
        one.outcome === 'done' &&
        one.side === side &&
        (type === undefined ? one.type !== 'rollback' : one.type === type),
    ) ?? null
  )
}

/** Milliseconds between a moment and the end of the dump; null: the file has no times. */
export function agoOf({ savedAt: saved }: History, at: number | null): number | null {
  return isTime(at) && saved !== null ? Math.max(0, saved - at) : null
}

/** The time of the last line that is not a report of statistics. */
export function lastLineAt({ lines }: History): number | null {
  return lines.findLast(({ at }) => isTime(at))?.at ?? null
}

function isTime(at: number | null | undefined): at is number {
  return typeof at === 'number' && Number.isFinite(at)
}

function changes(lines: readonly DumpLine[], name: StateName): Change[] {
  return lines.flatMap((line) =>
    isLine(line, name) && typeof line.value === 'string'
      ? [{ value: line.value, seq: line.seq, at: line.at }]
      : [],
  )
}

type StateName =
  | 'onsignalingstatechange'
  | 'onicegatheringstatechange'
  | 'oniceconnectionstatechange'
  | 'onconnectionstatechange'

function configurationOf(connection: DumpConnection, lines: readonly DumpLine[]): DumpConfiguration | null {
  // An app may set only what it changes, so that the first configuration is the one that gathering used.
  if (connection.configuration) return connection.configuration
  const line = lines.find((one) => isLine(one, 'create', 'setConfiguration'))
  return line?.name === 'create' || line?.name === 'setConfiguration' ? line.value : null
}

function gatheredOf(
  lines: readonly DumpLine[],
): (Candidate & { seq: number; at: number | null; url?: string })[] {
  return lines.flatMap((line) =>
    isLine(line, 'onicecandidate') && line.value !== null && line.value.candidate !== ''
      ? [{ ...line.value, seq: line.seq, at: line.at }]
      : [],
  )
}

/** The candidates in a log of the wire. */
function crossed(
  lines: readonly DumpLine[],
  direction: 'sent' | 'received',
): (Candidate & { seq: number; at: number | null })[] {
  return lines.flatMap((line) =>
    isLine(line, 'message') &&
    line.value.direction === direction &&
    'candidate' in line.value &&
    line.value.candidate
      ? [{ ...line.value.candidate, seq: line.seq, at: line.at }]
      : [],
  )
}

/** Whether the file holds texts only, and nothing about what became of them. */
export function isTextOnly({ covers }: History): boolean {
  return !['calls', 'states', 'stats', 'wire'].some((one) => covers.has(one as DumpCoverage))
}

function addedOf(lines: readonly DumpLine[]): Added[] {
  const calls = lines.filter((line) => isLine(line, 'addIceCandidate'))
  const failures = lines.filter((line) => isLine(line, 'addIceCandidateOnFailure'))
  const failed = new Map<number, LineOf<'addIceCandidateOnFailure'>>()
  const alone: Added[] = []
  for (const failure of failures) {
    const call =
      failure.call ??
      calls.findLast(
        ({ seq, value }) =>
          seq < failure.seq &&
          !failed.has(seq) &&
          (failure.value.candidate === undefined || value?.candidate === failure.value.candidate.candidate),
      )?.seq
    if (call !== undefined && calls.some(({ seq }) => seq === call)) failed.set(call, failure)
    else
      alone.push({
        candidate: failure.value.candidate ?? NO_CANDIDATE,
        seq: failure.seq,
        at: failure.at,
        problem: failure.value,
      })
  }
  const added = calls.flatMap(({ value, seq, at }) =>
    value === null || (value.candidate === '' && failed.get(seq) === undefined)
      ? []
      : [{ candidate: value, seq, at, problem: failed.get(seq)?.value ?? null }],
  )
  return [...added, ...alone].sort((a, b) => a.seq - b.seq)
}

const NO_CANDIDATE: Candidate = { candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: null }

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
