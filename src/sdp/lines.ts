/** One line of a session description, with its line ending (RFC 8866 §5, §9). */
export interface SdpLine {
  /** Position in the text, from 0. */
  readonly index: number
  /** The line without its end. */
  readonly text: string
  /** Browsers write CRLF and also read LF; the last line may have none. */
  readonly end: '\r\n' | '\n' | ''
  /** The letter before `=`; null if the line is not `<letter>=<value>`. */
  readonly key: string | null
  /** 0 in the session part, then the position of its m= line, from 1. */
  readonly section: number
}

/** The session part, or one media section: everything from one m= line to the next. */
export interface SdpSection {
  readonly index: number
  /** `audio`, `video`, `application`; null for the session part. */
  readonly media: string | null
  /** Name of the section (RFC 9143): `transceiver.mid`, `candidate.sdpMid`. */
  readonly mid: string | null
  readonly lines: readonly SdpLine[]
}

/**
 * The most lines that a view shows: a page with 100,000 rows stops responding, and a message of 256 KB can contain
 * twice as many. Descriptions from browsers have less than a tenth of this.
 */
export const MOST_LINES = 3_000

/** Splits any text into lines. Nothing is lost: `joinLines` returns the same text, unless `most` cuts it. */
export function readLines(text: string, most = Infinity): SdpLine[] {
  const lines: SdpLine[] = []
  let section = 0
  for (let start = 0; start < text.length && lines.length < most;) {
    const { content, end, next } = cutLine(text, start)
    const key = /^([a-z])=/.exec(content)?.[1] ?? null
    if (key === 'm') section++
    lines.push({ index: lines.length, text: content, end, key, section })
    start = next
  }
  return lines
}

function cutLine(text: string, start: number): { content: string; end: SdpLine['end']; next: number } {
  const newline = text.indexOf('\n', start)
  if (newline === -1) return { content: text.slice(start), end: '', next: text.length }
  const isCrlf = newline > start && text[newline - 1] === '\r'
  const content = text.slice(start, isCrlf ? newline - 1 : newline)
  return { content, end: isCrlf ? '\r\n' : '\n', next: newline + 1 }
}

/** The number of lines of a text, also of those not shown. */
export function countLines(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; count++) {
    const newline = text.indexOf('\n', at)
    at = newline === -1 ? text.length : newline + 1
  }
  return count
}

/** The text that `readLines` was given, byte for byte. */
export function joinLines(lines: readonly SdpLine[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}

/** Groups lines by their m= line. */
export function toSections(lines: readonly SdpLine[]): SdpSection[] {
  const groups: SdpLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group?.[0]?.section === line.section) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({
    index: group[0]?.section ?? 0,
    media: valueAfter(group, 'm=', ' '),
    mid: valueAfter(group, 'a=mid:', ' '),
    lines: group,
  }))
}

function valueAfter(lines: readonly SdpLine[], prefix: string, stop: string): string | null {
  const line = lines.find(({ text }) => text.startsWith(prefix))
  return line?.text.slice(prefix.length).split(stop)[0] ?? null
}

/** What identifies a description: its o= line, whose version changes with every negotiation (RFC 9429 §5.2.2). */
export function originOf(text: string): string | null {
  return /^o=[^\r\n]*/m.exec(text)?.[0] ?? null
}

/**
 * What all descriptions of one end in one session share: the user name and session id of the o= line (RFC 8866 §5.2).
 */
export function sessionOf(text: string): string | null {
  return /^o=(\S+ \S+)/m.exec(text)?.[1] ?? null
}
