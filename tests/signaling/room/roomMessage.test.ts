import type { AppMessage } from '../../../machines/bench/benchContracts'
import type { RoomMessage, RoomMessageBody } from '../../../broadcast-signaling/room/roomMessage'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  MAX_CHAT,
  MAX_NAME,
  readRoomMessage,
  toName,
  writeRoomMessage,
} from '../../../broadcast-signaling/room/roomMessage'

const call = 'call-1'
const candidate = {
  candidate: 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'abcd',
}

const ONE_OF_EACH: RoomMessageBody[] = [
  { kind: 'hello', name: '小明', joinedAt: 1_700_000_000_000 },
  { kind: 'hello', name: '小明', joinedAt: 1_700_000_000_000, busy: true },
  { kind: 'chat', text: '<b>hi</b>\n' },
  { kind: 'invite', call },
  { kind: 'accept', call },
  { kind: 'refuse', call, reason: 'busy' },
  { kind: 'cancel', call },
  { kind: 'hang-up', call },
  { kind: 'signal', call, body: { kind: 'description', description: { type: 'offer', sdp: 'v=0\r\n' } } },
  { kind: 'signal', call, body: { kind: 'candidate', candidate } },
  { kind: 'signal', call, body: { kind: 'end-of-candidates' } },
  { kind: 'signal', call, body: { kind: 'bye' } },
  { kind: 'leave' },
]

describe('a message of a room', () => {
  it.each(ONE_OF_EACH)('of the kind $kind arrives as it was sent', (body) => {
    expect(readRoomMessage(writeRoomMessage(body))).toEqual({ ok: true, message: { v: 1, ...body } })
  })

  it('carries what the bench exchanges', () => {
    type Signal = Extract<RoomMessage, { kind: 'signal' }>['body']
    expectTypeOf<Signal>().toEqualTypeOf<AppMessage>()
  })

  it('accepts a candidate of a peer that names only the line', () => {
    const body = { kind: 'candidate', candidate: { candidate: candidate.candidate } }
    const read = readRoomMessage(JSON.stringify({ v: 1, kind: 'signal', call, body }))

    const full = { candidate: candidate.candidate, sdpMid: null, sdpMLineIndex: null, usernameFragment: null }
    expect(read).toMatchObject({ ok: true, message: { body: { candidate: full } } })
  })

  it.each([
    ['{', 'malformed'],
    ['null', 'malformed'],
    ['[]', 'malformed'],
    ['{"kind":"chat","text":"no version"}', 'malformed'],
    ['{"v":2,"kind":"chat","text":"later"}', 'version'],
    ['{"v":1,"kind":"poke"}', 'unknown-kind'],
    ['{"v":1,"kind":"__proto__"}', 'unknown-kind'],
    ['{"v":1,"kind":"leave","more":1}', 'malformed'],
    ['{"v":1,"kind":"refuse","call":"c","reason":"rude"}', 'malformed'],
    ['{"v":1,"kind":"invite","call":""}', 'malformed'],
    ['{"v":1,"kind":"chat","text":""}', 'malformed'],
    ['{"v":1,"kind":"hello","name":"a","joinedAt":-1}', 'malformed'],
  ])('%s is refused as %s', (body, reason) => {
    expect(readRoomMessage(body)).toMatchObject({ ok: false, reason })
  })

  it.each<[string, object]>([
    ['a line of chat', { kind: 'chat', text: 'x'.repeat(MAX_CHAT + 1) }],
    ['a name', { kind: 'hello', name: 'x'.repeat(MAX_NAME + 1), joinedAt: 0 }],
    ['the id of a call', { kind: 'invite', call: 'x'.repeat(65) }],
    [
      'a description',
      {
        kind: 'signal',
        call,
        body: { kind: 'description', description: { type: 'offer', sdp: 'x'.repeat(256 * 1024 + 1) } },
      },
    ],
  ])('%s that is too long is refused, by its sender too', (_, body) => {
    expect(readRoomMessage(JSON.stringify({ v: 1, ...body }))).toMatchObject({ reason: 'too-large' })
    expect(() => writeRoomMessage(body as RoomMessageBody)).toThrow(TypeError)
  })

  it('never throws, and accepts only what it would write again', () => {
    const values = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...ONE_OF_EACH).chain(mutated))
    fc.assert(
      fc.property(values, (body) => {
        const read = readRoomMessage(body)
        if (read.ok) expect(readRoomMessage(JSON.stringify(read.message))).toEqual(read)
        else expect(read.detail.length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

/** A valid message with one field replaced, added or removed. */
function mutated(body: RoomMessageBody): fc.Arbitrary<string> {
  const fields = ['v', 'extra', ...Object.keys(body)]
  return fc
    .record({ field: fc.constantFrom(...fields), value: fc.oneof(fc.jsonValue(), fc.constant(undefined)) })
    .map(({ field, value }) => JSON.stringify({ v: 1, ...body, [field]: value }))
}

describe('a name', () => {
  it.each([
    ['  小明  ', '小明'],
    ['Ada \t Lovelace', 'Ada Lovelace'],
    ['e\u0301', 'é'],
    ['👩‍🚀', '👩‍🚀'],
    ['<img src=x>', '<img src=x>'],
  ])('%j is sent as %j', (typed, name) => {
    expect(toName(typed)).toBe(name)
    expect(() => writeRoomMessage({ kind: 'hello', name, joinedAt: 0 })).not.toThrow()
  })

  it.each(['', '   ', 'a\u0000b', '\u202Eevil', 'x'.repeat(MAX_NAME + 1)])('%j is none', (typed) => {
    expect(toName(typed)).toBeNull()
  })

  it('that is typed is valid or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const name = toName(typed)
        if (name !== null) expect(() => writeRoomMessage({ kind: 'hello', name, joinedAt: 0 })).not.toThrow()
      }),
    )
  })
})
