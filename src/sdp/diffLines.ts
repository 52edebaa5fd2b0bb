import { diffArrays } from 'diff'
import { attributeName, lineKind } from './lineKind'
import { toSections } from './lines'
import type { SdpLine, SdpSection } from './lines'

/** A range of a line's text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** One row of two texts side by side: a line of either or both. */
export interface DiffRow {
  readonly state: 'same' | 'changed' | 'removed' | 'added'
  readonly left: SdpLine | null
  readonly right: SdpLine | null
  /** The words that differ in a changed line. */
  readonly leftMarks: readonly Range[]
  readonly rightMarks: readonly Range[]
}

/** With more edits than this in one section a comparison is useless, and finding the shortest edit would take long. */
const MOST_EDITS = 500

/**
 * Compares two descriptions section by section, because an m= line is identified by its position (RFC 9429 §5.2.1).
 * Within a section the diff package finds the shortest edit (Myers); lines with the same subject are then paired.
 */
export function diffLines(left: readonly SdpLine[], right: readonly SdpLine[]): DiffRow[] {
  const [before, after] = [toSections(left), toSections(right)]
  const count = Math.max(before.length, after.length)
  return Array.from({ length: count }).flatMap((_none, at) => diffSection(before[at], after[at]))
}

function diffSection(before: SdpSection | undefined, after: SdpSection | undefined): DiffRow[] {
  const [left, right] = [before?.lines ?? [], after?.lines ?? []]
  const edits = diffArrays(textsOf(left), textsOf(right), { maxEditLength: MOST_EDITS })
  if (edits === undefined) return pairUp(left, right)
  const rows: DiffRow[] = []
  let [atLeft, atRight] = [0, 0]
  let removed: SdpLine[] = []
  let added: SdpLine[] = []
  for (const { added: isAdded, removed: isRemoved, count } of edits) {
    if (isRemoved) removed = [...removed, ...left.slice(atLeft, (atLeft += count))]
    else if (isAdded) added = [...added, ...right.slice(atRight, (atRight += count))]
    else {
      rows.push(...pairUp(removed, added))
      ;[removed, added] = [[], []]
      for (let n = 0; n < count; n++) rows.push(row(left[atLeft++] ?? null, right[atRight++] ?? null))
    }
  }
  return [...rows, ...pairUp(removed, added)]
}

function textsOf(lines: readonly SdpLine[]): string[] {
  return lines.map(({ text }) => text)
}

/** Puts removed and added lines with the same subject side by side, without changing their order. */
function pairUp(removed: readonly SdpLine[], added: readonly SdpLine[]): DiffRow[] {
  const rows: DiffRow[] = []
  let from = 0
  const places = new Map<string, number[]>()
  added.forEach((line, at) => {
    const subject = subjectOf(line)
    if (subject !== null) places.set(subject, [...(places.get(subject) ?? []), at])
  })
  for (const line of removed) {
    const subject = subjectOf(line)
    const at = subject === null ? undefined : places.get(subject)?.find((place) => place >= from)
    if (at === undefined) {
      rows.push(row(line, null))
      continue
    }
    for (const other of added.slice(from, at)) rows.push(row(null, other))
    rows.push(row(line, added[at] ?? null))
    from = at + 1
  }
  return [...rows, ...added.slice(from).map((line) => row(null, line))]
}

/** The subject of a line, if only a few lines of a section share it; null for a line that has its own. */
function subjectOf({ key, text }: SdpLine): string | null {
  if (key !== 'a') return key
  const kind = lineKind({ key, text })
  switch (kind) {
    case 'candidate':
    case 'rtcp-fb':
    case null:
      return null
    case 'rtpmap':
    case 'fmtp':
    case 'extmap':
    case 'rid':
      return /^a=[^\s/]*/.exec(text)?.[0] ?? null
    case 'ssrc':
      return /^a=ssrc:\d+ (\w+)/.exec(text)?.[1] ?? null
    case 'direction':
      return kind
    default:
      return attributeName(text)
  }
}

function row(left: SdpLine | null, right: SdpLine | null): DiffRow {
  if (left === null || right === null) {
    return { state: left === null ? 'added' : 'removed', left, right, leftMarks: [], rightMarks: [] }
  }
  if (left.text === right.text) return { state: 'same', left, right, leftMarks: [], rightMarks: [] }
  return { state: 'changed', left, right, ...markWords(left.text, right.text) }
}

/** Words end where an SDP value does. */
const WORDS = /[ :;,=/]|[^ :;,=/]+/g

function markWords(left: string, right: string): Pick<DiffRow, 'leftMarks' | 'rightMarks'> {
  const edits = diffArrays(left.match(WORDS) ?? [], right.match(WORDS) ?? [], { maxEditLength: MOST_EDITS })
  if (edits === undefined) {
    return { leftMarks: [{ start: 2, end: left.length }], rightMarks: [{ start: 2, end: right.length }] }
  }
  const leftMarks: Range[] = []
  const rightMarks: Range[] = []
  let [atLeft, atRight] = [0, 0]
  for (const { added, removed, value } of edits) {
    const { length } = value.join('')
    if (!added) atLeft += length
    if (!removed) atRight += length
    if (removed) leftMarks.push({ start: atLeft - length, end: atLeft })
    if (added) rightMarks.push({ start: atRight - length, end: atRight })
  }
  return { leftMarks, rightMarks }
}

/** A text cut at the ends of sorted ranges that do not overlap. */
export function cutAtRanges(text: string, ranges: readonly Range[]): { text: string; isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = []
  let from = 0
  for (const { start, end } of ranges) {
    pieces.push({ text: text.slice(from, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    from = end
  }
  pieces.push({ text: text.slice(from), isMarked: false })
  return pieces.filter((piece) => piece.text !== '')
}
