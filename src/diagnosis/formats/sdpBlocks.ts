/** A description in a text of any kind, with what is written before it. */
export interface SdpBlock {
  /** Where the line of its `v=0` begins. */
  readonly at: number
  readonly sdp: string
  /** The text before it, at most 3,000 characters: a heading, the prefix of a log, or the head of a SIP message. */
  readonly before: string
}

const MOST_BLOCKS = 50
const LINE_OF_SDP = /^[a-z]=\S/
/** Line ends as consoles print them, also escaped several times. */
const LINE_ENDS = /↵|␍?␊|\\+r\\+n|\\+n/g
const MOST_BEFORE = 3_000

/**
 * Finds every SDP in a text: behind the time stamps and names of a log, behind `> ` of a mail, with `↵` or `\r\n` in
 * letters, or with its lines joined by spaces. Also gives the lines that belong to none.
 */
export function sdpBlocks(text: string): { blocks: SdpBlock[]; rest: string[] } {
  const lines = text.replace(LINE_ENDS, '\n').split(/\r\n|[\n\r\u2028\u2029]/)
  const blocks: SdpBlock[] = []
  const rest: string[] = []
  let at = 0
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const start = line.search(/\bv[=＝]0(?!\S)/)
    const begins =
      start >= 0 &&
      blocks.length < MOST_BLOCKS &&
      isStart(half(line.slice(start)), lines.slice(index + 1, index + 4).map(half))
    if (!begins) {
      rest.push(line)
      at += line.length + 1
      continue
    }
    const prefix = line.slice(0, start)
    const before = [...rest.slice(-60), prefix].join('\n').slice(-MOST_BEFORE)
    const { sdp, next } = blockFrom(lines, index, prefix)
    if (prefix.trim() !== '') rest.push(prefix)
    blocks.push({ at, sdp, before })
    for (; index < next - 1; index += 1) at += (lines[index] ?? '').length + 1
    at += (lines[index] ?? '').length + 1
  }
  return { blocks, rest }
}

/** The signs that input methods of East Asia and editors put in the place of those of SDP. */
function half(line: string): string {
  return line
    .replaceAll('：', ':')
    .replaceAll('＝', '=')
    .replace(/[\u00A0\u3000]/g, ' ')
}

/** `v=0` alone on its line and followed by `o=`, or with it in one line. */
function isStart(line: string, next: readonly string[]): boolean {
  return /^v=0\s+o=/.test(line) || (/^v=0["'`,;+\s]*$/.test(line) && next.some((one) => /\b[os]=/.test(one)))
}

function blockFrom(lines: readonly string[], index: number, prefix: string): { sdp: string; next: number } {
  const first = half((lines[index] ?? '').slice(prefix.length))
  // A log joins the lines by spaces: a new one begins with a letter and `=`.
  if (/^v=0\s+o=/.test(first))
    return { sdp: first.replace(/\s+(?=[vosiuepcbtrzkma]=)/g, '\n'), next: index + 1 }
  const behind = shapeOf(prefixOf(lines[index + 1], prefix))
  const found = ['v=0']
  let next = index + 1
  for (; next < lines.length; next += 1) {
    const content = contentOf(lines[next] ?? '', behind)
    // Another description may follow without a line between.
    if (content === 'v=0') break
    if (LINE_OF_SDP.test(content)) found.push(content)
    else if (content !== '' || !hasMore(lines, next, behind)) break
  }
  return { sdp: found.join('\n'), next }
}

/** What Safari's console writes behind an entry: ` (app.js, line 10)`. */
const PLACE_IN_CODE = / \([^()]{1,200}, line \d+\)$/

/** A line without the prefix of its log and the place in the code, and without the quotes of a string in code. */
function contentOf(line: string, behind: RegExp | null): string {
  const own = behind?.exec(line)?.[0] ?? ''
  return half(line.slice(own.length))
    .replace(PLACE_IN_CODE, '')
    .replace(/["'`,;+\s]+$/, '')
    .replace(/^\s*["'`]?/, '')
}

/** Whether the text of a description goes on behind empty lines. */
function hasMore(lines: readonly string[], from: number, behind: RegExp | null): boolean {
  for (const line of lines.slice(from, from + 3)) {
    const content = contentOf(line, behind)
    if (LINE_OF_SDP.test(content)) return !content.startsWith('v=0')
    if (content !== '') return false
  }
  return false
}

/** The prefix that a log writes on each line: the first one may have more, such as the name of what follows. */
function prefixOf(next: string | undefined, first: string): string {
  const at = next?.search(/\b[os]=/) ?? -1
  return next !== undefined && at > 0 && first.trim() !== '' ? next.slice(0, at) : first
}

/** What looks like the prefix of a line, with other digits: the same log writes it on each line. */
function shapeOf(prefix: string): RegExp | null {
  if (prefix.trim() === '' || prefix.length > 200) return null
  const shape = prefix.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/\d+/g, String.raw`\d+`)
  return new RegExp(`^${shape.replace(/\s+$/, String.raw`\s?`)}`)
}
