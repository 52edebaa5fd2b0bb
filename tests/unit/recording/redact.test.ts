import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCandidate } from '../../../src/ice/candidate'
import { EXAMPLE_IDS } from '../../../src/recording/examples'
import { readRecording } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import { redactAddress, redactAddresses } from '../../../src/recording/redact/addresses'
import { createPlaceholders } from '../../../src/recording/redact/placeholders'
import { redactRecording } from '../../../src/recording/redact/redactRecording'
import { redactSentence, redactServerUrl, redactWire } from '../../../src/recording/redact/texts'
import { writeRecording } from '../../../src/recording/writeRecording'
import { exampleText, openExample } from './examples'

const fresh = () => createPlaceholders('')

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
    expect(redactWire(lines.join('\r\n'), fresh()).split('\r\n')).toEqual([
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

/** What is put in the place of the placeholders of a real, redacted call: secrets that no file may keep. */
const hex = fc.stringMatching(/^[1-9a-f][\da-f]{3}$/)
const ice = (length: number) => fc.stringMatching(new RegExp(`^Z[A-Za-z\\d+/]{${length - 1}}$`))
const secretsOf = {
  ipv4: fc
    .ipV4()
    .filter((address) => !/^(?:0\.0\.0\.0|127\.0\.0\.1|192\.0\.2\.\d+|198\.18\..*)$/.test(address)),
  ipv6: fc.array(hex, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
  local: fc.uuid().map((uuid) => `${uuid}.local`),
  ufrag: ice(6),
  pwd: ice(24),
  fingerprint: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .filter(([first = 0]) => first > 0)
    .map((bytes) => [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(':')),
  label: fc.stringMatching(/^Zoé’s [A-Z][a-z]{5} \(\d{4}\)$/),
}

const PLACEHOLDERS: Record<keyof typeof secretsOf, RegExp> = {
  ipv4: /(?<![\d.])192\.0\.2\.\d+/g,
  ipv6: /2001:db8::[\da-f]+/g,
  local: /00000000-0000-0000-0000-[\da-f]{12}\.local/g,
  ufrag: /ufrag\d+/g,
  pwd: /redacted\d{16}/g,
  fingerprint: /(?:00:){31}\d\d/g,
  label: /device \d+/g,
}

/** A recording as it was before it was redacted, with other secrets; and these. */
function unredact(text: string, value: (kind: keyof typeof secretsOf) => string) {
  const secrets = new Map<string, string>()
  for (const kind of Object.keys(secretsOf) as (keyof typeof secretsOf)[]) {
    text = text.replace(PLACEHOLDERS[kind], (placeholder) => {
      const secret = secrets.get(placeholder) ?? value(kind)
      secrets.set(placeholder, secret)
      return secret
    })
  }
  return { text: text.replace('"redacted": true', '"redacted": false'), secrets: [...secrets.values()] }
}

function redactText(text: string): string {
  const opened = readRecording(text)
  if (!opened.ok) throw new Error(opened.detail)
  return writeRecording(redactRecording(opened.recording))
}

describe('a redacted recording', () => {
  it.each(EXAMPLE_IDS)(
    'holds no secret of the real call %s anywhere',
    (id) => {
      fc.assert(
        fc.property(fc.gen(), (gen) => {
          const [one, other] = [0, 1].map(() => {
            const { text, secrets } = unredact(exampleText(id), (kind) => gen(() => secretsOf[kind]))
            fc.pre(new Set(secrets).size === secrets.length)
            const redacted = redactText(text)
            expect(secrets.filter((secret) => redacted.includes(secret))).toEqual([])
            return redacted
          })
          // The same secret becomes the same placeholder: of two calls that differ in nothing else, one file is left.
          expect(one === other).toBe(true)
        }),
        { numRuns: 2 },
      )
    },
    60_000,
  )

  it('holds no server, login or error text of the call', () => {
    const servers = [{ urls: ['turn:turn.corp.net:3478'], username: 'alice', credential: 'pa$$w0rd' }]
    const error = {
      url: 'turn:turn.corp.net:3478',
      errorCode: 701,
      errorText: 'TURN host lookup of turn.corp.net for alice failed (10.9.8.7)',
      address: '10.9.8.x',
      port: 3478,
    }
    const base = openExample('chromium-connected').recording
    const recording: Recording = {
      ...base,
      title: 'with pa$$w0rd',
      redacted: false,
      settings: { ...base.settings, iceServers: servers },
      log: [
        {
          seq: 0,
          at: 0,
          end: 'caller',
          event: { type: 'settings.change', settings: { iceServers: servers } },
        },
        { seq: 1, at: 0, end: 'caller', event: { type: 'pc.candidate-error', error } },
      ],
    }
    const text = writeRecording(redactRecording(recording))
    for (const secret of ['corp', 'alice', 'pa$$w0rd', '10.9.8']) expect(text).not.toContain(secret)
    expect(text).toContain('TURN host lookup of host-1.example for user-1 failed (192.0.2.1)')
  })

  it('is redacted once only', () => {
    const { recording } = openExample('firefox-connected')
    expect(redactRecording(recording)).toBe(recording)
  })

  it('still has candidates of every kind that parse', () => {
    const line = 'candidate:1 1 udp 2122260223 host.corp.net 5000 typ host'
    expect(parseCandidate(redactWire(line, fresh()))?.address).toBe('host-1.example')
  })
})
