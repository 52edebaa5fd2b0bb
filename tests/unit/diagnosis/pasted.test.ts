import { describe, expect, it } from 'vitest'
import type { Dump } from '../../../src/diagnosis/dump'
import { recognise } from '../../../src/diagnosis/recognise'
import { readAs } from '../../../src/diagnosis/readDump'
import { dumpOf } from './labFixtures'

const lines = (type: 'offer' | 'answer') => [
  'v=0',
  type === 'offer' ? 'o=- 111 2 IN IP4 127.0.0.1' : 'o=- 222 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  'c=IN IP4 0.0.0.0',
  `a=ice-ufrag:${type === 'offer' ? 'aaaa' : 'bbbb'}`,
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  `a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
  'a=mid:0',
]
const sdp = (type: 'offer' | 'answer') => `${lines(type).join('\r\n')}\r\n`
const OFFER = { type: 'offer' as const, sdp: sdp('offer') }
const ANSWER = { type: 'answer' as const, sdp: sdp('answer') }
const both = [OFFER, ANSWER]

const base64 = (text: string) => Buffer.from(text).toString('base64')
const onEach = (prefix: (index: number) => string) =>
  both
    .flatMap(({ type }) => [`${type}:`, ...lines(type).map((line, index) => prefix(index) + line), ''])
    .join('\n')

/** An offer and an answer, as people paste them. */
const SHAPES: [string, string][] = [
  ['one below the other', both.map((one) => one.sdp).join('\n')],
  ['with headings', `Offer:\n\n${OFFER.sdp}\n\nAnswer SDP:\n\n${ANSWER.sdp}`],
  ['JSON, one below the other', both.map((one) => JSON.stringify(one)).join('\n\n')],
  ['a JSON array', JSON.stringify(both, null, 2)],
  ['JSON with names', JSON.stringify({ local: OFFER, remote: ANSWER })],
  ['JSON in JSON', JSON.stringify(JSON.stringify(both))],
  ['base64 of JSON', base64(JSON.stringify(both))],
  ['\\r\\n in letters', both.map((one) => one.sdp.replaceAll('\r\n', '\\r\\n')).join('\n')],
  ['glyphs of the console', both.map((one) => one.sdp.replaceAll('\r\n', '↵')).join('\n')],
  ['joined by spaces', both.map((one) => one.sdp.trim().replaceAll('\r\n', ' ')).join('\n')],
  ['a log with times', onEach((index) => `2026-01-02T10:11:${10 + index}.${100 + index}Z [webrtc] debug: `)],
  ['a log with names', onEach(() => 'I/flutter ( 4211): ')],
  [
    'a log whose first line has the name, too',
    both
      .flatMap(({ type }) =>
        lines(type).map(
          (line, index) => `03-01 10:00:01.12${index % 10} 1234 D PC: ${index ? '' : `${type} `}${line}`,
        ),
      )
      .join('\n'),
  ],
  [
    'messages of SIP',
    `INVITE sip:kim@a.example SIP/2.0\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n\r\n${OFFER.sdp}\r\nSIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n\r\n${ANSWER.sdp}`,
  ],
  [
    'full-width colons and fixed spaces',
    both
      .map(({ type, sdp }) => `${type}：\n${sdp.replaceAll(':', '：').replaceAll(' ', '\u00A0')}`)
      .join('\n'),
  ],
  [
    'JSON in JSON in JSON, line by line',
    both.map((one) => JSON.stringify(JSON.stringify(JSON.stringify(one)))).join('\n'),
  ],
  ['base64 of JSON, line by line', both.map((one) => base64(JSON.stringify(one))).join('\n')],
  ['a quoted mail', onEach(() => '> ')],
  ['a mail quoted twice', onEach(() => '> > ')],
  ['an indented list', onEach(() => '    ')],
  ['empty lines between', both.map((one) => one.sdp.replaceAll('\r\n', '\n\n')).join('\n')],
  [
    'in the text of an issue',
    `My call fails.\n\n\`\`\`\n${OFFER.sdp}\`\`\`\nand\n\`\`\`\n${ANSWER.sdp}\`\`\`\nAny idea?`,
  ],
  [
    'logged objects',
    `[log] sending {"to":"bob","signal":${JSON.stringify(OFFER)}}\n[log] got {"signal":${JSON.stringify(ANSWER)}}`,
  ],
  [
    'PeerJS',
    both
      .map(
        (one) =>
          `PeerJS:  {"type":"${one.type.toUpperCase()}","src":"a","dst":"b","payload":{"sdp":${JSON.stringify(one)},"type":"media"}}`,
      )
      .join('\n'),
  ],
  [
    'concatenated strings',
    both
      .map(({ type }) =>
        lines(type)
          .map((line) => `"${line}\\r\\n" +`)
          .join('\n'),
      )
      .join('\n\n'),
  ],
]

