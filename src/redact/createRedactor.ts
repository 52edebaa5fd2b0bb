import { redactAddress } from './addresses'
import { createPlaceholders } from './placeholders'
import type { PlaceholderOptions, Placeholders, SecretKind } from './placeholders'
import { redactSentence, redactServerUrl, redactText } from './texts'

type Reader = (text: string, placeholders: Placeholders) => string

const reads =
  (kind: SecretKind): Reader =>
  (text, { of }) =>
    of(kind, text)

/** Fields whose values are always replaced. */
const SECRET_FIELDS = new Map<string, Reader>([
  ['usernameFragment', reads('ufrag')],
  // A transport's, in statistics.
  ['iceLocalUsernameFragment', reads('ufrag')],
  ['label', reads('label')],
  ['username', reads('username')],
  ['credential', reads('credential')],
  ['password', reads('credential')],
  ['deviceId', reads('key')],
  ['groupId', reads('key')],
  ['base64Certificate', reads('key')],
  ['urls', redactServerUrl],
  ['url', redactServerUrl],
  ['address', redactAddress],
  ['relatedAddress', redactAddress],
  ['ip', redactAddress],
  ['port', (text, { port }) => port(text)],
  ['relatedPort', (text, { port }) => port(text)],
])

/** How to redact the texts of other fields. A text of any other field is a sentence if it has more than one word. */
const TEXT_FIELDS = new Map<string, Reader>([
  ['sdp', redactText],
  ['candidate', redactText],
  // It is generated from code, so its words are nobody's credentials.
  ['definition', redactText],
  ['title', redactSentence],
  ['message', redactSentence],
  ['detail', redactSentence],
  ['errorText', redactSentence],
])

/** How many long texts are remembered with their redaction: reports of a running call repeat the same descriptions. */
const MOST_REMEMBERED = 1_000
const LONG = 64

/**
 * Creates a function that copies plain values without what identifies machines, networks and accounts: IP addresses
 * and mDNS names, ufrag, pwd, fingerprints and keys, servers and their credentials, device names. In all copies of one
 * redactor equal values have equal placeholders, which parse like the original. A secret that one field reveals is
 * also replaced in the sentences of others.
 */
export function createRedactor(options: PlaceholderOptions = {}): <T>(value: T) => T {
  const placeholders = createPlaceholders(options)
  const remembered = new Map<string, string>()

  return <T>(value: T) => {
    const before = placeholders.count()
    const copy = redact(value, null)
    // The second pass replaces each new secret, even before the place that revealed it.
    return (placeholders.count() === before ? copy : redact(value, null)) as T
  }

  function redact(value: unknown, field: Reader | null): unknown {
    if (typeof value === 'string') return field === null ? redactAny(value) : read(value, field)
    if (typeof value === 'number' && isSecret(field)) {
      const redacted = field(String(value), placeholders)
      if (redacted === String(value)) return value
      return /^\d+$/.test(redacted) ? Number(redacted) : redacted
    }
    if (Array.isArray(value)) return value.map((item: unknown) => redact(item, field))
    if (typeof value !== 'object' || value === null) return value
    const inherited = isSecret(field) ? field : null
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
      redactText(name, placeholders),
      redact(inner, SECRET_FIELDS.get(name) ?? TEXT_FIELDS.get(name) ?? inherited),
    ])
    return Object.fromEntries(entries)
  }

  function redactAny(value: string): string {
    const plain = read(value, redactText)
    return /\s/.test(value) ? placeholders.replaceKnown(plain) : plain
  }

  function read(value: string, reader: Reader): string {
    if (reader !== redactText || value.length < LONG) return reader(value, placeholders)
    const known = remembered.get(value)
    // Another text may have revealed a secret of this one since.
    if (known !== undefined) return placeholders.replaceSecrets(known)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const redacted = reader(value, placeholders)
    remembered.set(value, redacted)
    return placeholders.replaceSecrets(redacted)
  }
}

const SECRETS = new Set<Reader>(SECRET_FIELDS.values())

/** Whether a field is secret together with everything in it. */
function isSecret(reader: Reader | null): reader is Reader {
  return reader !== null && SECRETS.has(reader)
}
