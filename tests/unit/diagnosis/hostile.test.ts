import fc from 'fast-check'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { DumpFormat, Reading } from '../../../src/diagnosis/dump'
import { readDump, readAs } from '../../../src/diagnosis/readDump'
import { recognise } from '../../../src/diagnosis/recognise'
import { runCount } from '../../support/runCount'
import { labBytes, storedBytes } from './labFixtures'

const runs = runCount(300, 10_000)
/** Milliseconds for all runs of one test, on a busy machine. */
const timeout = runs * 60

const textOf = (bytes: Uint8Array) =>
  (bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8')
const lab = (file: string) => textOf(labBytes('wrong-order', file))
const SDP =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=setup:actpass\r\na=candidate:1 1 udp 1 192.0.2.1 5 typ host\r\n'

/** A small text of each format. */
const TEXTS: [DumpFormat, string][] = [
  ['webrtc-internals', textOf(storedBytes('by-hand-internals-g1.json'))],
  ['webrtc-internals', textOf(storedBytes('by-hand-internals-g5.json'))],
  ['rtcstats-v3', lab('rtcstats-v3.gz')],
  ['jitsi-rtcstats', lab('rtcstats-v3.gz').split('\n').slice(2).join('\n')],
  ['firefox-report', textOf(storedBytes('firefox-153-report-0.json.gz'))],
  ['firefox-report', textOf(storedBytes('firefox-153-page.html.gz')).slice(0, 30_000)],
  [
    'har',
    JSON.stringify({
      log: {
        creator: {},
        entries: [
          {
            _webSocketMessages: [
              { type: 'send', time: 1, data: JSON.stringify({ type: 'offer', sdp: SDP }) },
            ],
          },
        ],
      },
    }),
  ],
  ['sdp', `2026 log: offer\n${SDP}\n> ${SDP.replaceAll('\r\n', '\n> ')}`],
  [
    'signals',
    JSON.stringify([
      { type: 'offer', sdp: SDP },
      { candidate: { candidate: 'candidate:1 1 udp 1 192.0.2.1 5 typ host' } },
    ]),
  ],
  [
    'candidates',
    'a=candidate:1 1 udp 1 192.0.2.1 5 typ host\ncandidate:2 1 tcp 1 ::1 9 typ host tcptype active',
  ],
  ['error-text', 'InvalidStateError: Called in wrong state: stable'],
  ['recording', lab('recording.json.gz')],
]

/** What breaks readers: other values, other structure, other signs. */
const PIECES = fc.oneof(
  fc.constantFrom(
    'null',
    '{}',
    '[]',
    '""',
    '-1',
    '1e999',
    'NaN',
    '"__proto__":{"polluted":1}',
    '"constructor"',
    '\\u0000',
    '{"a":',
    '[[[[[[',
    ']}',
    '\n',
    '\r\n',
    '<',
    '">',
    '\uFEFF',
    '\u2028',
    'v=0',
    'm=',
    '\\',
    '"',
  ),
  fc.string({ maxLength: 8 }),
)

/** A text with some of its parts replaced, repeated, or left out. */
function mutated(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(40),
    piece: PIECES,
    repeats: fc.integer({ min: 0, max: 3 }),
  })
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce(
        (rest, { at, length, piece, repeats }) =>
          rest.slice(0, at) + piece.repeat(repeats) + rest.slice(at + length),
        text,
      ),
    )
}

function expectSound(reading: Reading): void {
  if ('problem' in reading) {
    expect(reading.detail).not.toMatch(/TypeError|RangeError|Cannot read|is not a function/)
    return
  }
  const { dump } = reading
  // Plain JSON, in order, and every reference leads to an earlier line.
  expect(JSON.parse(JSON.stringify(dump))).toBeTruthy()
  for (const [index, { seq, at, conn, call }] of dump.lines.entries()) {
    expect(seq).toBe(index)
    if (call !== undefined) expect(call).toBeLessThan(seq)
    if (conn !== null) expect(dump.connections.some(({ id }) => id === conn)).toBe(true)
    if (at !== null) expect(Number.isFinite(at)).toBe(true)
  }
  for (const { times, values } of dump.reports) {
    expect(times.every((at, index) => index === 0 || at > (times[index - 1] ?? NaN))).toBe(true)
    for (const column of Object.values(values)) expect(column).toHaveLength(times.length)
  }
  expect(dump.skipped.length).toBeLessThanOrEqual(20)
}

describe.each(TEXTS)('%s', (format, text) => {
  it('is what it is recognised as', async () => {
    expect(recognise(text)).toBe(format)
    const reading = await readAs(format, text)
    expect('dump' in reading).toBe(true)
    expectSound(reading)
  })

  it('whatever is changed in it, it is read or its problem is told', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(mutated(text), async (changed) => {
        recognise(changed)
        expectSound(await readAs(format, changed))
      }),
      { numRuns: format === 'recording' ? runs / 10 : runs },
    )
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

it('any bytes are read or their problem is told', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => expectSound(await readDump(bytes))),
    { numRuns: runs },
  )
})

/** A dump is lines with values and reports with columns; what is deeper came from the file. */
const MOST_DEPTH = 12

/** How deep a value is, without recursion: it may be too deep for that. */
function depthOf(value: unknown): number {
  let level = [value]
  let depth = 0
  for (; level.length > 0 && depth <= MOST_DEPTH; depth += 1)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  return depth
}

it('deep nesting, long texts without an end and many brackets are read or refused, and nothing deep remains', async () => {
  const texts = [
    '['.repeat(200_000),
    `{"PeerConnections":${'{"a":'.repeat(100_000)}`,
    `{"PeerConnections":{"1-1":{"updateLog":[${'{"type":"createOffer","value":"'.repeat(20_000)}`,
    `RTCStatsDump\n{}\n${'["'.repeat(100_000)}`,
    `${'<a href="'.repeat(50_000)}data-l10n-id="about-webrtc-`,
    `${'{"'.repeat(50_000)}"sdp":"v=0"`,
    'v=0\n'.repeat(50_000),
    `${'candidate:'.repeat(50_000)} 1 udp`,
    '\\"'.repeat(100_000),
  ]
  for (const text of texts) {
    for (const [format] of TEXTS.filter(([, own]) => own.length < 100_000 || own === text)) {
      const reading = await readAs(format, text)
      expectSound(reading)
      expect(depthOf(reading), `${format}: ${text.slice(0, 30)}`).toBeLessThan(MOST_DEPTH)
    }
  }
})
