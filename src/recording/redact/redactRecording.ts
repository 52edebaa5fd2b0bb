import * as v from 'valibot'
import { recordingSchema } from '../recording'
import type { Recording } from '../recording'
import { redactAddress, redactAddresses } from './addresses'
import { createPlaceholders } from './placeholders'
import type { Placeholders } from './placeholders'
import { redactSentence, redactServerUrl, redactWire } from './texts'

/** How to redact the text of a field, by the field's name; in all other fields addresses are replaced. */
const FIELDS: Record<string, (text: string, placeholders: Placeholders) => string> = {
  sdp: redactWire,
  candidate: redactWire,
  usernameFragment: (text, { of }) => of('ufrag', text),
  label: (text, { of }) => of('label', text),
  username: (text, { of }) => of('username', text),
  credential: (text, { of }) => of('credential', text),
  urls: redactServerUrl,
  url: redactServerUrl,
  address: redactAddress,
  title: redactSentence,
  message: redactSentence,
  detail: redactSentence,
  errorText: redactSentence,
}

/** Fields of the file itself, which contain no secrets. */
const KEPT = ['format', 'made', 'browser']

/**
 * A recording without what identifies machines, networks and accounts: IP addresses and mDNS names, ufrag, pwd and
 * fingerprints, servers and their credentials, device names. Equal values get equal placeholders everywhere, so
 * descriptions and candidates still parse and still belong together. Ports stay.
 */
export function redactRecording(recording: Recording): Recording {
  if (recording.redacted) return recording
  const placeholders = createPlaceholders(JSON.stringify(recording))
  // The first pass collects every secret; the second replaces each one, even before the place that revealed it.
  redact(recording, '', placeholders)
  const redacted = redact(recording, '', placeholders)
  return v.parse(recordingSchema, { ...Object(redacted), redacted: true })
}

function redact(value: unknown, key: string, placeholders: Placeholders): unknown {
  if (typeof value === 'string') return (FIELDS[key] ?? redactAddresses)(value, placeholders)
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, key, placeholders))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, field]): [string, unknown] => [
    name,
    KEPT.includes(name) ? field : redact(field, name, placeholders),
  ])
  return Object.fromEntries(entries)
}
