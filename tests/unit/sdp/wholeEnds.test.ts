import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCandidate } from '../../../src/ice/candidate'
import { encodePriority } from '../../../src/ice/priority'
import { factsAt, hasDataChannels, readFacts } from '../../../src/sdp/sectionFacts'
import { lexLine } from '../../../src/sdp/lexLine'
import { lineKind } from '../../../src/sdp/lineKind'
import { readLines } from '../../../src/sdp/lines'
import type { SdpLine } from '../../../src/sdp/lines'
import { payloadRule } from '../../../src/sdp/staticPayloads'
import type { SdpToken } from '../../../src/sdp/token'
import { unexplained } from '../../support/sdpKnowledge'
import { ENDS, FIXTURES, readFixture } from './fixtures'

/** What these ends write that no registry has or that breaks a rule; it is marked as such. */
const STRANGE: Readonly<Record<string, string[]>> = {
  // A section it rejects, with a payload type that RFC 3551 leaves reserved.
  'ends/freeswitch.offer': ['19'],
  // Written as a signed number.
  'ends/janus.offer': ['-1056430916'],
  'ends/libdatachannel.offer': ['ice2,trickle'],
  // Backslashes in a URI, and a kind of media that is in no registry.
  'ends/teams.offer': ['http:\\\\www.webrtc.org\\experiments\\rtp-hdrext\\abs-send-time', 'x-data', 'x-data'],
}

test.each(ENDS)('every line and part of %s has a meaning, but for what is listed', (name) => {
  const found = unexplained(readFixture(name)).map(
    (complaint) => /^“(.*?)” of/.exec(complaint)?.[1] ?? complaint,
  )
  expect(found).toEqual(STRANGE[name] ?? [])
})

/** A line with its explanation, and the facts of its section. */
interface ExplainedLine {
  line: SdpLine
  tokens: SdpToken[]
  all: readonly SdpLine[]
}

function tellAll(sdp: string): ExplainedLine[] {
  const all = readLines(sdp)
  const facts = readFacts(all)
  return all.map((line) => ({ line, tokens: lexLine(line, facts), all }))
}

/** The lines that apply to a line: those of its section and of the session part. */
const around = ({ line, all }: ExplainedLine) =>
  all.filter(({ section }) => section === line.section || section === 0)
/** A line in the session part applies to every section. */
const reach = (told: ExplainedLine) => (told.line.section === 0 ? told.all : around(told))
const usesIce = (lines: readonly SdpLine[]) =>
  lines.some(({ text }) => /^a=ice-(?:ufrag|pwd|lite)/.test(text) || parseCandidate(text) !== null)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)

/** Sentences that contradict the line they explain; empty if none does. */
function contradictions(sdp: string, texts = tellAll(sdp)): string[] {
  const { sections } = readFacts(readLines(sdp))
  const found: string[] = []
  for (const told of texts) {
    const { line, tokens } = told
    const complain = (part: SdpToken, why: string) => found.push(`${why}: “${part.text}” of ${line.text}`)
    for (const part of tokens) {
      const { meaning, values, text } = part
      // A sum is shown only if it equals the number, with the candidate's component.
      if (meaning === 'candidate.priority') {
        const [type, local, component] = [values?.['type'], values?.['local'], values?.['component']].map(
          numberOf,
        )
        const sum = encodePriority({ typePreference: type!, localPreference: local!, component: component! })
        if (sum !== Number(text) || parseCandidate(line.text)?.component !== component)
          complain(part, 'no such sum')
      }
      if (line.key === 'o' && !/^(?:origin|net)\.|^malformed$/.test(meaning))
        complain(part, 'o= has no candidate')
      if (line.key === 'o' && /^net\.(?:address|destination|other|hold|multicast)$/.test(meaning)) complain(part, 'nothing is sent to o=') // prettier-ignore
      if (/^(?:net|port)\.(?:destination|hold|discard|multicast)$/.test(meaning) && usesIce(reach(told))) complain(part, 'with ICE it is no destination') // prettier-ignore
      if (/^(?:net\.(?:address|other)|port\.(?:placeholder|real|other))$/.test(meaning) && !usesIce(reach(told))) complain(part, 'without ICE no candidate') // prettier-ignore
      if (/^(?:net\.address|port\.real)$/.test(meaning) && !reach(told).some((one) => [parseCandidate(one.text)?.address, String(parseCandidate(one.text)?.port)].includes(text))) complain(part, 'no candidate has it') // prettier-ignore
      if (meaning === 'format.codec' || meaning === 'payload.of') {
        const pt = String(values?.['pt'])
        const named = around(told).flatMap(
          (one) => new RegExp(`^a=rtpmap:${pt} +([^/\\s]+)`).exec(one.text)?.[1] ?? [],
        )
        const rule = payloadRule(pt)
        const codec = named.at(-1) ?? (typeof rule === 'string' ? null : rule.name)
        if (codec !== values?.['codec']) complain(part, `${pt} is ${String(codec)}`)
      }
      const rule = payloadRule(text)
      if (meaning === 'payload.static' && typeof rule === 'string') complain(part, 'not a fixed number')
      if (meaning === 'payload.dynamic' && rule !== 'dynamic') complain(part, 'not a dynamic number')
      if (meaning.startsWith('proto.') && /SAVP/.test(text) !== /^proto\.(?:old-)?savpf?$|^proto\.rtp-tcp$/.test(meaning)) complain(part, 'encrypted or not') // prettier-ignore
      const section = sections.get(line.section)
      if (/^(?:media\.application|direction\.data)$/.test(meaning) && !(section && hasDataChannels(section))) complain(part, 'no data channels here') // prettier-ignore
      if (/^setup\.(?:active|passive)$/.test(meaning) && section?.protocol.startsWith('TCP/MRCP')) complain(part, 'no DTLS here') // prettier-ignore
      if (/^candidate\.r(?:addr|port)-relay$/.test(meaning) && !/ typ relay /.test(line.text)) complain(part, 'not a relay') // prettier-ignore
      if (/^candidate\.r(?:addr|port)$/.test(meaning) && !/ typ (?:srflx|prflx) /.test(line.text)) complain(part, 'not mapped') // prettier-ignore
      if (/-hidden$/.test(meaning) && !/ raddr (?:0\.0\.0\.0|::)/.test(line.text))
        complain(part, 'not hidden')
    }
  }
  return found
}

