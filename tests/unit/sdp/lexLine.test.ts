import fc from 'fast-check'
import { parseCandidate, parseExtmap, parseFmtp, parseRtpMap } from 'sdp'
import { describe, expect, test } from 'vitest'
import en from '../../../lessons/sdp/en.json'
import zh from '../../../lessons/sdp/zh.json'
import { readFacts } from '../../../src/sdp/sectionFacts'
import { cutAtTokens, lexLine } from '../../../src/sdp/lexLine'
import { readLines } from '../../../src/sdp/lines'
import { unexplained } from '../../support/sdpKnowledge'
import { FIXTURES, readFixture } from './fixtures'

function lex(sdp: string, find: string) {
  const lines = readLines(sdp)
  const line = lines.find(({ text }) => text.startsWith(find))!
  return lexLine(line, readFacts(lines))
}

const SECTION =
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=mid:1\r\na=rtpmap:96 VP8/90000\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n'
const meanings = (text: string) => lex(SECTION + text, text).map(({ text: part, meaning }) => [part, meaning])

test.each(FIXTURES)('every line and every part of %s is explained in both languages', (name) => {
  expect(unexplained(readFixture(name))).toEqual([])
})

test('an unknown line, an unknown part and an unfilled place are each noticed', () => {
  expect(unexplained('a=new-thing:1\r\n')).toHaveLength(1)
  expect(unexplained('a=setup:sideways\r\n')).toHaveLength(1)
  expect(unexplained('m=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=rtcp-fb:0 telepathy\r\n')).toHaveLength(1)
})

// Lines of WebKit and of other versions that no browser here writes.
test.each([
  'a=rtpmap:103 H265/90000',
  'a=rtpmap:96 flexfec-03/90000',
  'a=extmap:12 http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'a=extmap:9 http://www.webrtc.org/experiments/rtp-hdrext/video-frame-tracking-id',
  'a=rtcp-fb:* ack ccfb',
  'a=ssrc:1 mslabel:s',
  'a=ssrc-group:SIM 1 2 3',
  'a=rid:1 recv pt=96;max-width=1280',
  'a=simulcast:send 1;~2,3 recv 4',
  'a=x-google-flag:conference',
  'a=ice-lite',
  'a=rtcp-mux-only',
  'a=maxptime:60',
  'a=packetization:96 raw',
  'b=TIAS:1000000',
  'm=application 9 DTLS/SCTP 5000',
  'a=sctpmap:5000 webrtc-datachannel 1024',
])('%s is explained', (line) => {
  expect(unexplained(SECTION + line)).toEqual([])
})

test('Safari’s H265 parameters are explained', () => {
  const fmtp = 'a=rtpmap:104 H265/90000\r\na=fmtp:104 level-id=93;profile-id=1;tier-flag=0;tx-mode=SRST\r\n'
  expect(unexplained(SECTION + fmtp)).toEqual([])
  expect(lex(SECTION + fmtp, 'a=fmtp:104')[1]?.values).toEqual({ level: '3.1' })
})

describe('a part is explained by the learner’s own values', () => {
  test('the priority of a candidate', () => {
    const tokens = lex('a=candidate:1 1 udp 2122260223 192.0.2.2 1 typ host\r\n', 'a=cand')
    expect(tokens[3]?.values).toEqual({ type: 126, local: 0x7f1e, component: 1 })
  })
  test('which codec a retransmission repeats', () => {
    expect(lex(SECTION, 'a=fmtp')[1]?.values).toEqual({ v: '96', codec: 'VP8' })
    expect(lex(SECTION, 'm=')[4]?.values).toEqual({ pt: '97', apt: '96', codec: 'VP8' })
  })
  test.each([
    ['42001f', 'Baseline', '3.1'],
    ['42e01f', 'Constrained Baseline', '3.1'],
    ['4d0032', 'Main', '5.0'],
    ['640c34', 'Constrained High', '5.2'],
    ['42f00b', 'Constrained Baseline', '1b'],
    ['42e00b', 'Constrained Baseline', '1.1'],
    ['640009', 'High', '1b'],
    ['4de01f', 'Constrained Baseline', '3.1'],
    ['58c01e', 'Constrained Baseline', '3.0'],
    ['58801e', 'Baseline', '3.0'],
    ['6e001f', 'High 10', '3.1'],
    ['ff001f', '?', '3.1'],
  ])('H264 profile-level-id %s', (id, profile, level) => {
    const sdp = `${SECTION}a=rtpmap:98 H264/90000\r\na=fmtp:98 profile-level-id=${id}\r\n`
    expect(lex(sdp, 'a=fmtp:98')[1]?.values).toEqual({ profile, level })
  })
  test('a hidden address, a discard port and a blanked related address', () => {
    expect(
      meanings('a=candidate:1 1 TCP 1 abc.local 9 typ srflx raddr 0.0.0.0 rport 0 tcptype active x y').slice(
        4,
      ),
    ).toEqual([
      ['abc.local', 'candidate.hidden'],
      ['9', 'candidate.discard'],
      ['typ srflx', 'candidate.srflx'],
      ['raddr 0.0.0.0', 'candidate.raddr-hidden'],
      ['rport 0', 'candidate.rport-hidden'],
      ['tcptype active', 'candidate.active'],
      ['x y', 'candidate.extension-other'],
    ])
  })
})

