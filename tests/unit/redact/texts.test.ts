import { describe, expect, it } from 'vitest'
import { redactAddress, redactAddresses } from '../../../src/redact/addresses'
import { createPlaceholders } from '../../../src/redact/placeholders'
import { redactSentence, redactServerUrl, redactText } from '../../../src/redact/texts'

const fresh = () => createPlaceholders()

describe('addresses', () => {
  it.each([
    ['10.1.2.3', '192.0.2.1'],
    ['fd00::2', '2001:db8::1'],
    ['FE80::a%eth0', '2001:db8::1'],
    ['::ffff:10.0.0.1', '2001:db8::1'],
    ['2a02:1:2:3:4:5:6:7', '2001:db8::1'],
    ['8e0c1f0a-9b1d-4a58-b6f8-2a6d1c6d4b11.local', '00000000-0000-0000-0000-000000000001.local'],
    ['turn.example.com', 'host-1.example'],
    ['203.0.113.x', '192.0.2.x'],
    ['2a02:1:2:x:x:x:x:x', '2001:db8:x:x:x:x:x:x'],
  ])('%s becomes one of its own kind', (original, placeholder) => {
    expect(redactAddress(original, fresh())).toBe(placeholder)
  })

  it.each(['0.0.0.0', '127.0.0.1', '::', '::1', '0.0.0.x', '192.0.2.7', '2001:db8::5'])(
    '%s may stay',
    (address) => {
      expect(redactAddress(address, fresh())).toBe(address)
    },
  )

  it.each([
    ['to 10.1.2.3:5000.', 'to 192.0.2.1:5000.'],
    ['udp:[fd00::2]:3478', 'udp:[2001:db8::1]:3478'],
    ['from fd00::2: timeout', 'from 2001:db8::1: timeout'],
    ['(fd00::2).', '(2001:db8::1).'],
    ['10.1.2.3->10.1.2.4->10.1.2.3', '192.0.2.1->192.0.2.2->192.0.2.1'],
    ['no route to a-b.local!', 'no route to 00000000-0000-0000-0000-000000000001.local!'],
  ])('are found in a sentence: %s', (text, expected) => {
    expect(redactAddresses(text, fresh())).toBe(expected)
  })

  it.each(['a=rtcp-fb:109 transport-cc', '3DES 1:2 10:20:30', 'version 1.2.3', 'a=ssrc-group:FID 1 2'])(
    'are not seen where there are none: %s',
    (text) => {
      expect(redactAddresses(text, fresh())).toBe(text)
    },
  )

  it('outnumber no range', () => {
    const { of } = fresh()
    const given = Array.from({ length: 2_000 }, (_, n) => of('ipv4', `10.1.${n >> 8}.${n & 255}`))
    expect(new Set(given).size).toBe(2_000)
  })
})

describe('servers', () => {
  it.each([
    ['stun:stun.corp.net', 'stun:host-1.example'],
    ['turn:10.1.2.3:3478?transport=tcp', 'turn:192.0.2.1:3478?transport=tcp'],
    ['turns:[fd00::2]:5349', 'turns:[2001:db8::1]:5349'],
    ['what ever', 'host-1.example'],
    ['', ''],
  ])('%s keeps its scheme, port and transport', (url, expected) => {
    expect(redactServerUrl(url, fresh())).toBe(expected)
  })
})

describe('descriptions', () => {
  it('keep their form', () => {
    const lines = [
      'o=- 1 2 IN IP4 10.1.2.3',
      'c=IN IP6 fd00::2',
      'a=rtcp:9 IN IP4 10.1.2.3',
      'a=ice-ufrag:q8ba',
      'a=ice-pwd:f0uKdottrCAQPIY7Fzf/qPIN',
      'a=fingerprint:sha-256 F5:4A:23:33:3C:9C:88:BD:E6:3A:A1:F1:0F:AF:EF:DC:32:D8:EB:48:46:56:5E:E4:95:87:9C:69:B4:3A:33:D1',
      'a=candidate:842163049 1 udp 1677729535 10.1.2.3 46154 typ srflx raddr fd00::2 rport 9 generation 0 ufrag q8ba',
      '',
    ]
    expect(redactText(lines.join('\r\n'), fresh()).split('\r\n')).toEqual([
      'o=- 1 2 IN IP4 192.0.2.1',
      'c=IN IP6 2001:db8::1',
      'a=rtcp:9 IN IP4 192.0.2.1',
      'a=ice-ufrag:ufrag1',
      'a=ice-pwd:redacted0000000000000001',
      `a=fingerprint:sha-256 ${'00:'.repeat(31)}01`,
      'a=candidate:f1 1 udp 1677729535 192.0.2.1 46154 typ srflx raddr 2001:db8::1 rport 9 generation 0 ufrag ufrag1',
      '',
    ])
  })
})

describe('sentences', () => {
  it('lose what is secret elsewhere', () => {
    const placeholders = fresh()
    for (const [kind, value] of [
      ['ufrag', 'q8ba'],
      ['label', 'My (new) cam'],
      ['credential', 'h+nter2'],
    ] as const)
      placeholders.of(kind, value)
    const text = 'Unknown ufrag (q8ba) of "My (new) cam"; h+nter2, not q8baX'
    expect(redactSentence(text, placeholders)).toBe(
      'Unknown ufrag (ufrag1) of "device 1"; credential-1, not q8baX',
    )
  })
})
