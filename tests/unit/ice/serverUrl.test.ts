import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_URL_LENGTH, parseServerUrl } from '../../../src/ice/serverUrl'

describe('what Chromium 156 and Firefox 153 both accept', () => {
  test.each([
    ['stun:a', 'stun', 'udp'],
    ['STUN:a.example', 'stun', 'udp'],
    ['stun:a:65535', 'stun', 'udp'],
    ['stun:192.0.2.1:3478', 'stun', 'udp'],
    ['stun:[::1]', 'stun', 'udp'],
    ['stun:[::ffff:1.2.3.4]:3478', 'stun', 'udp'],
    ['stuns:a', 'stuns', 'tcp'],
    ['turn:a', 'turn', 'udp'],
    ['turn:a?transport=udp', 'turn', 'udp'],
    ['turn:a:3478?transport=tcp', 'turn', 'tcp'],
    ['turns:a', 'turns', 'tcp'],
    ['turns:a:443?transport=udp', 'turns', 'udp'],
  ])('%s', (url, scheme, transport) => {
    expect(parseServerUrl(url)).toEqual({ scheme, transport })
  })
})

describe('what at least one of them refuses, and the reason given', () => {
  test.each([
    ['stun\uFF1Aa', 'full-width'],
    ['stun:a\u3002example', 'full-width'],
    ['stun', 'no-scheme'],
    ['stun.example.org', 'no-scheme'],
    ['stun.example.org:3478', 'no-scheme'],
    ['localhost:3478', 'no-scheme'],
    ['192.0.2.1:3478', 'no-scheme'],
    ['[::1]:3478', 'no-scheme'],
    ['http://a', 'scheme'],
    ['mailto:a', 'scheme'],
    ['stun://a', 'slashes'],
    ['turns://a:443', 'slashes'],
    ['turn:user:secret@a', 'login-in-url'],
    ['stun:', 'host'],
    ['stun::3478', 'host'],
    ['stun:a/b', 'host'],
    ['stun:a b', 'host'],
    ['stun:a#b', 'host'],
    ['stun:256.1.1.1', 'host'],
    ['stun:[g::]', 'host'],
    ['stun:[::1]x', 'host'],
    ['stun:[]', 'host'],
    ['stun:::1', 'brackets'],
    ['stun:2001:db8::1', 'brackets'],
    ['stun:a:', 'port'],
    ['stun:a:0', 'port'],
    ['stun:a:65536', 'port'],
    ['stun:a:3478x', 'port'],
    ['stun:[::1]:0', 'port'],
    ['stun:a?transport=udp', 'query-on-stun'],
    ['turn:a?', 'transport'],
    ['turn:a?transport=TCP', 'transport'],
    ['turn:a?transport=sctp', 'transport'],
    ['turn:a?transport=udp&x=1', 'transport'],
  ])('%s: %s', (url, error) => {
    expect(parseServerUrl(url)).toBe(error)
  })

  test('a URL longer than the limit', () => {
    const url = `stun:${'a.'.repeat(MAX_URL_LENGTH / 2)}a`
    expect(parseServerUrl(url)).toBe('too-long')
  })
})

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
)
const port = fc
  .option(fc.integer({ min: 1, max: 65_535 }))
  .map((number) => (number === null ? '' : `:${number}`))

test('every URL of the grammar passes', () => {
  const stun = fc.tuple(fc.constantFrom('stun:', 'stuns:'), host, port)
  const turn = fc.tuple(
    fc.constantFrom('turn:', 'turns:'),
    host,
    port,
    fc.constantFrom('', '?transport=udp', '?transport=tcp'),
  )
  fc.assert(
    fc.property(fc.oneof(stun, turn), (parts) => {
      expect(parseServerUrl(parts.join(''))).toHaveProperty('transport')
    }),
  )
})

test('no text makes it throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((rest) => `turn:${rest}`),
  )
  fc.assert(
    fc.property(text, (url) => {
      const result = parseServerUrl(url)
      expect(['string', 'object']).toContain(typeof result)
    }),
  )
})