test.each([...ENDS, ...FIXTURES])('no sentence contradicts its line in %s', (name) => {
  expect(contradictions(readFixture(name))).toEqual([])
})

test.each([
  ['o=', 'origin.address', { meaning: 'net.address' }, 'nothing is sent to o='],
  ['a=candidate', 'candidate.priority-other', { meaning: 'candidate.priority', values: { type: 0, local: 2574, component: 64 } }, 'no such sum'],
  ['m=audio', 'port.real', { meaning: 'port.destination' }, 'with ICE it is no destination'],
  ['m=audio', 'proto.savpf', { meaning: 'proto.avp' }, 'encrypted or not'],
  ['a=rtpmap:9', 'payload.static', { meaning: 'payload.dynamic' }, 'not a dynamic number'],
  ['a=fmtp:102', 'payload.of', { meaning: 'payload.of', values: { pt: '102', codec: 'VP8' } }, '102 is opus'],
] as const)('a false sentence about %s (%s) would be noticed', (start, meaning, lie, complaint) => {
  const sdp = readFixture('ends/freeswitch.offer')
  const told = tellAll(sdp).map((one) =>
    one.line.text.startsWith(start)
      ? { ...one, tokens: one.tokens.map((part) => (part.meaning === meaning ? { ...part, ...lie } : part)) }
      : one,
  )
  expect(contradictions(sdp, told).join()).toContain(complaint)
}) // prettier-ignore

const LINES = [...ENDS, ...FIXTURES].flatMap((name) =>
  readFixture(name)
    .split('\r\n')
    .filter((line) => line !== ''),
)

test('nor where lines of any of them are mixed, in any order', () => {
  const mixed = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(mixed, (lines) => {
      expect(contradictions(lines.join('\r\n'))).toEqual([])
    }),
    { numRuns: 400 },
  )
})

describe('malformed parts are called malformed', () => {
  const candidates = LINES.filter((line) => line.startsWith('a=candidate:'))
  test('a candidate that has lost a field', () => {
    for (const line of candidates) {
      const words = line.split(' ')
      for (let at = 0; at < 8; at++) {
        const without = words.filter((_word, n) => n !== at).join(' ')
        // Without its foundation the next word takes its position, joined to the name of the line.
        const broken = at === 0 ? `a=candidate: ${words.slice(1).join(' ')}` : without
        const [token] = tellAll(broken)[0]?.tokens ?? []
        expect([broken, token?.meaning]).toEqual([broken, 'candidate.malformed'])
      }
    }
    expect(candidates.length).toBeGreaterThan(100)
  })
  test('a line indented, of another case, or with a blank behind =', () => {
    for (const line of new Set(LINES)) {
      if (line.startsWith('s=')) continue
      for (const broken of [
        ` ${line}`,
        line[0]!.toUpperCase() + line.slice(1),
        `${line.slice(0, 2)} ${line.slice(2)}`,
      ]) {
        const [read] = readLines(broken)
        expect([broken, read && lineKind(read)]).toEqual([broken, null])
      }
    }
  })
  test('a fingerprint of another length than its hash makes', () => {
    const prints = LINES.filter((line) => line.startsWith('a=fingerprint:'))
    const last = (line: string) => tellAll(line)[0]?.tokens.at(-1)?.meaning
    for (const line of prints) {
      expect(last(line)).toBe('fingerprint.value')
      expect(last(line.slice(0, -3))).toBe('fingerprint.size')
      expect(last(`${line}x`)).toBe('malformed')
    }
  })
})

test('each direction is read as what it is, also where it stands for the whole session', () => {
  for (const name of ENDS) {
    const lines = readLines(readFixture(name))
    for (const line of lines.filter(({ text }) => /^a=(?:sendrecv|sendonly|recvonly|inactive)$/.test(text)))
      expect(lexLine(line, readFacts(lines))[0]?.meaning).toBe(
        hasDataChannels(factsAt(readFacts(lines), line))
          ? 'direction.data'
          : `direction.${line.text.slice(2)}`,
      )
  }
})
