import { describe, expect, test } from 'vitest'
import { addressKind } from '../../../src/ice/address'
import { parseCandidate } from '../../../src/ice/candidate'
import { candidateFaults } from '../../../src/ice/candidateFaults'
import { preferencesOf } from '../../../src/ice/priority'
import { meanings, tell } from '../sdp/tell'

const make = (fields: Partial<Record<'f' | 'c' | 't' | 'p' | 'a' | 'port' | 'type', string>>) => {
  const { f = '1', c = '1', t = 'udp', p = '2130706431', a = '192.0.2.1', port = '5000', type = 'host' } = fields // prettier-ignore
  return `candidate:${f} ${c} ${t} ${p} ${a} ${port} typ ${type}`
}
const faults = (line: string) => candidateFaults(parseCandidate(line)!)

test.each([
  [make({}), []],
  [make({ f: 'x'.repeat(33) }), ['foundation']],
  [make({ f: '{a-b}' }), ['foundation']],
  [make({ c: '0' }), ['component']],
  [make({ c: '257' }), ['component']],
  [make({ c: '256' }), []],
  [make({ t: 'ssltcp' }), []],
  [make({ t: 'sctp' }), ['transport']],
  [make({ p: '0' }), ['priority']],
  [make({ p: '2147483647' }), []],
  [make({ p: '2147483648' }), ['priority']],
  [make({ p: '9999999999' }), ['priority']],
  [make({ a: '[fe80::1]' }), ['address']],
  [make({ a: '999.1.1.1' }), ['address']],
  [make({ port: '65536' }), ['port']],
  [make({ port: '99999', c: '0', type: 'foo' }), ['component', 'port', 'type']],
])('%s: %j', (line, expected) => {
  expect(faults(line)).toEqual(expected)
})

test.each([
  ['192.0.2.1', 'ip4'],
  ['256.0.0.1', 'broken'],
  ['1.2.3', 'broken'],
  ['1.2.3.4.', 'broken'],
  ['2001:db8::1', 'ip6'],
  ['::ffff:192.0.2.1', 'ip6'],
  ['1:2:3:4:5:6:7:8', 'ip6'],
  ['1:2:3:4:5:6:7', 'broken'],
  ['1::2::3', 'broken'],
  ['12345::', 'broken'],
  ['[::1]', 'broken'],
  ['fe80::1%eth0', 'zone'],
  ['fe80::1%eth0%eth1', 'zone'],
  ['fe80::1%', 'broken'],
  ['0.0.0.0', 'none'],
  ['::', 'none'],
  ['::/0', 'none'],
  ['5f1c.local', 'hidden'],
  ['turn.example.com', 'name'],
  ['ex ample', 'broken'],
  ['<img>', 'broken'],
])('%s is %s', (text, kind) => {
  expect(addressKind(text)).toBe(kind)
})

describe('a malformed candidate', () => {
  test.each([
    ' 1 udp 2113939711 2607:f8b0:400e:c03::7f 19305 typ host',
    '1 1 udp 2113939711 192.0.2.1 typ host',
    '1 1 udp 2113939711 192.0.2.1 19305',
    '1 1  udp 2113939711 192.0.2.1 19305 typ host',
    '192.0.2.1 19305 typ host 1 1 udp',
    'x',
    '',
  ])('a=candidate:%s is called so, and none of its words is taken for a field', (value) => {
    const told = meanings(`a=candidate:${value}`, 'a=')
    expect(told.map(([, meaning]) => meaning)).toEqual(['candidate.malformed'])
  })
  test.each([
    [make({ c: '0' }), '0', 'candidate.bad-component'],
    [make({ port: '99999' }), '99999', 'candidate.bad-port'],
    [make({ p: '9999999999' }), '9999999999', 'candidate.bad-priority'],
    [make({ a: '[fe80::1]' }), '[fe80::1]', 'candidate.bad-address'],
    [make({ type: 'foo' }), 'typ foo', 'candidate.type-other'],
    [make({ t: 'sctp' }), 'sctp', 'candidate.transport-other'],
  ])('%s: %s is %s', (line, part, meaning) => {
    expect(meanings(`a=${line}`, 'a=')).toContainEqual([part, meaning])
  })
})

describe('the formula is shown only where it was used', () => {
  // FreeSWITCH, an example of MDN, a component that does not fit, a type preference that is not allowed.
  test.each(['1 udp 659136', '1 udp 2043278322', '2 udp 2130706431', '1 udp 2147483647'])(
    '%s was counted in another way',
    (words) => {
      const line = `candidate:1 ${words} 192.0.2.1 5000 typ host`
      expect(preferencesOf(parseCandidate(line)!)).toBeNull()
      expect(tell(`a=${line}`, 'a=')).toMatch(/did not use the formula/)
      expect(tell(`a=${line}`, 'a=')).not.toMatch(/2²⁴ ×/)
    },
  )
  // Chromium, libnice, Firefox over TCP, a relay.
  test.each([
    ['2122260223 192.0.2.1 5000 typ host', 126],
    ['2013266431 192.0.2.1 5000 typ host', 120],
    ['2105458943 192.0.2.1 9 typ host', 125],
    ['41885439 192.0.2.1 5000 typ relay', 2],
    ['8331263 192.0.2.1 5000 typ relay', 0],
  ])('%s has type preference %i', (words, typePreference) => {
    expect(preferencesOf(parseCandidate(`candidate:1 1 udp ${words}`)!)).toMatchObject({ typePreference, component: 1 }) // prettier-ignore
  })
})

describe('the related address', () => {
  test.each([
    ['srflx', '10.0.1.2', 'candidate.raddr', 'candidate.rport'],
    ['prflx', '10.0.1.2', 'candidate.raddr', 'candidate.rport'],
    ['relay', '203.0.113.7', 'candidate.raddr-relay', 'candidate.rport-relay'],
    ['host', '10.0.1.2', 'candidate.raddr-other', 'candidate.rport-other'],
    ['relay', '0.0.0.0', 'candidate.raddr-hidden', 'candidate.rport-hidden'],
    ['srflx', '::', 'candidate.raddr-hidden', 'candidate.rport-hidden'],
    ['relay', '::/0', 'candidate.raddr-hidden', 'candidate.rport-hidden'],
  ])('of %s, %s', (type, address, raddr, rport) => {
    const told = meanings(`a=${make({ type })} raddr ${address} rport 61000`, 'a=').map(([, meaning]) => meaning) // prettier-ignore
    expect(told.slice(-2)).toEqual([raddr, rport])
  })
})

test('TCP: roles only over TCP, placeholder ports only of who connects', () => {
  const told = (line: string) => meanings(`a=candidate:1 1 ${line}`, 'a=').map(([, meaning]) => meaning)
  expect(told('tcp 1518280447 192.0.2.1 9 typ host tcptype active')).toContain('candidate.discard')
  expect(told('udp 2130706431 192.0.2.1 9 typ host')).toContain('candidate.port')
  expect(told('udp 2130706431 192.0.2.1 9 typ host tcptype active').at(-1)).toBe('candidate.tcptype-udp')
  expect(tell('a=candidate:1 1 tcp 1518280447 192.0.2.1 9 typ host', 'a=')).toMatch(/between two browsers it does not/) // prettier-ignore
})
