import { BENCH } from '../../machines/scripts/bench'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { EndEvent } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { End, StepId } from '../../machines/steps'
import { makeRecording } from '../recording/makeRecording'
import { MAX_AT, MAX_ENTRIES } from '../recording/recording'
import type { Recording } from '../recording/recording'
import { fitsRecording } from '../recording/traceFile'
import { isWireOnly } from './applied'
import { createBenchEnd } from './benchEnd'
import type { Dump, DumpLine } from './dump'
import type { ClockOffset } from './pair'

interface EndPlace {
  readonly dump: number
  readonly id: string
}

/** A call of the dumps: which connections are its ends, as `pairCalls` says. */
export interface CallPlaces {
  readonly caller: EndPlace | null
  readonly callee: EndPlace | null
  readonly offset: ClockOffset | null
}

/** empty: nothing of the call has a place on a bench. only-messages: its files are logs of the wire. */
export type NoRecording = 'empty' | 'only-messages'

export type MadeRecording =
  | {
      readonly recording: Recording
      /** The script of the recording. */
      readonly script: Script<StepId>
      /** Lines that a bench has no place for. */
      readonly leftOut: number
      /** Whether the call has more events than a recording holds. */
      readonly isCut: boolean
      /** The position in the recording that each line of the call leads to, in the order of the recording. */
      readonly moments: readonly Moment[]
      /** How many of its events, the first ones, only tell the bench what to do. */
      readonly preamble: number
      /** When the recording begins, in milliseconds since the epoch by the caller's clock; null: the files have no times. */
      readonly start: number | null
    }
  | { readonly problem: NoRecording }

/** The moment after a line of a dump; a line that a bench has no place for shares that of the line before. */
export interface Moment {
  readonly dump: number
  readonly line: number
  readonly index: number
}

interface Row {
  readonly dump: number
  readonly line: number
  readonly at: number | null
  readonly end: End
  readonly events: readonly EndEvent[]
}

/**
 * A call of dumps as a recording of the bench, nothing redacted, which every panel can show. Each end keeps the order of
 * its file; two ends are merged by their clocks. What the files do not say is left out, so no messages cross. Pure.
 */
export function toRecording(
  dumps: readonly Omit<Dump, 'reports'>[],
  { caller, callee, offset }: CallPlaces,
): MadeRecording {
  const ends = [
    { end: 'caller' as const, place: caller, shift: 0 },
    { end: 'callee' as const, place: callee, shift: offset?.by ?? 0 },
  ].flatMap(({ end, place, shift }) => {
    const lines = place === null ? [] : linesOf(dumps[place.dump], place.id)
    return place === null || lines.length === 0 ? [] : [{ end, dump: place.dump, lines, shift }]
  })
  if (ends.length > 0 && ends.every(({ lines }) => isWireOnly(lines))) return { problem: 'only-messages' }
  const read = ends.map(rowsOf)
  const rows = merge(read[0] ?? [], read[1] ?? [])
  const told = rows.filter(({ events }) => events.length > 0)
  if (told.length === 0) return { problem: 'empty' }
  const first = told.find(({ at }) => at !== null)?.at ?? null
  const all = told.flatMap(({ at, end, events }) => events.map((event) => ({ at, end, event })))
  const log = all.slice(0, MAX_ENTRIES - ends.length)
  const entries = [
    // A bench adds each candidate as it arrives: the files say when it was added, not when it arrived.
    ...ends.map(({ end }) => ({ at: first, end, event: ADDS_AT_ONCE })),
    ...log,
  ]
  const browsers = new Set([caller, callee].flatMap((place) => dumps[place?.dump ?? -1]?.browser ?? []))
  return {
    recording: makeRecording({
      script: BENCH,
      settings: DEFAULT_SETTINGS,
      log: timed(entries, first),
      browser: [...browsers].join(', ').slice(0, 120) || '?',
      made: new Date(isDate(first) ? first : 0),
    }),
    leftOut: rows.length - told.length,
    isCut: log.length < all.length,
    script: BENCH,
    moments: momentsOf(rows, ends.length, entries.length),
    preamble: ends.length,
    start: first,
  }
}

const ADDS_AT_ONCE: EndEvent = { type: 'bench.rules', rules: { arriving: 'at-once', placeholder: false } }

/** The lines of a connection. Capturing belongs to none; it is an end's if its file has no other connection. */
function linesOf(dump: Omit<Dump, 'reports'> | undefined, id: string): DumpLine[] {
  const isAlone = dump?.connections.length === 1
  return dump?.lines.filter(({ conn }) => conn === id || (conn === null && isAlone)) ?? []
}

interface EndLines {
  readonly end: End
  readonly dump: number
  readonly lines: readonly DumpLine[]
  readonly shift: number
}

function rowsOf({ end, dump, lines, shift }: EndLines): Row[] {
  const { read } = createBenchEnd(lines, (event) => fitsRecording(BENCH, event))
  return lines.map((line) => ({
    dump,
    line: line.seq,
    at: line.at === null ? null : line.at - shift,
    end,
    events: read(line),
  }))
}

/** `first`: the entries before the first row; `last`: the length of the recording, which may hold only the beginning. */
function momentsOf(rows: readonly Row[], first: number, last: number): Moment[] {
  let index = first
  return rows.map(({ dump, line, events }) => {
    index = Math.min(index + events.length, last)
    return { dump, line, index }
  })
}

/** By time; a row without one follows the row before it. */
function merge(one: readonly Row[], other: readonly Row[]): Row[] {
  const [a, b] = [clocked(one), clocked(other)]
  const merged: Row[] = []
  let next = 0
  for (const { row, clock } of a) {
    for (let rival = b[next]; rival !== undefined && rival.clock < clock; rival = b[(next += 1)])
      merged.push(rival.row)
    merged.push(row)
  }
  return [...merged, ...b.slice(next).map(({ row }) => row)]
}

function clocked(rows: readonly Row[]): { row: Row; clock: number }[] {
  let clock = -Infinity
  return rows.map((row) => ({ row, clock: (clock = Math.max(clock, row.at ?? clock)) }))
}

type Untimed = Pick<LogEntry, 'end' | 'event'> & { readonly at: number | null }

/** Milliseconds since the first row, never falling. */
function timed(entries: readonly Untimed[], first: number | null) {
  let clock = 0
  return entries.map(({ at, end, event }, seq): LogEntry => {
    const since = at === null || first === null ? clock : at - first
    if (Number.isFinite(since)) clock = Math.min(MAX_AT, Math.max(clock, since))
    return { seq, at: clock, end, event }
  })
}

function isDate(at: number | null): at is number {
  // Years with more than four digits have another form.
  return at !== null && at >= 0 && at < 253_402_300_800_000
}