const called = ({ lines }: Dump, conn: string) =>
  lines.filter((line) => line.conn === conn).map(({ name, value }) => ({ name, value }))

describe.each(SHAPES)('an offer and an answer: %s', (_, text) => {
  it('are those of two ends', async () => {
    expect(['sdp', 'signals']).toContain(recognise(text))
    const dump = await dumpOf(text)
    expect(dump.connections).toEqual([
      { id: 'offer', page: null, configuration: null, role: 'caller' },
      { id: 'answer', page: null, configuration: null, role: 'callee' },
    ])
    expect(called(dump, 'offer')).toEqual([
      { name: 'setLocalDescription', value: OFFER },
      { name: 'setRemoteDescription', value: ANSWER },
    ])
    expect(called(dump, 'answer')).toEqual([
      { name: 'setRemoteDescription', value: OFFER },
      { name: 'setLocalDescription', value: ANSWER },
    ])
    expect(dump.covers).toEqual(['descriptions', 'candidates'])
  })
})

it('one answer is that of one end', async () => {
  const dump = await dumpOf(ANSWER.sdp)
  expect(called(dump, 'answer')).toEqual([{ name: 'setLocalDescription', value: ANSWER }])
  expect(dump.connections).toHaveLength(1)
})

it('signals of simple-peer have their candidates at the end whose ufrag they name', async () => {
  const candidate = {
    candidate: 'candidate:1 1 udp 2122 192.0.2.7 50000 typ host ufrag bbbb',
    sdpMid: '0',
    sdpMLineIndex: 0,
    usernameFragment: 'bbbb',
  }
  const text = [OFFER, ANSWER, { type: 'candidate', candidate }].map((one) => JSON.stringify(one)).join('\n')
  expect(recognise(text)).toBe('signals')
  const dump = await dumpOf(text)
  expect(called(dump, 'answer').at(-1)).toEqual({ name: 'onicecandidate', value: candidate })
  expect(called(dump, 'offer').at(-1)).toEqual({ name: 'addIceCandidate', value: candidate })
})

it('finds a description far down in a log', async () => {
  const text = `${'2026-01-02 10:00:00 nothing of interest\n'.repeat(2_000)}offer\n${OFFER.sdp}`
  expect(recognise(text)).toBe('sdp')
  expect(called(await dumpOf(text), 'offer')).toEqual([{ name: 'setLocalDescription', value: OFFER }])
})

it('reads candidates alone', async () => {
  const text =
    'a=candidate:1 1 udp 2122 192.0.2.7 50000 typ host\ncandidate:2 1 udp 1 198.51.100.1 3478 typ srflx raddr 0.0.0.0 rport 0'
  expect(recognise(text)).toBe('candidates')
  const dump = await dumpOf(text)
  expect(called(dump, 'pasted').map(({ name }) => name)).toEqual(['onicecandidate', 'onicecandidate'])
})

it('keeps the text of an error for the rules', async () => {
  const text =
    "Uncaught (in promise) InvalidStateError: Failed to execute 'setRemoteDescription': Called in wrong state: stable"
  expect(recognise(text)).toBe('error-text')
  const { lines: told } = await dumpOf(text)
  expect(told.map(({ name, value }) => ({ name, value }))).toEqual([{ name: 'error-text', value: { text } }])
})

it.each([
  ['', 'empty'],
  ['hello', 'unknown'],
])('finds nothing in %j', async (text, problem) => {
  expect(recognise(text)).toBeNull()
  expect(await readAs('sdp', text)).toMatchObject({ problem })
})
