import type { DumpFormat } from './dump'
import { recognise } from './recognise'

/** A dump within another text, such as an issue. */
export interface Embedded {
  readonly format: DumpFormat
  readonly text: string
}

/** Files that say what they are; parts of any text may look like the others. */
const WHOLE: readonly DumpFormat[] = [
  'webrtc-internals',
  'rtcstats-v3',
  'jitsi-rtcstats',
  'firefox-report',
  'har',
  'recording',
]
/** The first line of a dump, or a line that begins an object. */
const START = /^[^\S\n]*(?:RTCStatsDump\s*$|\{\s*"\w+"\s*:)/gm
const FENCE = /^[^\S\n]*(?:```|~~~)[^\n]*\n/m
const END_OF_FENCE = /^[^\S\n]*(?:```|~~~)\s*$/m
const MOST_PLACES = 20
const HEAD = 16_384
const DEEPEST = 4
/** Characters of a text in JSON that may be a dump. */
const SHORTEST = 60

/** The first dump in a text: between the fences of Markdown, behind other words, or in a string of JSON. null: none. */
export function embeddedIn(text: string, depth = DEEPEST): Embedded | null {
  return depth === 0 ? null : (fenced(text) ?? behindWords(text) ?? inJson(text, depth))
}

function fenced(text: string): Embedded | null {
  let rest = text
  for (let place = 0; place < MOST_PLACES; place += 1) {
    const open = FENCE.exec(rest)
    if (open === null) return null
    const inner = rest.slice(open.index + open[0].length)
    const close = END_OF_FENCE.exec(inner)
    const found = wholeIn(close === null ? inner : inner.slice(0, close.index))
    if (found !== null || close === null) return found
    rest = inner.slice(close.index + close[0].length)
  }
  return null
}

function behindWords(text: string): Embedded | null {
  let left = MOST_PLACES
  for (const { index } of text.matchAll(START)) {
    if ((left -= 1) < 0) return null
    const found = wholeIn(text.slice(index))
    if (found !== null) return found
  }
  return null
}

function wholeIn(part: string): Embedded | null {
  const text = part.trim()
  // What is looked for stands at the beginning.
  const format = recognise(text.slice(0, HEAD))
  return format !== null && WHOLE.includes(format) ? { format, text } : null
}

function inJson(text: string, depth: number): Embedded | null {
  if (!/^\s*[[{"]/.test(text)) return null
  let found: Embedded | null = null
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (found === null && typeof value === 'string' && value.length >= SHORTEST)
        found = wholeIn(value) ?? embeddedIn(value, depth - 1)
      return value
    })
  } catch {
    return null
  }
  return found
}
