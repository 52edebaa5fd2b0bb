import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { skeletonOf } from '../../../src/figures/descriptions'
import { parseCandidate } from '../../../src/ice/candidate'
import { treeItems, visibleSections } from '../../../src/evidence/sdp/sdpTree'
import { createRedactor } from '../../../src/redact/createRedactor'
import { createPlaceholders } from '../../../src/redact/placeholders'
import { redactSentence, redactServerUrl, redactText } from '../../../src/redact/texts'
import { addedLines } from '../../../src/sdp/addedLines'
import { describeChanges } from '../../../src/sdp/describeChanges'
import { diffLines } from '../../../src/sdp/diffLines'
import { readFacts } from '../../../src/sdp/sectionFacts'
import { cutAtMatches, findLines } from '../../../src/sdp/findLines'
import { cutAtTokens, lexLine } from '../../../src/sdp/lexLine'
import { lineKeys } from '../../../src/sdp/lineKeys'
import { lineKind } from '../../../src/sdp/lineKind'
import { countLines, joinLines, MOST_LINES, originOf, readLines, toSections } from '../../../src/sdp/lines'
import { reasonOf } from '../../../src/sdp/reasons'
import { runCount } from '../../support/runCount'
import { ENDS } from '../sdp/ends'
import { FIXTURES, readFixture } from '../sdp/fixtures'
import { hostileText, NASTY, PUMPS } from './arbitraries'

vi.setConfig({ testTimeout: 120_000 })

const STORY = { isOwn: true, type: 'offer', writer: 'caller', round: 'first', tracks: ['audio'] } as const

/** Everything that the SDP tab, its comparison and the figures compute from a text; returns what would be drawn. */
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

const foreignLines = Object.values(ENDS).flatMap((text) => text.split('\r\n'))
const foreignSdp = fc
  .tuple(
    fc.constantFrom(...Object.values(ENDS), ...FIXTURES.map(readFixture)),
    fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.constantFrom(...foreignLines)), { maxLength: 4 }),
  )
  .map(([text, edits]) => edits.reduce(mutate, text.split('\r\n')).join('\r\n'))

/** Drops a line, swaps two of its words, doubles a space, or replaces it by a line of another end. */
function mutate(lines: readonly string[], [place, how, other]: readonly [number, number, string]): string[] {
  const at = place % Math.max(lines.length, 1)
  const words = lines[at]?.split(' ') ?? []
  const swapped = words.with(how % words.length, words[place % words.length] ?? '').join(' ')
  const changed = [[], [swapped], [words.join('  ')], [other], [` ${words.join(' ')}`]][how % 5] ?? []
  return [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)]
}

/** Meanings that exclude each other within a line. */
const RIVALS = [
  ['origin.address', 'net.address', 'net.placeholder', 'net.destination', 'net.other', 'net.hold', 'net.multicast'],
  ['port.placeholder', 'port.zero', 'port.real', 'port.other', 'port.destination', 'port.discard', 'port.rtsp'],
  ['candidate.malformed', 'candidate.foundation', 'candidate.bad-foundation'],
  ['candidate.malformed', 'candidate.priority', 'candidate.priority-other', 'candidate.bad-priority'],
  ['payload.of', 'payload.unknown', 'payload.undeclared', 'payload.invalid', 'payload.static', 'payload.remapped'],
] as const // prettier-ignore

test('of a description of any end, cut and mixed, no line contradicts itself, and each part is told once', () => {
  fc.assert(
    fc.property(foreignSdp, (text) => {
      const lines = readLines(text)
      const facts = readFacts(lines)
      for (const line of lines) {
        const tokens = lexLine(line, facts)
        const found = new Set<string | null>(tokens.map(({ meaning }) => meaning))
        for (const rivals of RIVALS) expect(rivals.filter((one) => found.has(one)).length, line.text).toBeLessThanOrEqual(1) // prettier-ignore
        if (lineKind(line) === null) expect(tokens).toEqual([])
        let end = 0
        for (const { start, text: part } of tokens) {
          expect(start, line.text).toBeGreaterThanOrEqual(end)
          expect(line.text.slice(start, start + part.length)).toBe(part)
          end = start + part.length
        }
        // Every word of a line that is explained belongs to a part; what is left is marks between parts.
        const rest = tokens.reduceRight((left, { start, text: part }) => left.slice(0, start) + left.slice(start + part.length), line.text) // prettier-ignore
        if (tokens.length > 0) expect(rest, line.text).toMatch(/^[a-z]=(?:[\w-]+:)?[ ;/:,]*$/)
        if (line.text.startsWith('a=candidate:') && parseCandidate(line.text) === null)
          expect([...found]).toEqual(['candidate.malformed'])
      }
    }),
    { numRuns: runCount(120, 300) },
  )
})

