const GONE = '[redacted]'

/** Fields whose values are always removed. */
const FIELDS = new Set([
  'credential',
  'username',
  'usernameFragment',
  'password',
  'address',
  'relatedAddress',
  'port',
  'url',
  'urls',
  'label',
  'deviceId',
  'groupId',
])

/** SDP attributes that contain keys, credentials or addresses (RFC 8839 §5, RFC 8122 §5, RFC 4568 §9.1). */
const ATTRIBUTES =
  /^(a=(?:ice-ufrag|ice-pwd|fingerprint|crypto|tls-id|candidate|remote-candidates|rtcp):?).*$/gm
const LINES = /^([oc]=).*$/gm
const CANDIDATE = /\bcandidate:.+/g
const MDNS = /(?<![\w-])[\w-]+\.local\b/g
const IPV4 = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g
const IPV6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi
const URLS = /\b(?:stun|turn)s?:[^\s"']+/gi
const PRINTS = /\b(?:[0-9a-f]{2}:){15,}[0-9a-f]{2}\b/gi

/** A copy without ICE credentials, fingerprints, addresses and device names, so that it may be sent to another site. */
export function redact<T>(value: T): T {
  return redactPart(value) as T
}

function redactPart(part: unknown): unknown {
  if (typeof part === 'string') return redactText(part)
  if (Array.isArray(part)) return part.map(redactPart)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [
      key,
      FIELDS.has(key) && inner !== null ? GONE : redactPart(inner),
    ]),
  )
}

function redactText(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(ATTRIBUTES, `$1${GONE}`)
    .replace(LINES, `$1${GONE}`)
    .replace(CANDIDATE, `candidate:${GONE}`)
    .replace(URLS, GONE)
    .replace(PRINTS, GONE)
    .replace(MDNS, GONE)
    .replace(IPV4, GONE)
    .replace(IPV6, GONE)
}
