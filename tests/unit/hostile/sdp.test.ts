import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { skeletonOf } from '../../../src/figures/descriptions'
import { parseCandidate } from '../../../src/ice/candidate'
import { redact } from '../../../src/inspector/bridge/redact'
import { treeItems, visibleSections } from '../../../src/panels/evidence/sdpTree'
import { createPlaceholders } from '../../../src/recording/redact/placeholders'
import { redactSentence, redactServerUrl, redactWire } from '../../../src/recording/redact/texts'
import { addedLines } from '../../../src/sdp/addedLines'
import { describeChanges } from '../../../src/sdp/describeChanges'
import { diffLines } from '../../../src/sdp/diffLines'
import { readFacts } from '../../../src/sdp/facts'
import { cutAtMatches, findLines } from '../../../src/sdp/findLines'
import { cutAtTokens, lexLine } from '../../../src/sdp/lexLine'
import { lineKeys } from '../../../src/sdp/lineKeys'
import { lineKind } from '../../../src/sdp/lineKind'
import { countLines, joinLines, MOST_LINES, originOf, readLines, toSections } from '../../../src/sdp/lines'
import { reasonOf } from '../../../src/sdp/reasons'
import { FIXTURES, readFixture } from '../sdp/fixtures'
import { hostileText, NASTY, PUMPS } from './arbitraries'

// A pattern or a reader that hangs would need hours; a busy machine needs some seconds.
vi.setConfig({ testTimeout: 120_000 })

const STORY = { type: 'offer', writer: 'caller', round: 'first', tracks: ['audio'] } as const

/** Everything the SDP tab, its comparison and the figures ask of a text; gives what would be drawn. */
function readAll(text: string, other: string, query: string) {
  const [lines, others] = [text, other].map((one) => readLines(one, MOST_LINES)) as [
    ReturnType<typeof readLines>,
    ReturnType<typeof readLines>,
  ]
  const facts = readFacts(lines)
  const sections = toSections(lines)
  const keys = lineKeys(lines)
  const matches = findLines(lines, query)
  const tokens = lines.map((line) => lexLine(line, facts))
  for (const [at, line] of lines.entries()) {
    expect(cutAtTokens(line.text, tokens[at] ?? []).map((piece) => piece.text).join('')).toBe(line.text) // prettier-ignore
    expect(cutAtMatches(line.text, query).map((piece) => piece.text).join('')).toBe(line.text) // prettier-ignore
    reasonOf(line, facts.sections.get(line.section)?.media ?? null, STORY)
  }
  const rows = diffLines(lines, others)
  const changes = describeChanges({ type: 'offer', lines }, { type: 'answer', lines: others })
  addedLines(lines, others)
  treeItems(visibleSections(sections, { folded: new Set(), matches }), keys)
  originOf(text)
  skeletonOf(text)
  return { lines, rows, changes, tokens, keys }
}

const someLine = fc.constantFrom(...FIXTURES.flatMap((name) => readFixture(name).split('\r\n').slice(0, 40)))
const name = fc.oneof(
  fc.constantFrom<string>(...NASTY),
  fc.constantFrom('rtpmap', 'fmtp', 'mid', 'ssrc', 'extmap'),
)
const hostileLine = fc.oneof(
  hostileText,
  someLine,
  fc.tuple(name, hostileText).map(([key, value]) => `a=${key}:${value}`),
  fc.tuple(fc.constantFrom('m', 'o', 'a', 'c', '_'), hostileText).map(([key, value]) => `${key}=${value}`),
)
const hostileSdp = fc
  .array(fc.tuple(hostileLine, fc.constantFrom('\r\n', '\n', '\r', '')), { maxLength: 40 })
  .map((parts) => parts.flat().join(''))

test('any description is read, explained, searched and compared, and never throws', () => {
  fc.assert(
    fc.property(hostileSdp, hostileSdp, hostileText, (text, other, query) => {
      const { lines, keys, tokens } = readAll(text, other, query)
      expect(joinLines(lines)).toBe(text)
      expect(countLines(text)).toBe(lines.length)
      expect(new Set(keys).size).toBe(lines.length)
      // Only words of ours are ever looked up: a line named `constructor` has no explanation.
      for (const kind of lines.map(lineKind)) expect(NASTY).not.toContain(kind)
      for (const { meaning } of tokens.flat()) expect(NASTY).not.toContain(meaning)
    }),
    { numRuns: 150 },
  )
})

describe('what is drawn of a description has a limit', () => {
  test.each([
    ['ten million characters of real lines', readFixture(FIXTURES[0] ?? '').repeat(2_000).slice(0, 10_000_000)], // prettier-ignore
    ['one line of 256 KB', `a=group:BUNDLE ${'1 '.repeat(131_000)}`],
    ['a media line of 256 KB', `m=video 9 x ${'1 '.repeat(131_000)}`],
    ['a million lines', 'v=0\n'.repeat(1_000_000)],
    ['as many sections as there is room for', 'm=\n'.repeat(90_000)],
    ['one subject on every line', 'a=mid:1\n'.repeat(32_000)],
  ])('%s', (_, text) => {
    const { lines, rows, tokens } = readAll(text, text.replaceAll('1', '2'), '1')
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
    expect(rows.length).toBeLessThanOrEqual(2 * MOST_LINES)
    expect(Math.max(...tokens.map(({ length }) => length))).toBeLessThanOrEqual(500)
    expect(cutAtMatches(text, text[0] ?? '').length).toBeLessThanOrEqual(1_001)
    expect(countLines(text)).toBe(text.split('\n').filter((_line, at, all) => at < all.length - 1 || _line !== '').length) // prettier-ignore
  })
})

/* A pattern that tries every end from every beginning needs minutes for these; the test would not come back. */
test.each(PUMPS.map((text) => [JSON.stringify(text.slice(0, 16)), text] as const))(
  '256 KB of %s do not hang any pattern',
  (_, text) => {
    const placeholders = createPlaceholders(text)
    for (const one of [text, `${text}!`, `x${text} `, `a=fmtp:1 ${text}`, `a=candidate:${text}`]) {
      redact(one)
      redactWire(one, placeholders)
      // A message of an error; recordings hold no longer ones.
      redactSentence(one.slice(0, 8_192), placeholders)
      redactServerUrl(one, placeholders)
      parseCandidate(one)
    }
    readAll(text, `x${text}`, 'a')
  },
)
