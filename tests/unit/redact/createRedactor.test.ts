import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCandidate } from '../../../src/ice/candidate'
import { createRedactor } from '../../../src/redact/createRedactor'

const FIXTURES = join(import.meta.dirname, '../sdp/fixtures')
const SDPS = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.sdp'),
)
/** As recordings are redacted, and as windows on other sites are told. */
const USERS = [false, true]

describe.each(USERS)('while the call runs: %s', (isLive) => {
  test.each(SDPS)('%s leaves without credentials, fingerprints and addresses', (name) => {
    const sdp = readFileSync(join(FIXTURES, name), 'utf8')
    const { sdp: safe } = createRedactor({ isLive })({ sdp })
    const secrets = [
      ...[...sdp.matchAll(/^a=(?:ice-ufrag|ice-pwd|fingerprint):(.+?)\r?$/gm)].map(
        ([, secret = '']) => secret,
      ),
      ...(sdp.match(/\b(?:\d+\.){3}\d+\b|\S+\.local/g) ?? []),
    ].filter((secret) => !/^(?:0\.0\.0\.0|127\.0\.0\.1|192\.0\.2\.\d+)$/.test(secret))
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(3)
      expect(safe).not.toContain(secret)
    }
    expect(safe.match(/^m=\S+/gm)).toEqual(sdp.match(/^m=\S+/gm))
    expect(safe.match(/^a=mid:.*/gm)).toEqual(sdp.match(/^a=mid:.*/gm))
    expect(safe.split('\n').length).toBe(sdp.split('\n').length)
    for (const [line] of safe.matchAll(/candidate:.*/g)) expect(parseCandidate(line.trim())).not.toBeNull()
  })

  test('candidates, servers and devices as they stand in a context', () => {
    const safe = createRedactor({ isLive })({
      local: [
        {
          candidate: {
            candidate: 'candidate:842163049 1 udp 2122260223 203.0.113.7 5000 typ host',
            usernameFragment: 'uFrg',
          },
        },
      ],
      iceServers: [{ urls: ['turn:turn.example.org:3478'], username: 'me', credential: 'secret' }],
      tracks: [{ kind: 'video', label: 'FaceTime HD' }],
      error: 'no route to [2a02:db8::17]:3478 via turn:turn.example.org, says "me" (uFrg)',
    })
    const at = !isLive ? ['5000', '3478'] : ['9', '9']
    expect(safe).toEqual({
      local: [
        {
          candidate: {
            candidate: `candidate:f1 1 udp 2122260223 192.0.2.1 ${at[0]} typ host`,
            usernameFragment: 'ufrag1',
          },
        },
      ],
      iceServers: [
        { urls: [`turn:host-1.example:${at[1]}`], username: 'user-1', credential: 'credential-1' },
      ],
      tracks: [{ kind: 'video', label: 'device 1' }],
      error: `no route to [2001:db8::1]:${at[1]} via turn:host-1.example, says "user-1" (ufrag1)`,
    })
  })

  test('leaves times, types and names as they are', () => {
    const value = { type: 'xstate.done.actor.create-offer', at: '12:30', mid: '0', n: 3, none: null }
    expect(createRedactor({ isLive })(value)).toEqual(value)
  })
})

test('a field that is secret hides whatever it holds', () => {
  const secret = {
    username: 12345,
    label: { zh: '小王的摄像头' },
    ip: '10.1.2.3',
    credential: ['a', 'b'],
    port: 5000,
  }
  expect(createRedactor({ isLive: true })(secret)).toEqual({
    username: 'user-1',
    label: { zh: 'device 1' },
    ip: '192.0.2.1',
    credential: ['credential-1', 'credential-2'],
    port: 9,
  })
})

test('a port is hidden wherever it stands; one that says that there is none stays', () => {
  const redact = createRedactor({ isLive: true })
  const sdp = [
    'm=audio 54321 UDP/TLS/RTP/SAVPF 111',
    'm=video 0 UDP/TLS/RTP/SAVPF 96',
    'a=rtcp:54322 IN IP4 10.1.2.3',
    'a=remote-candidates:1 10.1.2.4 54323 2 10.1.2.5 54324',
    'a=candidate:1 1 udp 1677729535 10.1.2.3 54325 typ srflx raddr 10.1.2.6 rport 54326 generation 0',
  ].join('\r\n')
  expect(redact({ sdp, told: 'sent to 10.1.2.3:54327' })).toEqual({
    sdp: [
      'm=audio 9 UDP/TLS/RTP/SAVPF 111',
      'm=video 0 UDP/TLS/RTP/SAVPF 96',
      'a=rtcp:9 IN IP4 192.0.2.1',
      'a=remote-candidates:1 192.0.2.3 9 2 192.0.2.4 9',
      'a=candidate:1 1 udp 1677729535 192.0.2.1 9 typ srflx raddr 192.0.2.2 rport 9 generation 0',
    ].join('\r\n'),
    told: 'sent to 192.0.2.1:9',
  })
})

