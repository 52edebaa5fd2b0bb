import { expect, it } from 'vitest'
import { recognise } from '../../../src/diagnosis/recognise'
import { readAs } from '../../../src/diagnosis/readDump'
import { dumpOf } from './labFixtures'

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=setup:actpass\r\n'
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.7 5 typ host', sdpMid: '0', sdpMLineIndex: 0 }

/** A HAR file as Chromium's DevTools saves it, with these messages of one WebSocket. */
function har(messages: { type: string; time: number; data: string; opcode?: number }[]): string {
  const request = {
    url: 'wss://a.example/?token=secret',
    headers: [{ name: 'User-Agent', value: 'Chrome/149.0.0.0' }],
  }
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [
        { request: { url: 'https://a.example/', headers: [] } },
        { request, _webSocketMessages: messages },
      ],
    },
  })
}

it('finds descriptions and candidates at any depth of the messages of a WebSocket', async () => {
  const text = har([
    { type: 'send', time: 1_700_000_000.5, data: '42["join",{"room":"a"}]' },
    {
      type: 'send',
      time: 1_700_000_001,
      data: `42["message",${JSON.stringify({ to: 'b', data: { type: 'offer', sdp: SDP } })}]`,
    },
    {
      type: 'receive',
      time: 1_700_000_002,
      data: JSON.stringify({ type: 'ANSWER', payload: JSON.stringify({ sdp: SDP }) }),
    },
    { type: 'receive', time: 1_700_000_003, data: JSON.stringify({ candidate }) },
    { type: 'receive', time: 1_700_000_004, data: JSON.stringify({ type: 'bye' }) },
    { type: 'receive', time: 1_700_000_004, data: 'not JSON' },
  ])
  expect(recognise(text)).toBe('har')
  const dump = await dumpOf(text)
  expect(dump.browser).toBe('Chrome 149')
  expect(dump.covers).toEqual(['wire'])
  expect(dump.connections.map(({ id }) => id)).toEqual(['websocket-1'])
  expect(dump.lines.map(({ at, name, value }) => ({ at, name, value }))).toEqual([
    {
      at: 1_700_000_001_000,
      name: 'message',
      value: { direction: 'sent', description: { type: 'offer', sdp: SDP } },
    },
    {
      at: 1_700_000_002_000,
      name: 'message',
      value: { direction: 'received', description: { type: 'answer', sdp: SDP } },
    },
    {
      at: 1_700_000_003_000,
      name: 'message',
      value: { direction: 'received', candidate: { ...candidate, usernameFragment: null } },
    },
    { at: 1_700_000_004_000, name: 'message', value: { direction: 'received', bye: 'bye' } },
  ])
  expect(JSON.stringify(dump)).not.toContain('secret')
})

const ANSWER = SDP.replace('actpass', 'active')
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string))).toString('base64')
const sip = (first: string, body = '') => `${first}\r\nCSeq: 1 INVITE\r\n\r\n${body}`

/** How libraries frame an offer that was sent and an answer that was received. */
const FRAMES: Readonly<Record<string, readonly [sent: string, received: string, opcode?: number]>> = {
  'socket.io': [
    `42["message",${JSON.stringify({ type: 'offer', sdp: SDP })}]`,
    `42/room,7["message",${JSON.stringify({ sdp: { type: 'answer', sdp: ANSWER } })}]`,
  ],
  SignalR: [
    `${JSON.stringify({ type: 1, target: 'Send', arguments: [JSON.stringify({ type: 'offer', sdp: SDP })] })}\u001E`,
    `{"type":6}\u001E${JSON.stringify({ type: 1, arguments: [JSON.stringify({ type: 'answer', sdp: ANSWER })] })}\u001E`,
  ],
  'SIP of JsSIP': [sip('INVITE sip:kim@a.example SIP/2.0', SDP), sip('SIP/2.0 200 OK', ANSWER)],
  Janus: [
    JSON.stringify({ janus: 'message', body: {}, jsep: { type: 'offer', sdp: SDP } }),
    JSON.stringify({ janus: 'event', jsep: { type: 'answer', sdp: ANSWER } }),
  ],
  'JSON in bytes': [
    bytes(JSON.stringify({ type: 'offer', sdp: SDP })),
    bytes(JSON.stringify({ type: 'answer', sdp: ANSWER })),
    2,
  ],
  'protobuf of LiveKit': [
    bytes([0x0a, 0x8a, 0x01, 0x0a, 0x05], 'offer', [0x12, 0x81, 0x01], SDP),
    bytes([0x0a, 0x8a, 0x01, 0x0a, 0x06], 'answer', [0x12, 0x81, 0x01], ANSWER),
    2,
  ],
}

it.each(Object.entries(FRAMES))(
  '%s: the offer and the answer are read',
  async (_, [sent, received, opcode = 1]) => {
    const { lines } = await dumpOf(
      har([
        { type: 'send', time: 1_700_000_001, data: sent, opcode },
        { type: 'receive', time: 1_700_000_002, data: received, opcode },
      ]),
    )
    expect(lines.map(({ value }) => value)).toEqual([
      { direction: 'sent', description: { type: 'offer', sdp: SDP } },
      { direction: 'received', description: { type: 'answer', sdp: ANSWER } },
    ])
  },
)

it('the bodies of a request of WHIP are read, too', async () => {
  const { lines } = await dumpOf(
    JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            startedDateTime: '2026-01-02T10:00:00.000Z',
            time: 120,
            request: { method: 'POST', headers: [], postData: { mimeType: 'application/sdp', text: SDP } },
            response: { content: { text: Buffer.from(ANSWER).toString('base64'), encoding: 'base64' } },
          },
        ],
      },
    }),
  )
  expect(lines.map(({ at, value }) => ({ at, value }))).toEqual([
    {
      at: Date.UTC(2026, 0, 2, 10),
      value: { direction: 'sent', description: { type: 'offer', sdp: SDP } },
    },
    {
      at: Date.UTC(2026, 0, 2, 10) + 120,
      value: { direction: 'received', description: { type: 'answer', sdp: ANSWER } },
    },
  ])
})

it('a HAR whose messages have neither says so: mediasoup sends parameters instead', async () => {
  const data = JSON.stringify({
    iceParameters: { usernameFragment: 'a' },
    iceCandidates: [{ ip: '192.0.2.1' }],
  })
  expect(await readAs('har', har([{ type: 'receive', time: 1, data }]))).toMatchObject({
    problem: 'no-signals',
  })
})
