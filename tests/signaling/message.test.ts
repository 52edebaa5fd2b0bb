import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readMessage } from '../../broadcast-signaling/message'
import { validMessage } from './arbitraries'

const here = { room: 'r', end: 'callee' } as const
const envelope = { v: 1, room: 'r', from: 'caller', session: 's', seq: 0 } as const
const bye = { ...envelope, kind: 'bye', reason: 'left' }

function description(sdp: string) {
  return { ...envelope, kind: 'description', description: { type: 'offer', sdp } }
}
function candidate(fields: object) {
  const init = { candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: null, ...fields }
  return { ...envelope, kind: 'candidate', candidate: init }
}
function hello(fields: object) {
  return { ...envelope, kind: 'hello', seq: -1, received: -1, of: null, reply: true, ...fields }
}

describe('a valid message', () => {
  it('is unchanged, after a clone and after JSON', () => {
    fc.assert(
      fc.property(validMessage, (message) => {
        const expected = {
          room: message.room,
          end: message.from === 'caller' ? ('callee' as const) : ('caller' as const),
        }
        for (const copy of [structuredClone(message), JSON.parse(JSON.stringify(message)) as unknown]) {
          expect(readMessage(copy, expected)).toEqual({ ok: true, message })
        }
      }),
    )
  })

  it('is copied, so that a later change to the input does not reach it', () => {
    const input = description('v=0')

    const result = readMessage(input, here)
    input.description.sdp = 'changed'

    expect(result).toMatchObject({ ok: true, message: { description: { sdp: 'v=0' } } })
  })

  test.each([
    ['a description of 256 KiB', description('s'.repeat(256 * 1024))],
    ['a candidate of 2 KiB', candidate({ candidate: 'c'.repeat(2048) })],
    ['a session id of 64 characters', { ...bye, session: 's'.repeat(64) }],
    ['a hello before anything was sent', hello({})],
  ])('may be as big or as small as %s', (_, data) => {
    expect(readMessage(data, here)).toEqual({ ok: true, message: data })
  })
})

describe('a refusal gives its reason:', () => {
  test.each([
    ['another version', 'version', { ...bye, v: 2 }],
    ['another version of another shape', 'version', { v: 1.5, anything: true }],
    ['another room', 'room', { ...bye, room: 'other' }],
    ['the same end', 'same-end', { ...bye, from: 'callee' }],
    ['a long description', 'too-large', description('s'.repeat(256 * 1024 + 1))],
    ['a long candidate', 'too-large', candidate({ candidate: 'c'.repeat(2049) })],
    ['a long fragment', 'too-large', candidate({ usernameFragment: 'u'.repeat(257) })],
    ['a long id', 'too-large', { ...bye, session: 's'.repeat(65) }],
    ['an empty id', 'malformed', { ...bye, session: '' }],
    ['no version', 'malformed', { ...bye, v: undefined }],
    ['an unknown end', 'malformed', { ...bye, from: 'server' }],
    ['an unknown kind', 'malformed', { ...bye, kind: 'chat' }],
    ['an unknown reason', 'malformed', { ...bye, reason: 'bored' }],
    ['an unknown field', 'malformed', { ...bye, extra: 1 }],
    ['an unknown field inside', 'malformed', candidate({ priority: 1 })],
    ['a field of __proto__', 'malformed', JSON.parse(`{"__proto__":{},${JSON.stringify(bye).slice(1)}`)],
    ['a missing field', 'malformed', { ...envelope, kind: 'bye' }],
    ['a rollback', 'malformed', { ...description(''), description: { type: 'rollback', sdp: '' } }],
    ['a numbered message without a number', 'malformed', { ...bye, seq: -1 }],
    ['a hello below -1', 'malformed', hello({ received: -2 })],
    ['half a seq', 'malformed', { ...bye, seq: 0.5 }],
    ['NaN as seq', 'malformed', { ...bye, seq: NaN }],
    ['an infinite seq', 'malformed', { ...bye, seq: Infinity }],
    ['a seq that cannot be counted on', 'malformed', { ...bye, seq: 2 ** 53 }],
    ['a BigInt seq', 'malformed', { ...bye, seq: 0n }],
    ['a negative m-line', 'malformed', candidate({ sdpMLineIndex: -1 })],
    ['an m-line beyond unsigned short', 'malformed', candidate({ sdpMLineIndex: 65536 })],
    ['an undefined fragment', 'malformed', candidate({ usernameFragment: undefined })],
    ['a message in a list', 'malformed', [bye]],
    ['a message as JSON text', 'malformed', JSON.stringify(bye)],
  ])('%s is %s', (_, reason, data) => {
    expect(readMessage(data, here)).toEqual({ ok: false, reason, detail: expect.stringMatching(/./) })
  })

  it('in a detail of bounded length, however long the invalid value', () => {
    const long = 'x'.repeat(1_000_000)

    for (const data of [
      { ...bye, kind: long },
      { ...bye, [long]: 1 },
      { ...bye, reason: long },
    ]) {
      const result = readMessage(data, here)
      expect(result).toMatchObject({ ok: false, reason: 'malformed' })
      expect(result.ok ? '' : result.detail).toHaveLength(200)
    }
  })
})

describe('whatever the input, the guard does not throw', () => {
  it('and refuses anything that is not a message', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    fc.assert(
      fc.property(anything, (data) => {
        expect(readMessage(data, here).ok).toBe(false)
      }),
    )
  })

  it('and refuses a message with anything in the place of one field', () => {
    const spoiled = fc
      .tuple(validMessage, fc.anything(), fc.nat())
      .map(([message, value, at]): [Record<string, unknown>, string] => {
        const keys = Object.keys(message)
        const key = keys[at % keys.length]!
        return [{ ...message, [key]: value }, key]
      })
    fc.assert(
      fc.property(spoiled, ([data, key]) => {
        const result = readMessage(data, here)
        // Random data may happen to be valid; then it must be what was read.
        if (result.ok) expect(result.message).toHaveProperty(key, data[key])
      }),
    )
  })

  function throws(): never {
    // The worst case: an error that cannot even be turned into text.
    throw Object.defineProperty(new Error(), Symbol.toPrimitive, { get: throws })
  }
  const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'] as const
  const revoked = Proxy.revocable(bye, {})
  revoked.revoke()
  const cyclic: Record<string, unknown> = description('')
  cyclic['description'] = cyclic

  const everyOne = Object.fromEntries(traps.map((trap) => [trap, throws]))
  test.each<[string, unknown]>([
    ['a getter that throws', Object.defineProperty({ ...bye }, 'reason', { get: throws, enumerable: true })],
    ['a proxy that throws at every touch', new Proxy(bye, everyOne)],
    ['a proxy that throws deep inside', { ...description(''), description: new Proxy({}, everyOne) }],
    ['a proxy that is revoked', revoked.proxy],
    [
      'a value that cannot become text',
      {
        ...bye,
        kind: Object.create({
          get constructor() {
            return throws()
          },
        }),
      },
    ],
    ['a cycle', cyclic],
    ['a symbol', Symbol('bye')],
    ['a function', () => bye],
    ['a million keys', Object.fromEntries(Array.from({ length: 1_000_000 }, (_, n) => [`k${n}`, n]))],
    ['ten million characters', 'x'.repeat(10_000_000)],
    ['a deep nest', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
  ])('and refuses %s', (_, data) => {
    expect(readMessage(data, here)).toMatchObject({ ok: false, reason: 'malformed' })
  })
})