test('a value is the same placeholder in all that one redactor copies, and what it wrote it leaves', () => {
  const redact = createRedactor()
  const first = redact({ username: 'alice', address: '10.1.2.3' })
  const second = redact({ address: '10.1.2.4', told: 'user alice at 10.1.2.3' })
  expect(second).toEqual({ address: '192.0.2.2', told: 'user user-1 at 192.0.2.1' })
  expect(redact(first)).toEqual(first)
  expect(redact(second)).toEqual(second)
})

test('who is called as a placeholder is not given that one', () => {
  expect(createRedactor({ isLive: true })({ username: 'user-1' })).toEqual({ username: 'user-2' })
})

/** Secrets of each kind, none of which is a word of what they are planted in. */
const ice = (length: number) => fc.stringMatching(new RegExp(`^Z[A-Za-z\\d+/]{${length - 1}}$`))
const hex = fc.stringMatching(/^[1-9a-f][\da-f]{3}$/)
const SECRETS = {
  ipv4: fc
    .tuple(fc.integer({ min: 11, max: 126 }), fc.nat(255), fc.nat(255), fc.nat(255))
    .map((all) => all.join('.')),
  ipv6: fc.array(hex, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
  compressed: fc.tuple(hex, hex).map(([one, other]) => `fd${one.slice(2)}::${other}`),
  local: fc.oneof(fc.uuid(), fc.constantFrom('Zoés-mac', '小王的电脑')).map((name) => `${name}.local`),
  host: fc.stringMatching(/^zz[a-z]{8}\.corp\.net$/),
  ufrag: ice(6),
  pwd: ice(24),
  key: ice(40),
  fingerprint: fc
    .uint8Array({ minLength: 20, maxLength: 64 })
    .filter(([first = 0]) => first > 0)
    .map((bytes) => [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(':')),
  label: fc.stringMatching(/^Zoé’s [A-Z][a-z]{5} \(\d{4}\)$/),
  username: fc.stringMatching(/^z-user[a-z@.$]{0,6}[a-z]$/),
  credential: fc.stringMatching(/^Z[!-~]{7}[a-z]$/).filter((text) => !/[\w+/]["\\]/.test(text)),
}
type Secret = keyof typeof SECRETS
type Secrets = Record<Secret, string>

/** Where secrets stand in a call: attributes, candidates, whole or damaged, URLs, statistics. */
const PLACES: ((secret: Secrets) => unknown)[] = [
  (s) => ({
    sdp: [
      `o=${s.username} 4611731400430051336 2 IN IP4 ${s.ipv4}`,
      `c=IN IP6 ${s.ipv6}`,
      `a=rtcp:9 IN IP4 ${s.host}`,
      `a=ice-ufrag:${s.ufrag}`,
      `a=ice-pwd:${s.pwd}`,
      `a=fingerprint:sha-256 ${s.fingerprint}`,
      `a=tls-id:${s.key}`,
      `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${s.key}|2^20|1:32`,
      `a=remote-candidates:1 ${s.ipv4} 5000 2 ${s.host} 5001`,
      `a=candidate:842163049 1 udp 1677729535 ${s.compressed} 46154 typ srflx raddr ${s.host} rport 9 ufrag ${s.ufrag} at ${s.pwd}`,
    ].join('\r\n'),
  }),
  (s) => ({
    sdp: [`a=ice-ufrag:${s.ufrag}!${s.pwd}`, `a=fingerprint:${s.key}`, `a=crypto:${s.key}`].join('\n'),
  }),
  (s) => ({ candidate: `candidate:1 1 UDP 2122260223 ${s.host} 5000 typ host` }),
  (s) => ({ candidate: `candidate:1 1 UDP ${s.host} ${s.pwd}` }),
  (s) => ({
    candidate: {
      candidate: `candidate:${s.key} 1 udp 1 ${s.local} 5000 typ host`,
      usernameFragment: s.ufrag,
    },
  }),
  (s) => `a=candidate:1 1 tcp 1518280447 ${s.ipv6} 9 typ host tcptype active network-id 1`,
  (s) => ({ urls: [`turn:${s.host}:3478?transport=tcp`], username: s.username, credential: s.credential }),
  (s) => ({ url: `turns:[${s.ipv6}]:5349`, address: s.local, relatedAddress: s.ipv4 }),
  (s) => ({ url: `turn:${s.username}@${s.host}`, ip: s.host, deviceId: s.key, groupId: s.key }),
  (s) => ({
    label: s.label,
    tracks: [{ label: s.label }],
    base64Certificate: s.key,
    fingerprint: s.fingerprint,
  }),
  (s) => [s.ipv4, s.ipv6, s.compressed, s.local, s.fingerprint],
  (s) => `No route from ${s.ipv4} to ${s.ipv6}, nor over stun:${s.host}.`,
  (s) => JSON.stringify({ sdp: `v=0\r\na=ice-ufrag:${s.ufrag}\r\na=ice-pwd:${s.pwd}\r\n` }),
  (s) => ({
    [s.ipv4]: 1,
    [s.host.replace(/.*/, `stun:${s.host}`)]: 2,
    [s.local]: { [s.fingerprint]: 3 },
  }),
]
/** What gives each secret away by its field. */
const FIELDS: ((secret: Secrets) => unknown)[] = [
  (s) => ({ usernameFragment: s.ufrag, sdp: `a=ice-pwd:${s.pwd}\r\na=tls-id:${s.key}\r\n`, label: s.label }),
  (s) => ({ iceServers: [{ urls: `turn:${s.host}`, username: s.username, credential: s.credential }] }),
]
/** Each of which no word of a secret touches. */
const around = fc.constantFrom('', ' ', '"', "'", '(', ')', '，', '<', '>', '「')

const secrets: fc.Arbitrary<Secrets> = fc.record(SECRETS)

/** A secret in a sentence, whatever stands before and after it. */
const sentences = (given: Secrets) =>
  fc
    .array(fc.tuple(around, fc.constantFrom(...Object.values(given)), around), { minLength: 1, maxLength: 5 })
    .map((parts) => `Failed: ${parts.map((part) => part.join('')).join(' and ')} refused`)

/** Values of any shape, in which the parts stand anywhere. */
function anyShape(parts: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      parts,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom('context', 'event', 'output', 'data', 'error', 'constructor', '状态'),
        tie('value'),
        {
          maxKeys: 4,
        },
      ),
    ),
  })).value
}

