/** What a secret is; each kind has placeholders that parse where the original stood. */
export type SecretKind =
  | 'ipv4'
  | 'ipv6'
  | 'local'
  | 'host'
  | 'ufrag'
  | 'pwd'
  | 'fingerprint'
  | 'foundation'
  | 'label'
  | 'username'
  | 'credential'

const BYTE = 256

/** The n-th placeholder of a kind, from 1. Addresses and names are those set aside for documentation. */
const WRITE: Record<SecretKind, (n: number, original: string) => string> = {
  // RFC 5737, then the benchmarking range of RFC 2544, which is far larger.
  ipv4: (n) => (n < BYTE - 1 ? `192.0.2.${n}` : `198.18.${Math.floor(n / BYTE) % BYTE}.${n % BYTE}`),
  // RFC 3849.
  ipv6: (n) => `2001:db8::${n.toString(16)}`,
  // A UUID that no browser draws (draft-ietf-mmusic-mdns-ice-candidates §3.1.1 asks for version 4).
  local: (n) => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}.local`,
  // RFC 6761 §6.5.
  host: (n) => `host-${n}.example`,
  // ice-char, 4 to 256 and 22 to 256 of them (RFC 8839 §5.4).
  ufrag: (n) => `ufrag${n}`,
  pwd: (n) => `redacted${String(n).padStart(16, '0')}`,
  // As long as the original, so that its hash function still fits (RFC 8122 §5).
  fingerprint: (n, original) => {
    const length = original.split(':').length
    const digits = n
      .toString(16)
      .toUpperCase()
      .padStart(length * 2, '0')
    return (digits.match(/../g) ?? []).slice(-length).join(':')
  },
  foundation: (n) => `f${n}`,
  label: (n) => `device ${n}`,
  username: (n) => `user-${n}`,
  credential: (n) => `credential-${n}`,
}

/** What may stay: placeholders, and addresses that every machine has. */
const HARMLESS: Record<SecretKind, RegExp> = {
  ipv4: /^(?:0\.0\.0\.0|127\.0\.0\.1|192\.0\.2\.\d+|198\.18\.\d+\.\d+)$/,
  ipv6: /^(?:::1?|2001:db8::[\da-f]{1,4})$/,
  local: /^00000000-0000-0000-0000-[\da-f]{12}\.local$/,
  host: /^(?:host-\d+\.example|localhost)$/,
  ufrag: /^ufrag\d+$/,
  pwd: /^redacted\d{16}$/,
  fingerprint: /^(?:00:)+[\dA-F:]{1,8}$/,
  // Small numbers count; the app's own candidate says what it is (machines/placeholder.ts); larger ones are hashes over the address.
  foundation: /^(?:f\d+|\d{1,4}|placeholder)$/,
  label: /^(?:device \d+|OscillatorNode|canvas\.captureStream\(\))$/,
  username: /^user-\d+$/,
  credential: /^credential-\d+$/,
}

const IGNORE_CASE: readonly SecretKind[] = ['ipv6', 'local', 'host', 'fingerprint']

export interface Placeholders {
  /** The placeholder of a value: the same one every time. */
  of(kind: SecretKind, value: string): string
  /** Finds, as whole words, whatever has been replaced so far and is somewhere in a sentence; null where nothing is. */
  pattern(sentence: string): RegExp | null
  /** The placeholder of what `pattern()` found. */
  ofKnown(value: string): string
}

/** Hands out placeholders, in order of asking; never one that `text`, all there is to redact, already holds. */
export function createPlaceholders(text: string): Placeholders {
  const given = new Map<SecretKind, Map<string, string>>()
  const known = new Map<string, string>()
  const counters = new Map<SecretKind, number>()

  function next(kind: SecretKind, original: string): string {
    for (;;) {
      const n = (counters.get(kind) ?? 0) + 1
      counters.set(kind, n)
      const placeholder = WRITE[kind](n, original)
      // Nearly always it is nowhere, which a plain search sees much sooner.
      const isTaken =
        text.includes(placeholder) && new RegExp(`(?<!\\w)${escape(placeholder)}(?!\\w)`).test(text)
      if (!isTaken) return placeholder
    }
  }

  return {
    of(kind, value) {
      if (value === '' || HARMLESS[kind].test(value)) return value
      // In capitals or not, it is the same address or fingerprint; a credential is not.
      const key = IGNORE_CASE.includes(kind) ? value.toLowerCase() : value
      const ofKind = given.get(kind) ?? new Map<string, string>()
      given.set(kind, ofKind)
      const placeholder = ofKind.get(key) ?? next(kind, value)
      ofKind.set(key, placeholder)
      known.set(value, placeholder)
      return placeholder
    },
    pattern(sentence) {
      // Not all that is known: with thousands of secrets, or one of 256 KB, no browser takes the expression.
      const here = [...known.keys()].filter((value) => sentence.includes(value))
      if (here.length === 0) return null
      const longestFirst = here.sort((a, b) => b.length - a.length).map(escape)
      return new RegExp(`(?<![\\w+/])(?:${longestFirst.join('|')})(?![\\w+/])`, 'g')
    },
    ofKnown: (value) => known.get(value) ?? value,
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