describe('agrees with the sdp package', () => {
  const lines = FIXTURES.flatMap((name) => {
    const all = readLines(readFixture(name))
    const facts = readFacts(all)
    return all.map((line) => ({ text: line.text, parts: lexLine(line, facts).map(({ text }) => text) }))
  })
  const of = (prefix: string) => lines.filter(({ text }) => text.startsWith(prefix))

  test('on candidates', () => {
    for (const { text, parts } of of('a=candidate:')) {
      const { foundation, component, protocol, priority, address, port, type } = parseCandidate(text)
      expect(parts.slice(0, 7)).toEqual([
        foundation,
        component === 'rtp' ? '1' : '2',
        expect.stringMatching(new RegExp(protocol, 'i')),
        String(priority),
        address,
        String(port),
        `typ ${type}`,
      ])
    }
    expect(of('a=candidate:').length).toBeGreaterThan(100)
  })
  test('on codecs', () => {
    for (const { text, parts } of of('a=rtpmap:')) {
      const { payloadType, name, clockRate } = parseRtpMap(text)
      expect(parts.slice(0, 3)).toEqual([String(payloadType), name, String(clockRate)])
    }
  })
  test('on their parameters', () => {
    for (const { text, parts } of of('a=fmtp:').filter(({ text: line }) => line.slice(2).includes('='))) {
      expect(Object.entries(parseFmtp(text)).map((pair) => pair.join('='))).toEqual(parts.slice(1))
    }
  })
  test('on header extensions', () => {
    for (const { text, parts } of of('a=extmap:')) {
      const { id, uri } = parseExtmap(text)
      expect([parts[0], parts.at(-1)]).toEqual([String(id), uri])
    }
  })
})

const someLine = fc.constantFrom(...FIXTURES.flatMap((name) => readFixture(name).split('\r\n').slice(0, 60)))
const anyLine = fc.oneof(
  fc.string({ unit: 'binary' }),
  someLine,
  // Cut texts: the beginning of a real line, followed by a part of another.
  fc.tuple(someLine, someLine, fc.nat(200)).map(([one, other, at]) => one.slice(0, at) + other.slice(at / 2)),
  fc.tuple(someLine, fc.nat(20_000)).map(([one, n]) => one + 'x '.repeat(n)),
)

test('any text at all: never throws, tokens lie in order inside their line, the pieces make the line again', () => {
  const anyText = fc.array(fc.tuple(anyLine, fc.constantFrom('\r\n', '\n', '\r', '', '\n\r')))
  fc.assert(
    fc.property(anyText, (parts) => {
      const lines = readLines(parts.flat().join(''))
      const facts = readFacts(lines)
      for (const line of lines) {
        const tokens = lexLine(line, facts)
        const joined = cutAtTokens(line.text, tokens).map(({ text }) => text)
        expect(joined.join('')).toBe(line.text)
      }
    }),
    { numRuns: 150 },
  )
})

test('both languages say the same things, about the same values', () => {
  for (const part of ['lines', 'unknown', 'tokens', 'reasons', 'changes'] as const) {
    expect(Object.keys(zh[part])).toEqual(Object.keys(en[part]))
    const places = (words: Record<string, string>) =>
      Object.entries(words).map(([id, text]) => [id, [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()])
    expect(places(zh[part])).toEqual(places(en[part]))
    expect(Object.values({ ...zh[part], ...en[part] })).not.toContain('')
  }
})