test('of any two descriptions, nothing changes into itself, and no codec is both lost and gained', () => {
  const type = fc.constantFrom('offer', 'answer')
  const sdp = fc.oneof({ weight: 4, arbitrary: foreignSdp }, hostileSdp)
  fc.assert(
    fc.property(sdp, sdp, type, type, (left, right, from, to) => {
      const changes = describeChanges(
        { type: from, lines: readLines(left, MOST_LINES) },
        { type: to, lines: readLines(right, MOST_LINES) },
      )
      expect(changes.length).toBeGreaterThan(0)
      const valuesOf = (id: string) => changes.flatMap((one) => (one.id === id ? [one.values ?? {}] : []))
      for (const { id, values } of changes)
        if (id !== 'direction.answer' && values?.['from'] !== undefined) expect(values['from'], id).not.toBe(values['to']) // prettier-ignore
      const codecs = (id: string) =>
        valuesOf(id).flatMap(({ mid, codecs: names }) =>
          String(names).split(', ').map((one) => `${String(mid)} ${one.replace(/ ×\d+$/, '')}`),
        ) // prettier-ignore
      const lost = new Set(codecs('codecs.fewer'))
      expect(codecs('codecs.more').filter((one) => lost.has(one))).toEqual([])
      expect(changes.some(({ id }) => id === 'codecs.kept') && lost.size > 0).toBe(false)
    }),
    { numRuns: runCount(80, 200) },
  )
})

test('any description is read, explained, searched and compared, and never throws', () => {
  fc.assert(
    fc.property(hostileSdp, hostileSdp, hostileText, (text, other, query) => {
      const { lines, keys, tokens } = readAll(text, other, query)
      expect(joinLines(lines)).toBe(text)
      expect(countLines(text)).toBe(lines.length)
      expect(new Set(keys).size).toBe(lines.length)
      // Only known names are looked up: a line named `constructor` has no explanation.
      for (const kind of lines.map(lineKind)) expect(NASTY).not.toContain(kind)
      for (const { meaning } of tokens.flat()) expect(NASTY).not.toContain(meaning)
    }),
    { numRuns: runCount(60, 150) },
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

/** Every reader of a long text: redaction for sharing and for the inspector, candidates, the SDP tab. */
function readLong(text: string) {
  const placeholders = createPlaceholders({ text })
  for (const one of [text, `${text}!`, `x${text} `, `a=fmtp:1 ${text}`, `a=candidate:${text}`]) {
    createRedactor({ isLive: true })(one)
    redactText(one, placeholders)
    // An error message; recordings do not hold longer ones.
    redactSentence(one.slice(0, 8_192), placeholders)
    redactServerUrl(one, placeholders)
    parseCandidate(one)
  }
  readAll(text, `x${text}`, 'a')
}

/** Sizes that grow fourfold: a pattern that backtracks from every position takes sixteen times as long each time. */
const SIZES = [4, 16, 64, 256].map((kilobytes) => kilobytes * 1024)
/** Linear work takes 4 times as long; the margin is for garbage collection and a cold start. */
const MOST_GROWTH = 10
/** Below this a measurement is noise. */
const LEAST_MS = 25

/** Processor time of this process: the best of some runs, or the first one that is good enough. */
function costOf(text: string, enough: number): number {
  let best = Infinity
  for (let run = 0; run < 4 && best > enough; run++) {
    const before = process.cpuUsage()
    readLong(text)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1_000)
  }
  return best
}

test.each(PUMPS.map((text) => [JSON.stringify(text.slice(0, 16)), text] as const))(
  'four times as much of %s is at most ten times the work, up to 256 KB',
  (_, text) => {
    // From the smallest size on, so that an exponential pattern is found after seconds, not hours.
    let bound = LEAST_MS * MOST_GROWTH
    for (const size of SIZES) {
      const cost = costOf(text.slice(0, size), bound)
      expect(cost, `${String(size)} characters`).toBeLessThanOrEqual(bound)
      bound = Math.max(cost, LEAST_MS) * MOST_GROWTH
    }
  },
)
