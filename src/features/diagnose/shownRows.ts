import { createRedactor } from '../../redact/createRedactor'
import type { DumpLine } from '../../diagnosis/dump'
import type { ShownDump } from './readerMessages'

/** A row of a dump as a list shows it. All of it is text from outside. */
export interface ShownRow {
  readonly dump: number
  readonly seq: number
  /** Minutes, seconds and milliseconds of the clock of the file; empty: it has no times. */
  readonly time: string
  /** The id of its connection, after the number of its file where there are several. */
  readonly end: string
  readonly name: string
  readonly text: string
}

/** The row that is shown. `focuses`: whether it was asked for from elsewhere on the page, and gets the focus. */
export interface ChosenRow {
  readonly key: string
  readonly dump: number
  readonly line: number
  readonly focuses: boolean
}

/** What names a row among those of all files. */
export function rowKey(dump: number, line: number): string {
  return `${String(dump)} ${String(line)}`
}

/** Characters of a row's content; an SDP is long. */
const MOST = 160

/** Makes the rows of dumps, redacted or not. The same secret has the same placeholder in every row. */
export function rowMaker(
  dumps: readonly ShownDump[],
  isHidden: boolean,
): (line: DumpLine, dump: number) => ShownRow {
  const redact = isHidden ? createRedactor({ keepsScope: true }) : <T>(value: T) => value
  return (line, dump) => ({
    dump,
    seq: line.seq,
    time: line.at === null ? '' : new Date(line.at).toISOString().slice(14, 23),
    end: [
      ...(dumps.length > 1 ? [`#${String(dump + 1)}`] : []),
      ...(line.conn === null ? [] : [line.conn]),
    ].join(' '),
    name: line.name === 'other' ? line.value.name : line.name,
    text: shorten(contentOf(redact(line.value))),
  })
}

function contentOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value)
  const { type, sdp, candidate, name, message, text, ...rest } = value as Record<string, unknown>
  if (typeof message === 'string') return [name, message].filter(Boolean).join(': ')
  if (typeof text === 'string') return text
  if (typeof sdp === 'string') return [type, sdp.replace(/\s*\r?\n/g, ' ⏎ ')].filter(Boolean).join(': ')
  if (typeof candidate === 'string') return candidate
  return JSON.stringify({ ...(type !== undefined && { type }), ...(name !== undefined && { name }), ...rest })
}

function shorten(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}
