/** The kinds of secrets; the placeholders of each kind can be parsed like the original. */
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

/** The n-th placeholder of a kind, from 1. Addresses and names are from ranges reserved for documentation. */
const WRITE: Record<SecretKind, (n: number, original: string) => string> = {
  // RFC 5737, then the benchmarking range of RFC 2544, which is much larger.
  ipv4: (n) => (n < BYTE - 1 ? `192.0.2.${n}` : `198.18.${Math.floor(n / BYTE) % BYTE}.${n % BYTE}`),
  // RFC 3849.
  ipv6: (n) => `2001:db8::${n.toString(16)}`,
  // A UUID that no browser creates (draft-ietf-mmusic-mdns-ice-candidates §3.1.1 requires version 4).
  local: (n) => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}.local`,
  // RFC 6761 §6.5.
  host: (n) => `host-${n}.example`,
  // ice-char, 4 to 256 and 22 to 256 of them (RFC 8839 §5.4).
  ufrag: (n) => `ufrag${n}`,
  pwd: (n) => `redacted${String(n).padStart(16, '0')}`,
  // As long as the original, so that it still fits its hash function (RFC 8122 §5).
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

/** Values that stay: placeholders, and addresses that every machine has. */
const HARMLESS: Record<SecretKind, RegExp> = {
  ipv4: /^(?:0\.0\.0\.0|127\.0\.0\.1|192\.0\.2\.\d+|198\.18\.\d+\.\d+)$/,
  ipv6: /^(?:::1?|2001:db8::[\da-f]{1,4})$/,
  local: /^00000000-0000-0000-0000-[\da-f]{12}\.local$/,
  host: /^(?:host-\d+\.example|localhost)$/,
  ufrag: /^ufrag\d+$/,
  pwd: /^redacted\d{16}$/,
  fingerprint: /^(?:00:)+[\dA-F:]{1,8}$/,
  // Small numbers are counters; `placeholder` is this app's own candidate (machines/placeholder.ts); larger numbers are
  // hashes of the address.
  foundation: /^(?:f\d+|\d{1,4}|placeholder)$/,
  label: /^(?:device \d+|OscillatorNode|canvas\.captureStream\(\))$/,
  username: /^user-\d+$/,
  credential: /^credential-\d+$/,
}

const IGNORE_CASE: readonly SecretKind[] = ['ipv6', 'local', 'host', 'fingerprint']

export interface Placeholders {
  /** The placeholder of a value; equal values have equal placeholders. */
  of(kind: SecretKind, value: string): string
  /** A pattern that matches, as whole words, the replaced values that occur in a sentence; null if there are none. */
  pattern(sentence: string): RegExp | null
  /** The placeholder of a value that `pattern()` matched. */
  ofKnown(value: string): string
}

/** Creates placeholders, numbered in the order of requests; never one that occurs in `text`, the whole input. */
export function createPlaceholders(text: string): Placeholders {
  const given = new Map<SecretKind, Map<string, string>>()
  const known = new Map<string, string>()
  const counters = new Map<SecretKind, number>()

  function next(kind: SecretKind, original: string): string {
    for (;;) {
      const n = (counters.get(kind) ?? 0) + 1
      counters.set(kind, n)
      const placeholder = WRITE[kind](n, original)
      // It nearly always occurs nowhere, and a plain search finds that out much faster.
      const isTaken =
        text.includes(placeholder) && new RegExp(`(?<!\\w)${escape(placeholder)}(?!\\w)`).test(text)
      if (!isTaken) return placeholder
    }
  }

  return {
    of(kind, value) {
      if (value === '' || HARMLESS[kind].test(value)) return value
      // Addresses and fingerprints are equal in upper and lower case; credentials are not.
      const key = IGNORE_CASE.includes(kind) ? value.toLowerCase() : value
      const ofKind = given.get(kind) ?? new Map<string, string>()
      given.set(kind, ofKind)
      const placeholder = ofKind.get(key) ?? next(kind, value)
      ofKind.set(key, placeholder)
      known.set(value, placeholder)
      return placeholder
    },
    pattern(sentence) {
      // Only the values in this sentence: with thousands of secrets, or one of 256 KB, no browser compiles the
      // expression.
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
