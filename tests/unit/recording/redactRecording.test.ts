import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCandidate } from '../../../src/ice/candidate'
import { EXAMPLE_IDS } from '../../../src/recording/exampleIds'
import { readRecording } from '../../../src/recording/readRecording'
import type { Recording } from '../../../src/recording/recording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { createPlaceholders } from '../../../src/redact/placeholders'
import { redactText } from '../../../src/redact/texts'
import { exampleText, openExample } from './examples'

/** Secrets that replace the placeholders of a real, redacted call; no file may keep them. */
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

/** A recording with other secrets in place of its placeholders, and these secrets. */
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

function redactFile(text: string): string {
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
            const redacted = redactFile(text)
            expect(secrets.filter((secret) => redacted.includes(secret))).toEqual([])
            return redacted
          })
          // Equal secrets get equal placeholders: two calls that differ only in secrets give the same file.
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
    expect(parseCandidate(redactText(line, createPlaceholders()))?.address).toBe('host-1.example')
  })
})
