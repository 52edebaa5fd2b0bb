import type { HandDescription } from '../../../broadcast-signaling/room/byHand'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHandText, writeHandFragment, writeHandText } from '../../../broadcast-signaling/room/byHand'
import { toBase64Url } from '../../../broadcast-signaling/room/base64'
import { deflate } from '../../../broadcast-signaling/room/deflate'

const SDP = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host',
  'a=setup:actpass',
  'a=mid:0',
  '',
].join('\r\n')
const OFFER: HandDescription = { type: 'offer', sdp: SDP }
const ANSWER: HandDescription = { type: 'answer', sdp: SDP.replace('actpass', 'active') }
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe.each([OFFER, ANSWER])('an $type that is carried by hand', (description) => {
  const json = writeHandText(description)
  const shapes: [string, string][] = [
    ['JSON', json],
    ['indented JSON', JSON.stringify(description, null, 2)],
    ['JSON with more fields', JSON.stringify({ ...description, id: 7 })],
    ['JSON inside of JSON', JSON.stringify({ description })],
    ['JSON as MDN’s samples send it', JSON.stringify({ sdp: description })],
    ['a JSON string', JSON.stringify(json)],
    ['a JSON string twice', JSON.stringify(JSON.stringify(json))],
    ['JSON with escaped quotes', json.replaceAll('\\', '\\\\').replaceAll('"', '\\"')],
    [
      'JSON with the quotes of a phone',
      `{“type”:“${description.type}”,“sdp”:${JSON.stringify(description.sdp).replaceAll('"', '“')}}`,
    ],
    ['JSON in single quotes', `'${json}'`],
    ['JSON in a code fence', `\`\`\`json\n${json}\n\`\`\``],
    ['percent-encoded JSON', encodeURIComponent(json)],
    ['base64 of JSON', base64(json)],
    ['base64 of JSON, in lines', base64(json).replace(/.{60}/g, '$&\n')],
    ['base64url without padding', Buffer.from(json).toString('base64url')],
    ['base64 of an SDP', base64(description.sdp)],
    ['an SDP', description.sdp],
    ['an SDP with line feeds only', description.sdp.replaceAll('\r', '')],
    ['an SDP in one line, as a log prints it', description.sdp.replaceAll('\r\n', '\\r\\n')],
    ['an indented SDP with empty lines', description.sdp.replaceAll('\r\n', '\n\n   ')],
  ]
  it.each(shapes)('is read from %s', async (_, text) => {
    const result = { ok: true, description, hasCandidates: true }
    expect(await readHandText(text)).toEqual(result)
    expect(await readHandText(`\n  ${text}\n`)).toEqual(result)
  })

  it('is read from our link, and from its fragment', async () => {
    const fragment = await writeHandFragment(description)
    for (const text of [
      fragment,
      `#${fragment}`,
      `http://192.0.2.7:4173/zh/room/#key=abc&${fragment}`,
      `看这里：https://a.example/en/room/#${fragment}\n`,
    ])
      expect(await readHandText(text)).toEqual({ ok: true, description, hasCandidates: true })
  })
})

describe('what is no description', () => {
  const cut = writeHandText(OFFER).slice(0, 80)
  it.each<[string, string, string]>([
    ['nothing', ' \n ', 'empty'],
    ['a sentence', 'hello, this is my offer', 'unknown'],
    ['another object', '{"a":1}', 'unknown'],
    ['JSON that is cut off', cut, 'cut'],
    ['a candidate', 'candidate:1 1 udp 1 192.0.2.1 1 typ host', 'candidate'],
    [
      'a candidate as JSON',
      '{"candidate":"candidate:1 1 udp 1 192.0.2.1 1 typ host","sdpMid":"0"}',
      'candidate',
    ],
    ['a description without SDP', '{"type":"offer"}', 'no-sdp'],
    ['a description with an empty SDP', '{"type":"offer","sdp":""}', 'no-sdp'],
    ['a description whose SDP is none', '{"type":"offer","sdp":"hello"}', 'no-sdp'],
    ['a link that was cut off', 'https://a.example/#offer=1.', 'damaged'],
    ['a text without end', 'x'.repeat(2 * 1024 * 1024), 'too-long'],
    ['an SDP without end', `v=0\na=setup:actpass\n${'a=x\n'.repeat(100_000)}`, 'too-long'],
  ])('%s is told', async (_, text, problem) => {
    expect(await readHandText(text)).toMatchObject({ ok: false, problem })
  })

  it('is an SDP that does not say whether it is an offer', async () => {
    const sdp = SDP.replace('a=setup:actpass\r\n', '')
    expect(await readHandText(sdp)).toEqual({ ok: false, problem: 'no-type', sdp })
  })

  it('is a link whose content would become huge', async () => {
    const bomb = await deflate(new TextEncoder().encode(`v=0\r\n${'a=x\r\n'.repeat(200_000)}`))
    expect(bomb!.length).toBeLessThan(10_000)
    expect(await readHandText(`#offer=1.${toBase64Url(bomb!)}`)).toEqual({ ok: false, problem: 'damaged' })
  })
})

it('a description without candidates is read, and that is told', async () => {
  const sdp = SDP.replace(/a=candidate.*\r\n/, '')
  expect(await readHandText(sdp)).toMatchObject({ ok: true, hasCandidates: false })
})

const line = fc
  .stringMatching(/^[a-z]=[\x21-\x7e]([\x20-\x7e]{0,30}[\x21-\x7e])?$/)
  .filter((one) => !one.includes('\\'))
const description = fc.record({
  type: fc.constantFrom('offer' as const, 'answer' as const),
  sdp: fc.array(line, { maxLength: 20 }).map((lines) => `${['v=0', ...lines].join('\r\n')}\r\n`),
})

it('every description comes back from text and link', async () => {
  await fc.assert(
    fc.asyncProperty(description, async (one) => {
      for (const text of [writeHandText(one), await writeHandFragment(one), base64(writeHandText(one))])
        expect(await readHandText(text)).toMatchObject({ ok: true, description: one })
    }),
  )
})

it('whatever is pasted, it is read or its problem is told', async () => {
  const pieces = fc.constantFrom(
    '{"type":"offer"',
    '"sdp":',
    'v=0\r\n',
    '"',
    '\\"',
    '%7B%22',
    '#offer=1.',
    'eyJ0eXBl',
    '}',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, async (pasted) => {
      const result = await readHandText(pasted)
      if (result.ok) expect(result.description.sdp.startsWith('v=0')).toBe(true)
      else expect(result.problem).not.toBe('')
    }),
  )
})