describe.each(USERS)('while the call runs: %s', (isLive) => {
  test('no secret survives, wherever it is planted', () => {
    fc.assert(
      fc.property(
        secrets.chain((given) =>
          fc.record({
            given: fc.constant(given),
            told: anyShape(
              fc.oneof(
                fc.constantFrom(...PLACES).map((place) => place(given)),
                sentences(given),
                sentences(given).map((message) => ({ message })),
              ),
            ),
          }),
        ),
        ({ given, told }) => {
          const redact = createRedactor({ isLive })
          // The fields come last: what they give away stands in sentences before.
          const safe = JSON.stringify(redact({ told, fields: FIELDS.map((field) => field(given)) }))
          for (const [kind, secret] of Object.entries(given)) {
            const inJson = JSON.stringify(secret).slice(1, -1)
            expect(safe.toLowerCase().includes(inJson.toLowerCase()), `${kind} ${secret} in ${safe}`).toBe(
              false,
            )
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('no port of a running call survives', () => {
  const ports = fc.integer({ min: 10_000, max: 65_535 })
  fc.assert(
    fc.property(ports, fc.record(SECRETS), (port, s) => {
      const told = [
        { port, relatedPort: port, text: { port: String(port) } },
        {
          candidate: `candidate:1 1 udp 1677729535 ${s.host} ${port} typ srflx raddr ${s.ipv6} rport ${port}`,
        },
        {
          sdp: `m=audio ${port} UDP/TLS/RTP/SAVPF 111\r\na=rtcp:${port} IN IP4 ${s.ipv4}\r\na=remote-candidates:1 ${s.ipv4} ${port}`,
        },
        `from ${s.ipv4}:${port} to [${s.ipv6}]:${port}, over turn:${s.host}:${port}.`,
        { url: `turn:${s.ipv4}:${port}?transport=udp` },
      ]
      expect(JSON.stringify(createRedactor({ isLive: true })(told))).not.toMatch(new RegExp(`\\b${port}\\b`))
    }),
  )
})

test('a value of any kind is copied without a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => createRedactor({ isLive: true })(value)).not.toThrow()
    }),
  )
})
