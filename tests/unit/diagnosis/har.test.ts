import { expect, it } from 'vitest'
import { recognise } from '../../../src/diagnosis/recognise'
import { dumpOf } from './labFixtures'

const SDP = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=setup:actpass\r\n'
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.7 5 typ host', sdpMid: '0', sdpMLineIndex: 0 }

/** A HAR file as Chromium's DevTools saves it, with these messages of one WebSocket. */
function har(messages: { type: string; time: number; data: string }[]): string {
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
